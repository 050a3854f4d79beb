/** `npm run journal`: looks after the journal of a data folder: verify, repair, print. */
import { resolve } from 'node:path'
import { createNodeFiles } from '../hub/system/files.ts'
import { type JournalOptions, readOptions } from './journal/options.ts'
import { printAll, repair, verify } from './journal/run.ts'
import { help } from './journal/words.ts'
import { wordsFor } from './lib/disk-words.ts'

/** Not what was looked for, but that nobody could look. */
const couldNotLook = 2

try {
  process.exitCode = await run(readOptions(process.argv.slice(2), process.env))
} catch (error) {
  console.error(`\n  ${wordsFor(error)}\n`)
  process.exitCode = couldNotLook
}

async function run(options: JournalOptions): Promise<number> {
  const at = { files: createNodeFiles(), folder: resolve(options.data), say: (text: string) => console.log(text) }
  switch (options.command) {
    case 'verify':
      return verify(at)
    case 'repair':
      return repair(at, options)
    case 'print':
      return printAll(at, options.filter)
    case 'help':
      console.log(help)
      return process.argv.length > 3 ? couldNotLook : 0
  }
}
