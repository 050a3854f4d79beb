/** A real hub on a folder and a free port, in this very process: all but the worker thread, which is built first. */
import { openDoor } from '../../hub/backup/door.ts'
import { createHeldFiles } from '../../hub/backup/held-files.ts'
import type { RewriteBackups } from '../../hub/backup/old-backups.ts'
import { stageRunning } from '../../hub/backup/stage-running.ts'
import { createNoCashier } from '../../hub/cashier/none.ts'
import { createLowdbDocuments } from '../../hub/documents/lowdb-documents.ts'
import type { Clock } from '../../hub/ports.ts'
import { type Served, serve } from '../../hub/serve.ts'
import { createClock } from '../../hub/system/clock.ts'
import { createNodeFiles } from '../../hub/system/files.ts'
import { createIds } from '../../hub/system/ids.ts'
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

export async function createServedHub(
  folder: string,
  clock: Clock = createClock(),
  rewrite?: RewriteBackups,
  backups?: readonly string[],
): Promise<ServedHub> {
  const held = createHeldFiles(createNodeFiles())
  const { files } = held
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
      directory: catalogue =>
        createLocalDirectory({ documents: () => createLowdbDocuments({ files, folder }), files, folder, catalogue }),
      web: folder,
      version: 'test',
      host: '127.0.0.1',
      port,
      listening: { to: 'loopback' },
      ...(rewrite && { rewrite }),
      ...(backups && { backups }),
    })
  const door = await openDoor({
    folder,
    stage: () => stageRunning(held, folder, createIds()),
    failed: error => void errors.push({ error: String(error) }),
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
    async stop() {
      await door.close()
      await served.stop()
    },
  }
}
