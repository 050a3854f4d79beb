/**
 * The positive controls: the real hub, weakened in one place by how it is put together here. Never built into the product.
 * `deferred`: what is said to be on the disk is written a moment later. `unsynced`: it is written, and never synced.
 * `careless`: a disk that fails is none of its business.
 * `forgetful`: after a restart no tap is known again. `amnesiac`: none is known again at all. `leaking`: keeps what it should let go.
 */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pino from 'pino'
import * as v from 'valibot'
import { createNoCashier } from '../../hub/cashier/none.ts'
import { announce } from '../../hub/operations/announce.ts'
import type { Files } from '../../hub/ports.ts'
import { serve } from '../../hub/serve.ts'
import { createClock } from '../../hub/system/clock.ts'
import { createNodeFiles } from '../../hub/system/files.ts'
import { createIds } from '../../hub/system/ids.ts'
import { acquireLock } from '../../hub/system/lock.ts'
import { createThreadDirectory } from '../../hub/worker/thread-directory.ts'
import { careless, createLeak, deferring, renamedIn, unsynced, type Weakness, weaknesses } from './weaknesses.ts'

const { DATA_DIR = '', PORT = '0', WEAKNESS } = process.env
const weakness = v.parse(v.picklist(weaknesses), WEAKNESS)
const log = pino({ level: 'error' }, pino.destination(2))
const ids = createIds()
const files = createNodeFiles()
const weak: Partial<Record<Weakness, (real: Files) => Files>> = { deferred: deferring, unsynced, careless }

const lock = await acquireLock({ files, folder: join(DATA_DIR, 'lock'), ids })
const served = await serve({
  files: weak[weakness]?.(files) ?? files,
  ids,
  clock: createClock(),
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
  host: '127.0.0.1',
  port: Number(PORT),
  listening: { to: 'loopback' },
  web: fileURLToPath(new URL('../web', import.meta.url)),
  version: 'weakened',
})
if (weakness === 'forgetful' || weakness === 'amnesiac') {
  const { hub } = served
  const { submit } = hub
  let taps = 0
  // A name for each life, or each tap: what was sent before and is sent again looks new.
  const name = () => (weakness === 'forgetful' ? process.pid : ++taps)
  hub.submit = (principal, envelope) => submit(principal, renamedIn(name(), envelope))
}
if (weakness === 'leaking') {
  const { hub } = served
  const { submit } = hub
  const leak = createLeak()
  hub.submit = (principal, envelope) => {
    leak()
    return submit(principal, envelope)
  }
}
announce(served)

const stop = () =>
  void served
    .stop()
    .then(lock.release)
    .then(() => process.exit(0))
process.on('SIGTERM', stop)
process.on('disconnect', stop)
