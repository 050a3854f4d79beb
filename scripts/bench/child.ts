/**
 * The processes that the bench starts: hubs, relays, clients, all run by Node as a venue's hub is, so that what measures does not
 * take the processors from what is measured. Each is known by its id and ended by whoever started it.
 */
import { type ChildProcess, type ForkOptions, fork } from 'node:child_process'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import * as v from 'valibot'
import { flags as everyProcess, threads } from '../build/node-settings.ts'
import { atTheLatest } from '../lib/at-the-latest.ts'
import { Announced } from '../start/announced.ts'
import { type EveningJob, type Play, Played } from './evening/job.ts'
import type { KeptWay } from './relay-keepers.ts'

export interface Running {
  /** Such as `http://localhost:40123`. */
  readonly origin: string
  /** SIGTERM; resolves when it is gone. */
  stop(): Promise<void>
  /** SIGKILL; resolves when it is gone. */
  kill(): Promise<void>
  readonly child: ChildProcess
}

const own = fileURLToPath(new URL('../scripts/bench.js', import.meta.url))
const hub = fileURLToPath(new URL('../hub/main.js', import.meta.url))

/** None outlives the bench, whose folder is theirs. */
function begin(script: string, args: readonly string[], options: ForkOptions): ChildProcess {
  const child = fork(script, args, options)
  const ended = atTheLatest(() => void child.kill('SIGKILL'))
  return child.once('exit', ended)
}

interface HowToStart {
  /** A free one unless given. */
  readonly port?: number
  /** Flags of Node's own. */
  readonly flags?: readonly string[]
}
type HubToStart = HowToStart & { readonly folder: string; readonly profile?: string | undefined }

/** A hub as it is built, on loopback. `profile`: folder that it writes a CPU profile to when it stops. */
export function launchHub(how: HubToStart): { readonly announced: Promise<Running> } & Pick<Running, 'stop' | 'kill'> {
  const { folder, port = 0, profile, flags = [] } = how
  const child = begin(hub, [], {
    env: { ...process.env, ...threads, DATA_DIR: folder, PORT: String(port), HOST: '127.0.0.1' },
    execArgv: [...everyProcess, ...flags, ...profilingTo(profile)],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const announced = firstMessage(child, Announced).then(({ origin }) => runningAt(origin, child))
  return { announced, stop: () => end(child), kill: () => end(child, 'SIGKILL') }
}

const profilingTo = (folder: string | undefined): string[] =>
  folder === undefined ? [] : ['--cpu-prof', '--cpu-prof-dir', folder]

export const startHub = (how: HubToStart): Promise<Running> => launchHub(how).announced

/** `keeping`: each tap is kept in `file` before it is handed on; `shown`: a file of the frames that are then sent for it. */
export async function startRelay(
  how: HowToStart & {
    readonly keeping?: { readonly way: KeptWay; readonly file: string; readonly shown?: string }
  } = {},
): Promise<Running> {
  const { port = 0, keeping, flags = [] } = how
  const kept = keeping ? [keeping.way, keeping.file, ...(keeping.shown === undefined ? [] : [keeping.shown])] : []
  const args = ['relay', String(port), ...kept]
  const child = begin(own, args, { execArgv: [...everyProcess, ...flags] })
  const { origin } = await firstMessage(child, v.object({ origin: v.string() }))
  return runningAt(origin, child)
}

const runningAt = (origin: string, child: ChildProcess): Running => ({
  origin,
  stop: () => end(child),
  kill: () => end(child, 'SIGKILL'),
  child,
})

/** Hands `job` to a process of clients; answers what it says last. `progress` hears every word before. */
export async function runInClients<T>(
  job: object,
  schema: v.GenericSchema<unknown, T>,
  progress: (word: string) => void,
) {
  const child = begin(own, ['clients'], { execArgv: [...everyProcess] })
  child.send(job)
  try {
    return await new Promise<T>((resolve, reject) => {
      child.on('message', message => {
        if (typeof message === 'string') progress(message)
        else resolve(v.parse(schema, message))
      })
      child.once('exit', code => reject(new Error(`the clients ended with ${code}`)))
    })
  } finally {
    await end(child)
  }
}

export interface RunningEvening {
  play(asked: Play): Promise<Played>
  /** SIGKILL, as when the lights go out; resolves when it is gone. */
  kill(): Promise<void>
  /** Ends it without a checkpoint, with its profile if one is wanted. */
  leave(): Promise<void>
}

/** A hub in a process of its own, in which parties come and go as they are asked for. */
export async function startEvening(job: EveningJob, profile?: string): Promise<RunningEvening> {
  const child = begin(own, ['evening'], { execArgv: [...everyProcess, '--expose-gc', ...profilingTo(profile)] })
  const open = firstMessage(child, v.literal('open'))
  child.send(job)
  await open
  return {
    play(asked) {
      const played = firstMessage(child, Played)
      child.send(asked)
      return played
    },
    kill: () => end(child, 'SIGKILL'),
    leave() {
      if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
      return new Promise(gone => {
        child.once('exit', () => gone())
        child.disconnect()
      })
    },
  }
}

/** A port that was free a moment ago: for who must know it before the hub says it. */
export function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer()
    server.once('error', failed)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => found(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

function firstMessage<T>(child: ChildProcess, schema: v.GenericSchema<unknown, T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const gone = (code: number | null) => reject(new Error(`${child.spawnfile} ended with ${code} before it was ready`))
    child.once('exit', gone)
    child.once('message', message => {
      child.off('exit', gone)
      resolve(v.parse(schema, message))
    })
  })
}

function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise(gone => {
    child.once('exit', () => gone())
    child.kill(signal)
  })
}
