/**
 * The readers in the hub's own USB ports: the reader program in a process of its own, as a device like any other, so that a
 * crash of native code never takes the hub down. It is started once there is a kiosk that it can serve.
 */
import { fork } from 'node:child_process'
import { createInterface } from 'node:readline'
import { idInShard, shardOfId } from './documents/shard-id.ts'
import type { EdgeLog } from './http/edge-log.ts'
import type { DeviceRow } from './identity/devices.ts'
import type { Clock, Ids } from './ports.ts'
import type { Served } from './serve.ts'

export interface OwnReader {
  /** Resolves when the program has ended. */
  stop(): Promise<void>
}

/** What the program is told by who started it. */
export interface Told {
  readonly paired: { readonly origin: string; readonly device: string; readonly token: string }
  readonly ca?: string
}

/** The reader program, started. */
export interface ReaderProgram {
  tell(told: Told): void
  onEnd(ended: (how: string) => void): void
  stop(): void
}

/** Seen in nobody's language: the console has words for it. */
const name = 'USB'
const shard = 'd1'
const restart = { firstMs: 1000, mostMs: 60_000 }

export function superviseOwnReader(deps: {
  served: Pick<Served, 'origin' | 'certificates'> & {
    readonly hub: Pick<Served['hub'], 'allDevices' | 'devices' | 'onPrincipalChange'>
    readonly devices: Pick<Served['devices'], 'renewToken'>
    /** A program of its own takes a core for a moment: not while the house comes back. */
    readonly settled: Promise<void>
  }
  start: () => ReaderProgram
  ids: Pick<Ids, 'next'>
  clock: Clock
  log: EdgeLog
}): OwnReader {
  const { served, start, ids, clock, log } = deps
  const { hub, devices } = served
  let program: ReaderProgram | undefined
  let beginning = false
  /** It ended by itself, and is left alone for a while. */
  let resting = false
  let failures = 0
  let stopping = false
  let ended: () => void = () => undefined
  let cancelRestart: () => void = () => undefined

  const own = (): DeviceRow | undefined => hub.allDevices().find(device => device.own && !device.revoked)

  /** Whenever a device changes: there may be a first kiosk now, or this device may be revoked. */
  function look(): void {
    if (stopping) return
    if (program && !own()) program.stop()
    if (program || beginning || resting) return
    beginning = true
    begin()
      .catch((error: unknown) => {
        log.warn({ err: error }, 'the readers of the hub could not be started')
        again()
      })
      .finally(() => {
        beginning = false
      })
  }

  async function begin(): Promise<void> {
    const row = own() ?? (await makeRow())
    // Without a kiosk nobody could be welcomed.
    if (!row) return
    const token = await devices.renewToken(row.id)
    if (token === undefined || stopping) return
    const { origin, certificates } = served
    const ca = certificates?.authority?.certificate
    const told: Told = { paired: { origin, device: row.id, token }, ...(ca !== undefined && { ca }) }
    run(told)
  }

  function run(told: Told): void {
    const startedAt = clock.now()
    program = start()
    program.tell(told)
    program.onEnd(how => {
      program = undefined
      ended()
      if (stopping) return
      if (clock.now() - startedAt > restart.mostMs) failures = 0
      log.warn({ how }, 'the readers of the hub ended')
      again()
    })
  }

  function again(): void {
    resting = true
    const afterMs = Math.min(restart.firstMs * 2 ** failures, restart.mostMs)
    failures += 1
    cancelRestart = clock.wakeAt(clock.now() + afterMs, () => {
      resting = false
      look()
    })
  }

  async function makeRow(): Promise<DeviceRow | undefined> {
    const kiosk = hub.allDevices().find(device => device.kind === 'kiosk' && !device.revoked)
    // Revoked by a manager it stays so.
    if (!kiosk || hub.allDevices().some(device => device.own)) return undefined
    const row: DeviceRow = {
      id: idInShard(shardOfId(kiosk.id) ?? shard, ids),
      name,
      kind: 'reader',
      kiosk: kiosk.id,
      own: true,
      shared: false,
      tokens: [],
      createdAt: clock.now(),
      revoked: false,
    }
    await hub.devices.save(row)
    return row
  }

  void served.settled.then(() => {
    hub.onPrincipalChange(look)
    look()
  })

  return {
    stop() {
      stopping = true
      cancelRestart()
      if (!program) return Promise.resolve()
      const whenEnded = new Promise<void>(done => {
        ended = done
      })
      program.stop()
      return whenEnded
    },
  }
}

/** `script`: the built program. In the hub's terminal it says nothing; what goes wrong is logged. */
export function forkReader(script: URL, log: EdgeLog): ReaderProgram {
  const child = fork(script, ['--own'], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
  if (child.stderr)
    createInterface({ input: child.stderr }).on('line', line => log.warn({ line }, 'the readers of the hub'))
  return {
    tell: told => void child.send(told),
    onEnd(ended) {
      let told = false
      const end = (how: string) => {
        if (!told) ended(how)
        told = true
      }
      child.once('exit', (code, signal) => end(String(code ?? signal)))
      // None could be spawned, or it hears nothing: an error that nobody takes would end the hub.
      child.on('error', error => {
        child.kill('SIGKILL')
        end(error.message)
      })
    },
    stop: () => void child.kill('SIGTERM'),
  }
}
