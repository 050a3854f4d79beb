/**
 * One mpv that plays one file after the other. It is started when none is there and again when it dies or freezes, and goes on
 * where it was. It outlives a player program that crashes: the next one finds it playing, and carries on without a gap.
 */
import { spawn } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import * as v from 'valibot'
import type { Id } from '../../shared/protocol/primitives.ts'
import { connectMpv, type MpvEvent, type MpvIpc, MpvSilence } from './mpv-ipc.ts'
import { type Voices, voicesOf } from './voices.ts'

export interface Machine {
  /** Plays `file` from its beginning, unless it is what plays already. */
  play(entry: Id, file: string): void
  /** 原唱: with the singer, from now on, where a file has both; else without. */
  sing(vocals: boolean): void
  /** Silence. */
  rest(): void
  /** Ends mpv. */
  stop(): Promise<void>
}

export interface MachineDeps {
  /** A program's name or path. */
  readonly mpv: string
  readonly args: readonly string[]
  /** A Unix socket or a Windows named pipe. */
  readonly ipc: string
  /** It can be heard. `lengthMs` where the file says; `voices` where it has both. */
  started(entry: Id, lengthMs: number | undefined, voices?: true): void
  ended(entry: Id): void
  /** mpv cannot play this file. */
  broken(entry: Id, why: string): void
  /** `absent`: there is no such program; `died`, `frozen`: it is started again. */
  trouble(what: 'absent' | 'died' | 'frozen', why: string): void
  /** Ends a program that does not listen any more. */
  readonly kill?: (pid: number) => void
  /** How often it is asked how it is, and how long an answer may take; a test has less time. */
  readonly pace?: { readonly askEveryMs: number; readonly answerMs: number }
}

interface Wanted {
  readonly entry: Id
  readonly file: string
  /** Where it was when it was last heard, s. */
  at: number
  deaths: number
  /** mpv's own number of it; undefined until it took it. */
  id?: number
  voices?: Voices
}

const ownArgs = [
  ...['--idle=yes', '--no-terminal', '--pause=no', '--keep-open=no', '--loop-file=no', '--loop-playlist=no'],
  ...['--save-position-on-quit=no', '--resume-playback=no', '--input-default-bindings=no', '--fullscreen', '--osc=no'],
]
const entryKey = 'changming-entry'
const usualPace = { askEveryMs: 1000, answerMs: 5000 }
/** Asked every second, each patient for five: ten seconds without a word in all. A disk that wakes up takes fewer. */
const mostSilences = 6
const againMs = 250
const absentAgainMs = 10_000
/** A file at which mpv dies this often is no file for it. */
const mostDeaths = 3
/** From the start of the program until it listens: slow disks, cold caches. */
const listensWithinMs = 15_000

const Options = v.record(v.string(), v.string())

function killHard(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has just ended by itself.
  }
}

