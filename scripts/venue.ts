/** `npm run venue`: makes a venue of one's own in an empty data folder (`new`), or sets somebody's PIN anew in one (`pin`). */
import { resolve } from 'node:path'
import { sayWhyNot } from '../hub/operations/say-why-not.ts'
import { StoreFailed } from '../hub/ports.ts'
import { createNodeFiles } from '../hub/system/files.ts'
import { diskWords, wordsFor } from './lib/disk-words.ts'
import { FolderTaken, isTaken, makeWhole } from './lib/make-whole.ts'
import { agree } from './venue/agree.ts'
import { type Asking, createAsking, NobodyAnswers } from './venue/ask.ts'
import { type Flags, readFlags } from './venue/flags.ts'
import { setNewPin } from './venue/new-pin.ts'
import { alreadyThere, help, made, noPin, nothingMade, pinAsItWas } from './venue/words.ts'
import { writeVenue } from './venue/write.ts'

const files = createNodeFiles()
let folder = ''

try {
  const flags = readFlags(process.argv.slice(2), process.env)
  folder = resolve(flags.data)
  await run(flags)
} catch (error) {
  await sayWhy(error)
  process.exitCode = 1
}

async function run(flags: Flags): Promise<void> {
  if (!flags.help && flags.command === 'new') await asked(nothingMade, asking => makeVenue(flags, asking))
  else if (!flags.help && flags.command === 'pin')
    await asked(pinAsItWas, asking => setNewPin({ files, now: Date.now(), flags, asking }))
  else {
    console.log(help)
    process.exitCode = flags.help ? 0 : 1
  }
}

/** Until something is written it ends as if nobody answered; once it is being written it is finished. `nothing`: was done. */
async function asked(nothing: string, act: (asking: Asking) => Promise<string>): Promise<void> {
  const asking = createAsking()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => asking.close())
  try {
    console.log(await act(asking))
  } catch (error) {
    if (!(error instanceof NobodyAnswers)) throw error
    // Where nobody could be asked, what to do instead.
    throw new Error(process.stdin.isTTY ? nothing : `${nothing}\n  ${noPin}`)
  } finally {
    asking.close()
  }
}

async function makeVenue(flags: Flags, asking: Asking): Promise<string> {
  if (await isTaken(files, folder)) throw new FolderTaken(folder)
  const agreed = await agree(flags, asking)
  if (!agreed) throw new Error(nothingMade)
  const write = (inside: string) => writeVenue({ files, folder: inside, ...agreed, now: Date.now() })
  return made(await makeWhole(files, folder, write), flags.data)
}

async function sayWhy(error: unknown): Promise<void> {
  if (error instanceof FolderTaken) return console.error(alreadyThere(error.message))
  // Of the rights first: who is somebody else than the hub is not to take its folder from it.
  if (error instanceof StoreFailed && diskWords(error) === undefined)
    return sayWhyNot(error, { folder, host: '', port: 0 })
  console.error(`\n  ${wordsFor(error)}\n`)
}
