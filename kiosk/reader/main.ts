/** `npm run reader`: the card and code readers of a machine as a device of the hub. The hub itself starts it for its own. */
import { readFile, writeFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import * as v from 'valibot'
import type { Hid } from './hid.ts'
import { parseRecording } from './hid-recording.ts'
import { keepPaired, type Running, stopOnSignals } from './keep-paired.ts'
import { learn } from './learn.ts'
import { type KnownIds, udevRules } from './models.ts'
import { createNodeHid } from './node-hid.ts'
import { help, type Options, readOptions } from './options.ts'
import { Paired } from './pairing.ts'
import { replay } from './replay.ts'
import { createReplayedHid } from './replayed-hid.ts'
import { run } from './run.ts'
import { createSay } from './say.ts'

const rulesFile = '/etc/udev/rules.d/70-changming-readers.rules'
/** As the hub's: a person has to do something first. */
const cannotStart = 2

const say = await createSay()
const options = readOptions(process.argv.slice(2), process.env.READERS)

if ('bad' in options) {
  const { bad } = options
  say(t => t('reader.badOption', { option: bad }))
  console.log(help)
  process.exitCode = cannotStart
} else await start(options)

async function start(asked: Exclude<Options, { bad: string }>): Promise<void> {
  switch (asked.do) {
    case 'help':
      return console.log(help)
    case 'udev':
      if (!asked.install) return console.log(udevRules(asked.also))
      await writeFile(rulesFile, udevRules(asked.also))
      return say(t => t('reader.udevInstalled', { file: rulesFile }))
    case 'replay':
      return replayFile(asked.file, asked.also)
    case 'learn':
      return learnHere()
    case 'own':
      return readForHub(asked.also)
    case 'read':
      return readAlone(asked)
  }
}

async function replayFile(file: string, also: readonly KnownIds[]): Promise<void> {
  const recording = parseRecording(await readFile(file, 'utf8'))
  const played = replay(recording, also)
  if (!played) {
    process.exitCode = 1
    return say(t => t('reader.noModel'))
  }
  say(t => `${t(`reader.model.${played.model}`)} ${recording.name}`)
  // The numbers are the recording's own, which whoever replays it has already.
  for (const scan of played.scans)
    if (scan.kind === 'unreadable') say(t => t('reader.unreadable'))
    else console.log(`  ${scan.kind} ${scan.text}`)
}

/** Once when it is opened, and again with each line that is typed. */
async function touchedByEnter(file: string): Promise<() => Promise<Hid>> {
  const hid = createReplayedHid(parseRecording(await readFile(file, 'utf8')))
  createInterface({ input: process.stdin }).on('line', () => void hid.play())
  return async () => hid
}

async function learnHere(): Promise<void> {
  const hid = await createNodeHid().catch((error: unknown) => {
    console.error(`  ${String(error)}`)
    say(t => t('reader.noDriver'))
    process.exitCode = cannotStart
  })
  if (hid) await learn({ hid, say, print: console.log })
}

const FromHub = v.strictObject({ paired: Paired, ca: v.exactOptional(v.string()) })

/** In the hub's own terminal its readers say nothing: the console does. */
function readForHub(also: readonly KnownIds[]): void {
  let running: Promise<Running> | undefined
  process.on('disconnect', () => process.exit(0))
  process.on('message', message => {
    const { paired, ca } = v.parse(FromHub, message)
    // Started again it is given a token of its own: nothing to keep.
    const keep = () => Promise.resolve()
    running ??= run({
      paired,
      ca,
      also,
      openHid: createNodeHid,
      keep,
      say: () => undefined,
      unpaired: () => process.exit(1),
    })
  })
  stopOnSignals(() => running)
}

async function readAlone(asked: Extract<Options, { do: 'read' }>): Promise<void> {
  const { replay: recorded, also } = asked
  const openHid = recorded === undefined ? createNodeHid : await touchedByEnter(recorded)
  const became = await keepPaired({
    ...asked,
    say,
    showCode: (code, known) => say(t => t(known ? 'reader.pairKnown' : 'reader.pairCode', { code })),
    run: pairing => run({ ...pairing, also, openHid, say }),
  })
  if (became === 'nowhere') console.log(help)
  if (became !== 'running') process.exitCode = cannotStart
}
