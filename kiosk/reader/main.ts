/** `npm run reader`: the card and code readers of a machine as a device of the hub. The hub itself starts it for its own. */
import { readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import * as v from 'valibot'
import type { Hid } from './hid.ts'
import { parseRecording } from './hid-recording.ts'
import { learn } from './learn.ts'
import { type KnownIds, udevRules } from './models.ts'
import { createNodeHid } from './node-hid.ts'
import { help, type Options, readOptions } from './options.ts'
import { claimLink, forget, Paired, pairByCode, recall, remember } from './pairing.ts'
import { replay } from './replay.ts'
import { createReplayedHid } from './replayed-hid.ts'
import { type Running, run } from './run.ts'
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
  const { hub, link, ca: caFile, state, replay: recorded, also } = asked
  const file = resolve(state)
  const ca = caFile === undefined ? undefined : await readFile(caFile, 'utf8')
  const openHid = recorded === undefined ? createNodeHid : await touchedByEnter(recorded)
  let running: Promise<Running> | undefined
  stopOnSignals(() => running)

  const pair = async (origin: string): Promise<Paired> => {
    const paired = await pairByCode({
      origin,
      ca,
      show: code => say(t => t('reader.pairCode', { code })),
      trouble: why => say(t => t('reader.hubTrouble', { origin, why })),
    })
    await remember(file, paired)
    say(t => t('reader.paired', { origin }))
    return paired
  }
  const begin = (paired: Paired): void => {
    running = run({
      paired,
      ca,
      also,
      openHid,
      say,
      keep: next => remember(file, next),
      unpaired() {
        void running
          ?.then(one => one.stop())
          .then(() => forget(file))
          .then(() => pair(paired.origin))
          .then(begin)
      },
    })
  }

  if (link) {
    try {
      const paired = await claimLink(link, ca)
      await remember(file, paired)
      return begin(paired)
    } catch (error) {
      console.error(`  ${String(error)}`)
      say(t => t('reader.linkRefused'))
      process.exitCode = cannotStart
      return
    }
  }
  const known = await recall(file)
  if (known && (hub === undefined || hub === known.origin)) return begin(known)
  if (hub !== undefined) return begin(await pair(hub))
  console.log(help)
  process.exitCode = cannotStart
}

function stopOnSignals(running: () => Promise<Running> | undefined): void {
  const stop = async () => {
    await (await running())?.stop()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void stop())
}
