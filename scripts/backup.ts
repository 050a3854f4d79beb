/** `npm run backup`: one file that holds the whole house, made while the hub runs, and verified. The hub starts it as well. */
import { stdout } from 'node:process'
import type { BackupTold } from '../hub/backup/fork-backup.ts'
import { type BackupHolds, verifyBackup } from '../hub/backup/verify.ts'
import { createNodeFiles } from '../hub/system/files.ts'
import { version } from '../hub/version.ts'
import { type BackupOptions, readBackupOptions } from './backup/options.ts'
import { type Made, makeBackup, rewriteOld } from './backup/run.ts'
import { isFull, whyNot } from './backup/say.ts'
import { backupHelp, checking, made, packing, removed, sound, tookOut } from './backup/words.ts'

try {
  const options = readBackupOptions(process.argv.slice(2), process.env)
  if (options.command === 'help') console.log(backupHelp)
  else if (options.command === 'verify') look(await verifyBackup(options.file))
  else if (options.command === 'rewrite') await rewrite(options)
  else if (process.send) tellMade(await make(options))
  else await makeAndSay(options)
} catch (error) {
  if (process.send) tell({ ok: false, full: isFull(error), why: whyNot(error) })
  else console.error(`\n  ${whyNot(error)}\n`)
  process.exitCode = 1
}

function look(holds: BackupHolds): void {
  if (process.send) tell({ ok: true, bytes: holds.bytes })
  else console.log(sound(holds))
}

async function makeAndSay(options: BackupOptions): Promise<void> {
  const began = Date.now()
  const { path, holds, removed: gone } = await make(options, text => void (stdout.isTTY && stdout.write(`\r${text}`)))
  for (const older of gone) console.log(removed(older))
  console.log(made(path, holds, (Date.now() - began) / 1000))
}

async function rewrite(options: BackupOptions): Promise<void> {
  // The hub asks again at every start; a person may have put an old one there.
  const rewritten = await rewriteOld({ ...options, files: createNodeFiles(), afresh: !process.send })
  if (process.send) tell({ ok: true, bytes: 0, rewritten })
  else console.log(tookOut(rewritten))
}

function make(options: BackupOptions, onOneLine?: (text: string) => void): Promise<Made> {
  return makeBackup({
    ...options,
    files: createNodeFiles(),
    now: Date.now(),
    version,
    progress: (done, of) => onOneLine?.(packing(done, of)),
    checking: () => onOneLine && console.log(`${stdout.isTTY ? '\n' : ''}${checking}`),
  })
}

function tellMade({ bytes, holds: { damaged = [], noSongs } }: Made): void {
  const unreadable = damaged.length + (noSongs === undefined ? 0 : 1)
  tell({ ok: true, bytes, ...(unreadable > 0 && { unreadable }) })
}

/** To the hub, which then hears no more: the channel would keep this process alive. */
function tell(told: BackupTold): void {
  process.send?.(told, () => process.disconnect())
}
