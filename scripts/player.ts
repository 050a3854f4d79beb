/** `npm run player`: a room's songs out of the venue's own folder, by mpv or as lists for another player. */
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { claimLink, forget, type Paired, pairByCode, recall, remember } from '../kiosk/reader/pairing.ts'
import { createSay } from '../kiosk/reader/say.ts'
import { help, type Options, readOptions } from './player/options.ts'
import { type Running, run } from './player/run.ts'

/** As the hub's: a person has to do something first. */
const cannotStart = 2

const say = await createSay()
const options = readOptions(process.argv.slice(2))

if ('bad' in options) {
  const { bad } = options
  say(t => t('reader.badOption', { option: bad }))
  console.log(help)
  process.exitCode = cannotStart
} else if (options.do === 'help') console.log(help)
else await start(options)

async function start(asked: Extract<Options, { do: 'play' }>): Promise<void> {
  const { hub, link, ca: caFile, state } = asked
  const file = resolve(state)
  const ca = caFile === undefined ? undefined : await readFile(caFile, 'utf8')
  let running: Promise<Running> | undefined
  stopOnSignals(() => running)

  const pair = async (origin: string): Promise<Paired> => {
    const paired = await pairByCode({
      origin,
      ca,
      show: code => say(t => t('player.pairCode', { code })),
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
      options: asked,
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
