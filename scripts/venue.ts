/** `npm run venue -- new`: makes a venue of one's own in an empty data folder. */
import { resolve } from 'node:path'
import { createNodeFiles } from '../hub/files.ts'
import { createAsking, NobodyAnswers } from './venue/ask.ts'
import { type Flags, readFlags } from './venue/flags.ts'
import { interview } from './venue/interview.ts'
import { readPin } from './venue/read.ts'
import { alreadyThere, help, made, noPin, noRooms } from './venue/words.ts'
import { holdsVenue, writeVenue } from './venue/write.ts'

try {
  const flags = readFlags(process.argv.slice(2), process.env)
  if (flags.help || flags.command !== 'new') console.log(help)
  else await makeVenue(flags)
  process.exitCode = flags.help || flags.command === 'new' ? process.exitCode : 1
} catch (error) {
  const message = error instanceof NobodyAnswers ? noPin : error instanceof Error ? error.message : String(error)
  console.error(`\n  ${message}\n`)
  process.exitCode = 1
}

async function makeVenue(flags: Flags): Promise<void> {
  const files = createNodeFiles()
  const folder = resolve(flags.data)
  if (await holdsVenue(files, folder)) {
    console.error(alreadyThere(flags.data))
    process.exitCode = 1
    return
  }
  const asking = createAsking()
  try {
    const plan = await interview(flags, flags.yes ? undefined : asking)
    if (plan.classes.every(({ floors }) => floors.every(({ rooms }) => rooms === 0))) throw new Error(noRooms)
    const pin =
      flags.ownerPin ??
      (await asking.askSecret('老板的 PIN，六位数字 owner PIN, six digits:', '再输一次 once more:', readPin))
    const venue = await writeVenue({ files, folder, plan, pin, now: Date.now() })
    console.log(made(venue, flags.data))
  } finally {
    asking.close()
  }
}
