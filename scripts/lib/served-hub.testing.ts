/** A real hub on a folder and a free port, in this very process: all but the worker thread, which is built first. */
import { createNoCashier } from '../../hub/cashier/none.ts'
import { createClock } from '../../hub/clock.ts'
import { createLowdbDocuments } from '../../hub/documents/lowdb-documents.ts'
import { createNodeFiles } from '../../hub/files.ts'
import { createIds } from '../../hub/ids.ts'
import type { Clock } from '../../hub/ports.ts'
import { type Served, serve } from '../../hub/serve.ts'
import { createLocalDirectory } from '../../hub/worker/local-directory.ts'

export interface ServedHub {
  readonly origin: string
  readonly served: Served
  /** Ends it and starts it again on the same folder and port. */
  restart(): Promise<void>
  /** What it logged as errors. */
  errors(): readonly object[]
  stop(): Promise<void>
}

export async function createServedHub(folder: string, clock: Clock = createClock()): Promise<ServedHub> {
  const files = createNodeFiles()
  const errors: object[] = []
  const log = { info: () => undefined, warn: () => undefined, error: (fields: object) => void errors.push(fields) }
  const start = (port: number) =>
    serve({
      files,
      folder,
      log,
      clock,
      ids: createIds(),
      cashier: createNoCashier(),
      directory: () => createLocalDirectory({ documents: createLowdbDocuments({ files, folder }), files, folder }),
      web: folder,
      version: 'test',
      host: '127.0.0.1',
      port,
      listening: { to: 'loopback' },
    })
  let served = await start(0)
  const { origin } = served
  return {
    origin,
    get served() {
      return served
    },
    async restart() {
      await served.stop()
      served = await start(Number(new URL(origin).port))
    },
    errors: () => errors,
    stop: () => served.stop(),
  }
}
