/** The processes that the bench starts: hubs, relays, clients. Each is known by its id and ended by whoever started it. */
import { type ChildProcess, fork } from 'node:child_process'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import * as v from 'valibot'
import { Announced } from '../start/announced.ts'

export interface Running {
  /** Such as `http://localhost:40123`. */
  readonly origin: string
  /** SIGTERM; resolves when it is gone. */
  stop(): Promise<void>
}

const own = fileURLToPath(new URL('../scripts/bench.js', import.meta.url))
const hub = fileURLToPath(new URL('../hub/main.js', import.meta.url))

/** A hub as it is built, on loopback. `profile`: folder that it writes a CPU profile to when it stops. */
export function launchHub(how: { folder: string; port?: number; profile?: string | undefined }): {
  readonly announced: Promise<Running>
  readonly stop: Running['stop']
} {
  const { folder, port = 0, profile } = how
  const child = fork(hub, {
    env: { ...process.env, DATA_DIR: folder, PORT: String(port), HOST: '127.0.0.1' },
    execArgv: profile === undefined ? [] : ['--cpu-prof', '--cpu-prof-dir', profile],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const stop = () => end(child)
  const announced = firstMessage(child, Announced).then(({ origin }) => ({ origin, stop }))
  return { announced, stop }
}

export const startHub = (how: { folder: string; profile?: string | undefined }): Promise<Running> =>
  launchHub(how).announced

/** `file`: each tap is on the disk, in this file, before it is handed on. */
export async function startRelay(file?: string): Promise<Running> {
  const child = fork(own, ['relay', ...(file === undefined ? [] : [file])], { execArgv: [] })
  const { origin } = await firstMessage(child, v.object({ origin: v.string() }))
  return { origin, stop: () => end(child) }
}

/** Hands `job` to a process of clients; answers what it says last. `progress` hears every word before. */
export async function runInClients<T>(
  job: object,
  schema: v.GenericSchema<unknown, T>,
  progress: (word: string) => void,
) {
  const child = fork(own, ['clients'], { execArgv: [] })
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
    child.once('message', message => resolve(v.parse(schema, message)))
    child.once('exit', code => reject(new Error(`${child.spawnfile} ended with ${code} before it was ready`)))
  })
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise(gone => {
    child.once('exit', () => gone())
    child.kill('SIGTERM')
  })
}
