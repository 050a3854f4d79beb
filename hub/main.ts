/** Starts the hub: constructs the adapters, listens, says where, and stops well. The only place that constructs adapters. */
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Logger } from 'pino'
import { openDoor } from './backup/door.ts'
import { forkBackup, forkRewrite, forkVerify } from './backup/fork-backup.ts'
import { createHeldFiles } from './backup/held-files.ts'
import { finishRestore } from './backup/restore.ts'
import { clearStaged } from './backup/stage.ts'
import { stageRunning } from './backup/stage-running.ts'
import { restoreWanted, wantRestore } from './backup/wanted.ts'
import { createNoCashier } from './cashier/none.ts'
import { bringUpToDate } from './data-version/data-version.ts'
import { announce } from './operations/announce.ts'
import { listeningOf } from './operations/listening.ts'
import { createLog } from './operations/log.ts'
import { isAddressAway, isForeseen, sayWhyNot } from './operations/say-why-not.ts'
import { forkReader, superviseOwnReader } from './own-reader.ts'
import { StoreFailed } from './ports.ts'
import { createEscposPrinter } from './printer/escpos-printer.ts'
import { createNoPrinter } from './printer/none.ts'
import { serve } from './serve.ts'
import { createClock } from './system/clock.ts'
import { createNodeFiles, isThere } from './system/files.ts'
import { createIds } from './system/ids.ts'
import { acquireLock } from './system/lock.ts'
import { version } from './version.ts'
import { createThreadDirectory } from './worker/thread-directory.ts'

/** Whoever started us need not try again: a person has to do something first. */
const cannotStart = 2
/** Whoever started us is to start us again, at once: from a backup. */
const startAgain = 3
/** The machine has not got its address: after a power cut the router may need longer than it does. Worth trying again. */
const addressAway = 4

const folder = resolve(process.env.DATA_DIR ?? 'data')

/** Resolves when the hub is open; a person is told where it is not. `compiled`: it need not be compiled anew at this start. */
export async function main({ compiled }: { readonly compiled: boolean }): Promise<void> {
  let where = { host: '', port: 0 }
  let logged: Logger | undefined
  try {
    const { host, port, ...listening } = listeningOf(process.env)
    where = { host, port }
    const held = createHeldFiles(createNodeFiles())
    const { files } = held
    const ids = createIds()
    await finishRestore(files, folder)
    // Before anything is written: a house can only be made where nothing is.
    if (!(await isThere(join(folder, 'venue.json'))))
      throw new StoreFailed('no-house', folder, 'no venue in this folder')
    const { log, flush } = await createLog(folder, process.env)
    logged = log
    process.on('exit', flush)
    if (!compiled) log.warn('the program was not built for this Node')
    await restoreWanted({ files, folder, now: Date.now(), log })
    const lock = await acquireLock({ files, folder: join(folder, 'lock'), ids })
    await clearStaged(folder)
    const raised = await bringUpToDate(files, folder)
    if (raised)
      log.warn(
        raised,
        'the data folder was of an older version; a copy of it stays for 30 days, or until a member is erased',
      )
    const door = await openDoor({
      folder,
      stage: () => stageRunning(held, folder, ids),
      failed: error => log.error({ err: error }, 'the house was not put aside'),
    })
    const clock = createClock()
    const backupProgram = new URL('../scripts/backup.js', import.meta.url)
    let leave: Leave = () => undefined
    const served = await serve({
      files,
      ids,
      clock,
      cashier: createNoCashier(),
      printer: settings => (settings.kind === 'escpos' ? createEscposPrinter(settings) : createNoPrinter()),
      directory: catalogue =>
        createThreadDirectory({
          catalogue,
          script: new URL('../hub/worker.js', import.meta.url),
          folder,
          died: error => {
            log.fatal({ err: error }, 'the worker thread ended')
            process.exit(1)
          },
          passedOver: reason => log.error({ reason }, 'a member is damaged on the disk, and not found'),
        }),
      log,
      copy: forkBackup(backupProgram, folder),
      rewrite: forkRewrite(backupProgram, folder),
      restore: {
        verify: forkVerify(backupProgram),
        startFrom: ({ name: backup, path, madeAt, bytes }, { staff: by, device }) =>
          leave(startAgain, async () => {
            // As it is when nothing changes it any more.
            const console = served.devices.find(device)
            if (console) await wantRestore(files, folder, { path, backup, madeAt, bytes, by, console })
          }),
      },
      ...(process.env.BACKUP_DIR && { backups: [resolve(process.env.BACKUP_DIR)] }),
      folder,
      host,
      port,
      listening,
      web: fileURLToPath(new URL('../web', import.meta.url)),
      version,
    })
    announce(served)
    log.info({ version, seq: served.hub.seq }, 'the hub is open')
    // With PORT=0 the system chose it. The house does without: only the doctor looks for it.
    lock
      .listens({ ...listening, host, port: Number(new URL(served.origin).port) || port })
      .catch((error: unknown) => log.warn({ err: error }, 'where the hub listens could not be written down'))
    const reader = superviseOwnReader({
      served,
      ids,
      clock,
      log,
      start: () => forkReader(new URL('../scripts/reader.js', import.meta.url), log),
    })
    leave = leaving(log, async () => {
      // At once: a terminal's Ctrl-C reaches the reader program as well, and its end is then no news.
      await Promise.all([reader.stop(), served.stop(), door.close()])
      await lock.release()
    })
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => leave(0))
    // Whoever started the hub is gone: it goes too, as with a closed terminal.
    process.on('disconnect', () => leave(0))
  } catch (error) {
    if (!isForeseen(error)) logged?.fatal({ err: error }, 'the hub could not start')
    await sayWhyNot(error, { folder, ...where })
    process.exit(isAddressAway(error) ? addressAway : cannotStart)
  }
}

/** `last`: what is done when all is closed. */
type Leave = (code: number, last?: () => Promise<void>) => void

function leaving(log: Logger, end: () => Promise<void>): Leave {
  let stopping = false
  return (code, last = async () => undefined) => {
    if (stopping) return
    stopping = true
    log.info('the hub closes')
    end()
      .then(last)
      .then(
        () => process.exit(code),
        error => {
          log.error({ err: error }, 'the hub did not stop well')
          process.exit(1)
        },
      )
  }
}
