/**
 * One mpv that plays one file after the other. It is started when none is there and again when it dies, and goes on where it
 * was. It outlives a player program that crashes: the next one finds it playing, and carries on without a gap.
 */
import { spawn } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import * as v from 'valibot'
import type { Id } from '../../shared/protocol/primitives.ts'
import { connectMpv, type MpvEvent, type MpvIpc } from './mpv-ipc.ts'

export interface Machine {
  /** Plays `file` from its beginning, unless it is what plays already. */
  play(entry: Id, file: string): void
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
  /** It can be heard. `lengthMs` where the file says. */
  started(entry: Id, lengthMs: number | undefined): void
  ended(entry: Id): void
  /** mpv cannot play this file. */
  broken(entry: Id, why: string): void
  /** `absent`: there is no such program; `died`: it is started again. */
  trouble(what: 'absent' | 'died', why: string): void
}

interface Wanted {
  readonly entry: Id
  readonly file: string
  /** Where it was when it was last heard, s. */
  at: number
  deaths: number
  /** mpv's own number of it; undefined until it took it. */
  id?: number
}

const ownArgs = [
  ...['--idle=yes', '--no-terminal', '--pause=no', '--keep-open=no', '--loop-file=no', '--loop-playlist=no'],
  ...['--save-position-on-quit=no', '--resume-playback=no', '--input-default-bindings=no', '--fullscreen', '--osc=no'],
]
const entryKey = 'changming-entry'
const askEveryMs = 1000
const againMs = 250
const absentAgainMs = 10_000
/** A file at which mpv dies this often is no file for it. */
const mostDeaths = 3
/** From the start of the program until it listens: slow disks, cold caches. */
const listensWithinMs = 15_000

const Options = v.record(v.string(), v.string())

export function createMachine(deps: MachineDeps): Machine {
  const { mpv, args, ipc: path, started, ended, broken, trouble } = deps
  let ipc: MpvIpc | undefined
  let wanted: Wanted | undefined
  let stopping = false
  /** The mpv that answers was there before this program: it may be playing. */
  let inherited = false
  let breaksOff: () => void = () => undefined
  void keepAlive()
  const watching = setInterval(() => void noteWhere(), askEveryMs)

  async function keepAlive(): Promise<void> {
    while (!stopping) {
      const gone = new Promise<void>(done => {
        breaksOff = done
      })
      ipc = await open()
      if (ipc) {
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
    const events = { event: (event: MpvEvent) => void setImmediate(() => happened(event)), gone: () => breaksOff() }
    const there = await connectMpv(path, events).catch(() => undefined)
    inherited = there !== undefined
    if (there) return there
    let failed: string | undefined
    const child = spawn(mpv, [`--input-ipc-server=${path}`, ...ownArgs, ...args], { stdio: 'ignore', detached: true })
    child.unref()
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
    if (wanted === now) started(now.entry, typeof seconds === 'number' ? Math.round(seconds * 1000) : undefined)
  }

  function over(now: Wanted): void {
    wanted = undefined
    ended(now.entry)
  }

  async function noteWhere(): Promise<void> {
    const now = wanted
    if (now?.id === undefined) return
    const at = await ipc?.ask('get_property', 'time-pos').catch(() => undefined)
    if (wanted === now && typeof at === 'number') now.at = Math.max(0, at)
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