export function createMachine(deps: MachineDeps): Machine {
  const { mpv, args, ipc: path, started, ended, broken, trouble, kill = killHard, pace = usualPace } = deps
  let ipc: MpvIpc | undefined
  let wanted: Wanted | undefined
  let vocals = false
  let stopping = false
  /** The mpv that answers was there before this program: it may be playing. */
  let inherited = false
  let breaksOff: () => void = () => undefined
  let pid: number | undefined
  let silences = 0
  /** The one that answers at the path is the frozen one, if it could not be ended. */
  let shunned = false
  void keepAlive()
  const watching = setInterval(() => void watch(), pace.askEveryMs)

  async function keepAlive(): Promise<void> {
    while (!stopping) {
      const gone = new Promise<void>(done => {
        breaksOff = done
      })
      ipc = await open()
      if (ipc) {
        silences = 0
        await learnPid(ipc)
        await begin().catch(() => undefined)
        await gone
        ipc = undefined
        if (!stopping) died()
      }
      if (!stopping) await pause(againMs)
    }
  }

  /** The mpv that is there, or a new one. */
  async function open(): Promise<MpvIpc | undefined> {
    const events = {
      event: (event: MpvEvent) => void setImmediate(() => happened(event)),
      gone: () => breaksOff(),
      answerMs: pace.answerMs,
    }
    const there = shunned ? undefined : await connectMpv(path, events).catch(() => undefined)
    shunned = false
    inherited = there !== undefined
    if (there) return there
    let failed: string | undefined
    const child = spawn(mpv, [`--input-ipc-server=${path}`, ...ownArgs, ...args], { stdio: 'ignore', detached: true })
    child.unref()
    pid = child.pid
    child.once('error', error => {
      failed = error.message
    })
    child.once('exit', code => {
      failed ??= `exit ${code}`
    })
    const until = performance.now() + listensWithinMs
    while (failed === undefined && performance.now() < until && !stopping) {
      const listens = await connectMpv(path, events).catch(() => undefined)
      if (listens) return listens
      await pause(50)
    }
    if (stopping) return undefined
    trouble('absent', failed ?? mpv)
    await pause(absentAgainMs, undefined, { ref: false })
    return undefined
  }

  /** What is to be heard from now on. */
  async function begin(): Promise<void> {
    const now = wanted
    if (!now || !ipc) return
    delete now.id
    const found = inherited ? await whatPlays() : undefined
    inherited = false
    if (wanted !== now) return
    if (found?.entry === now.entry) {
      // It came to its end while nobody listened.
      if (found.idle) return over(now)
      if (found.file === now.file) {
        now.id = found.id
        return begun(now)
      }
    }
    await load(now)
  }

  async function whatPlays(): Promise<{ entry: string; file: unknown; idle: boolean; id: number } | undefined> {
    const get = (name: string) => ipc?.ask('get_property', name).catch(() => undefined)
    const entry = v.is(Options, await get('script-opts'))
      ? v.parse(Options, await get('script-opts'))[entryKey]
      : undefined
    if (entry === undefined) return undefined
    const id = await get('playlist/0/id')
    const idle = (await get('idle-active')) === true
    return { entry, file: await get('path'), idle, id: typeof id === 'number' ? id : 0 }
  }

  async function load(now: Wanted): Promise<void> {
    const loaded = await ipc?.ask('loadfile', now.file, 'replace')
    now.id = v.parse(v.object({ playlist_entry_id: v.number() }), loaded).playlist_entry_id
    await ipc?.ask('set_property', 'script-opts', { [entryKey]: now.entry })
  }

  function happened({ event, reason, file_error, playlist_entry_id: id }: MpvEvent): void {
    const now = wanted
    if (!now || now.id === undefined) return
    if (event === 'file-loaded') return void begun(now)
    if (event !== 'end-file' || (id !== undefined && id !== now.id)) return
    if (reason === 'eof') over(now)
    if (reason === 'error') {
      wanted = undefined
      broken(now.entry, file_error ?? 'error')
    }
  }

  async function begun(now: Wanted): Promise<void> {
    if (now.at > 0) await ipc?.ask('seek', now.at, 'absolute').catch(() => undefined)
    const seconds = await ipc?.ask('get_property', 'duration').catch(() => undefined)
    const voices = voicesOf(await ipc?.ask('get_property', 'track-list').catch(() => undefined))
    if (wanted !== now) return
    if (voices) now.voices = voices
    await choose(now)
    if (wanted !== now) return
    const lengthMs = typeof seconds === 'number' ? Math.round(seconds * 1000) : undefined
    if (voices) started(now.entry, lengthMs, true)
    else started(now.entry, lengthMs)
  }

  /** Whichever mpv would take by itself. */
  async function choose({ voices }: Wanted): Promise<void> {
    if (!voices) return
    await ipc?.ask('set_property', 'aid', vocals ? voices.sung : voices.backing).catch(() => undefined)
  }

  function over(now: Wanted): void {
    wanted = undefined
    ended(now.entry)
  }

  /** Where it is, and that it is there at all: asked also while nothing plays, so that the next song finds one that does. */
  async function watch(): Promise<void> {
    const asked = ipc
    if (!asked) return
    const now = wanted
    try {
      const at = await asked.ask('get_property', 'time-pos')
      if (ipc === asked) silences = 0
      if (wanted === now && now?.id !== undefined && typeof at === 'number') now.at = Math.max(0, at)
    } catch (error) {
      if (ipc !== asked) return
      if (error instanceof MpvSilence) heardNothing(asked)
      // It said that there is no such thing while nothing plays.
      else silences = 0
    }
  }

  function heardNothing(from: MpvIpc): void {
    silences += 1
    if (silences < mostSilences) return
    silences = 0
    trouble('frozen', '')
    if (pid === undefined) shunned = true
    else kill(pid)
    pid = undefined
    // Gone, as if it had died by itself.
    from.close()
  }

  async function learnPid(from: MpvIpc): Promise<void> {
    const said = await from.ask('get_property', 'pid').catch(() => undefined)
    if (typeof said === 'number') pid = said
  }

  function died(): void {
    trouble('died', '')
    if (!wanted) return
    wanted.deaths += 1
    if (wanted.deaths < mostDeaths) return
    const { entry } = wanted
    wanted = undefined
    broken(entry, 'mpv died')
  }

  return {
    play(entry, file) {
      if (wanted?.entry === entry) return
      wanted = { entry, file, at: 0, deaths: 0 }
      void begin().catch(() => undefined)
    },
    sing(wish) {
      if (vocals === wish) return
      vocals = wish
      if (wanted) void choose(wanted)
    },
    rest() {
      wanted = undefined
      void ipc?.ask('stop').catch(() => undefined)
    },
    async stop() {
      stopping = true
      clearInterval(watching)
      await ipc?.ask('quit').catch(() => undefined)
      ipc?.close()
      breaksOff()
    },
  }
}
