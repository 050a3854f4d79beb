/** `npm run restore -- FILE`: puts a backup where the hub starts from, here or on a new machine. */
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { stdout } from 'node:process'
import { restoreBackup } from '../hub/backup/restore.ts'
import { verifyBackup } from '../hub/backup/verify.ts'
import { createNodeFiles } from '../hub/system/files.ts'
import { readRestoreOptions } from './backup/options.ts'
import { whyNot } from './backup/say.ts'
import { checking, restored, restoreHelp, unpacking } from './backup/words.ts'

try {
  const { help, file, data, replace } = readRestoreOptions(process.argv.slice(2), process.env)
  if (help) console.log(restoreHelp)
  else {
    console.log(checking)
    const holds = await verifyBackup(file)
    const { before, gone } = await restoreBackup({
      files: createNodeFiles(),
      path: file,
      folder: data,
      evenThere: replace,
      told: { ok: true, backup: basename(file), madeAt: holds.at, bytes: (await stat(file)).size },
      now: Date.now(),
      progress: files => void (stdout.isTTY && stdout.write(`\r${unpacking(files)}`)),
    })
    console.log(restored(data, before, gone, holds))
  }
} catch (error) {
  console.error(`\n  ${whyNot(error)}\n`)
  process.exitCode = 1
}
