/** `npm run backup`: one file that holds the whole house, made while the hub runs, and verified. */
import { stdout } from 'node:process'
import { verifyBackup } from '../hub/backup/verify.ts'
import { createNodeFiles } from '../hub/files.ts'
import { version } from '../hub/version.ts'
import { readBackupOptions } from './backup/options.ts'
import { makeBackup } from './backup/run.ts'
import { whyNot } from './backup/say.ts'
import { backupHelp, checking, made, packing, removed, sound } from './backup/words.ts'

try {
  const options = readBackupOptions(process.argv.slice(2), process.env)
  if (options.command === 'help') console.log(backupHelp)
  else if (options.command === 'verify') console.log(sound(await verifyBackup(options.file)))
  else await make(options)
} catch (error) {
  console.error(`\n  ${whyNot(error)}\n`)
  process.exitCode = 1
}

async function make(options: ReturnType<typeof readBackupOptions>): Promise<void> {
  const began = Date.now()
  const onOneLine = (text: string) => void (stdout.isTTY && stdout.write(`\r${text}`))
  const {
    path,
    holds,
    removed: gone,
  } = await makeBackup({
    ...options,
    files: createNodeFiles(),
    now: began,
    version,
    progress: (done, of) => onOneLine(packing(done, of)),
    checking: () => console.log(`${stdout.isTTY ? '\n' : ''}${checking}`),
  })
  for (const older of gone) console.log(removed(older))
  console.log(made(path, holds, (Date.now() - began) / 1000))
}
