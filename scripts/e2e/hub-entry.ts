/**
 * The hub as journeys run it: the real one on the real disk, with a clock that flows and that the test can turn forward,
 * and a disk that can be told to lose its power just before the next sync.
 */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pino from 'pino'
import * as v from 'valibot'
import { createNoCashier } from '../../hub/cashier/none.ts'
import { announce } from '../../hub/operations/announce.ts'
import type { Files } from '../../hub/ports.ts'
import { serve } from '../../hub/serve.ts'
import { createNodeFiles } from '../../hub/system/files.ts'
import { createIds } from '../../hub/system/ids.ts'
import { acquireLock } from '../../hub/system/lock.ts'
import { createThreadDirectory } from '../../hub/worker/thread-directory.ts'
import { createTurnedClock } from './turned-clock.ts'

const Told = v.variant('tell', [
  v.object({ tell: v.literal('turn'), ms: v.number() }),
  /** The next write to the journal kills the process instead: decided, answered to nobody, on no disk. */
  v.object({ tell: v.literal('die-before-sync') }),
  v.object({ tell: v.literal('stop') }),
])

const { DATA_DIR = '', HOST = '127.0.0.1', PORT = '0', EPOCH = '0', LOG_LEVEL = 'error', LAN } = process.env
const clock = createTurnedClock(Number(EPOCH))
const log = pino({ level: LOG_LEVEL }, pino.destination(2))
const ids = createIds()
const files = createNodeFiles()
let dieBeforeSync = false

const lock = await acquireLock({ files, folder: join(DATA_DIR, 'lock'), ids })
const served = await serve({
  files: mortal(files),
  ids,
  clock,
  cashier: createNoCashier(),
  directory: catalogue =>
    createThreadDirectory({
      catalogue,
      script: new URL('../hub/worker.js', import.meta.url),
      folder: DATA_DIR,
      died: error => log.fatal({ err: error }, 'the worker thread ended'),
    }),
  log,
  folder: DATA_DIR,
  host: HOST,
  port: Number(PORT),
  listening: LAN ? { to: 'lan', guestPort: 0 } : { to: 'loopback' },
  web: fileURLToPath(new URL('../web', import.meta.url)),
  version: 'journey',
})

process.on('message', message => {
  const told = v.parse(Told, message)
  if (told.tell === 'turn') clock.turn(told.ms)
  else if (told.tell === 'die-before-sync') dieBeforeSync = true
  else stop()
  process.send?.('heard')
})
process.on('disconnect', stop)
announce(served)

function stop(): void {
  void served
    .stop()
    .then(lock.release)
    .then(() => process.exit(0))
}

function mortal(real: Files): Files {
  return {
    ...real,
    openDurable(path) {
      const file = real.openDurable(path)
      return {
        ...file,
        writeDurably(bytes, offset) {
          if (dieBeforeSync) process.kill(process.pid, 'SIGKILL')
          file.writeDurably(bytes, offset)
        },
      }
    },
  }
}
