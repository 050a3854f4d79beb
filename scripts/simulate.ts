/** `npm run simulate`: guests and staff who play an evening on real sockets, until they are stopped. */
import { resolve } from 'node:path'
import { createNodeFiles } from '../hub/system/files.ts'
import { loadDemoKeys } from './demo/keys.ts'
import { messageOf } from './lib/message-of.ts'
import { type Cast, demoCast } from './simulate/cast.ts'
import { type Evening, startEvening } from './simulate/evening.ts'
import { type Options, readOptions } from './simulate/options.ts'
import { keepPaired, loadPairedCast, pairCast } from './simulate/pair-cast.ts'
import { readRegulars } from './simulate/regulars.ts'
import { farewell, help, needsLink, pairing, started, status, waitingFor } from './simulate/words.ts'

const statusEveryMs = 10_000
/** A person has to do something first. */
const cannotStart = 2

try {
  const options = readOptions(process.argv.slice(2), process.env)
  if (options.help) console.log(help)
  else await simulate(options)
} catch (error) {
  console.error(`\n  ${messageOf(error)}\n`)
  process.exit(cannotStart)
}

async function simulate(options: Options): Promise<void> {
  const { hub: origin, speed, seed, rooms, quiet, data } = options
  const cast = await findCast(options)
  if (!cast) {
    console.error(needsLink)
    process.exit(cannotStart)
  }
  if (!quiet) console.log(started(origin, rooms, speed))
  const evening = startEvening({
    origin,
    cast,
    speed,
    seed,
    ...(rooms !== undefined && { rooms }),
    keepToken: keepPaired(createNodeFiles(), resolve(data)),
    failed: error => console.error(error),
  })
  const telling = setInterval(() => {
    if (!quiet) console.log(status(new Date(), evening.rooms(), evening.tally))
  }, statusEveryMs)
  stopWhenTold(evening, telling, quiet)
}

/** The demo's devices and PINs are known; those of another venue are paired once. */
async function findCast({ data, hub: origin, link, staff, pin, rooms }: Options): Promise<Cast | undefined> {
  const files = createNodeFiles()
  const folder = resolve(data)
  const regulars = await readRegulars(files, folder)
  const keys = await loadDemoKeys(files, folder)
  if (keys) return demoCast(keys, regulars)
  if (pin === undefined) return undefined
  if (link === undefined) return loadPairedCast(files, folder, pin, regulars)
  if (staff === undefined) return undefined
  return pairCast(
    {
      files,
      folder,
      origin,
      link,
      staff,
      pin,
      ...(rooms !== undefined && { rooms }),
      progress: (what, done, of) => console.log(pairing(what, done, of)),
      waiting: ms => console.log(waitingFor(ms)),
    },
    regulars,
  )
}

function stopWhenTold(evening: Evening, telling: NodeJS.Timeout, quiet: boolean): void {
  const stop = () => {
    clearInterval(telling)
    evening.stop()
    if (!quiet) console.log(farewell(evening.tally))
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop)
  // Whoever started us is gone.
  process.once('disconnect', stop)
}
