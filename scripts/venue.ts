/** `npm run venue -- new`: makes a venue of one's own in an empty data folder. */
import { resolve } from 'node:path'
import { createNodeFiles } from '../hub/files.ts'
import { FolderTaken, isTaken, makeWhole } from './lib/make-whole.ts'
import { agree } from './venue/agree.ts'
import { createAsking, NobodyAnswers } from './venue/ask.ts'
import { type Flags, readFlags } from './venue/flags.ts'
import { alreadyThere, help, made, noPin, nothingMade } from './venue/words.ts'
import { writeVenue } from './venue/write.ts'

try {
  const flags = readFlags(process.argv.slice(2), process.env)
  if (flags.help || flags.command !== 'new') console.log(help)
  else await makeVenue(flags)
  process.exitCode = flags.help || flags.command === 'new' ? process.exitCode : 1
} catch (error) {
  console.error(error instanceof FolderTaken ? alreadyThere(error.message) : `\n  ${wordsOf(error)}\n`)
  process.exitCode = 1
}

function wordsOf(error: unknown): string {
  if (error instanceof NobodyAnswers) return whyNot()
  return error instanceof Error ? error.message : String(error)
}

async function makeVenue(flags: Flags): Promise<void> {
  const files = createNodeFiles()
  const folder = resolve(flags.data)
  if (await isTaken(files, folder)) throw new FolderTaken(folder)
  const asking = createAsking()
  // Before anything is written it ends as if nobody answered; once it is being written it is finished.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => asking.close())
  try {
    const agreed = await agree(flags, asking)
    if (!agreed) throw new Error(nothingMade)
    const write = (inside: string) => writeVenue({ files, folder: inside, ...agreed, now: Date.now() })
    const venue = await makeWhole(files, folder, write)
    console.log(made(venue, flags.data))
  } finally {
    asking.close()
  }
}

/** Where nobody could be asked, what to do instead. */
function whyNot(): string {
  return process.stdin.isTTY ? nothingMade : `${nothingMade}\n  ${noPin}`
}
