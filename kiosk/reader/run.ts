/** The readers of one machine as a device of the hub: what they read goes there, and how they are. */
import type { PluggedReader, ReaderReport } from '../../shared/protocol/readers.ts'
import type { Hid } from './hid.ts'
import type { LinkState } from './hub-socket.ts'
import type { Pairing, Running } from './keep-paired.ts'
import { createReaderLink } from './link.ts'
import type { KnownIds } from './models.ts'
import { type Readers, type ReadersDeps, type Touch, watchReaders } from './readers.ts'
import type { Say } from './say.ts'

/** Without a library that node-hid needs it runs all the same, so that the console can say what to install. */
export async function run(
  deps: Pairing & {
    also: readonly KnownIds[]
    /** This machine's devices; rejects where they cannot be had. */
    openHid: () => Promise<Hid>
    say: Say
  },
): Promise<Running> {
  const { paired, ca, also, openHid, say, unpaired, keep } = deps
  let report: ReaderReport = { driver: true, readers: [], lost: 0 }
  const tell = (change: Partial<ReaderReport>) => {
    report = { ...report, ...change }
    link.report(report)
  }

  let last: LinkState | undefined
  const link = createReaderLink({
    ...paired,
    ca,
    keep,
    failed: error => console.error(`  ${String(error)}`),
    state(state, why) {
      if (state === last) return
      last = state
      if (state === 'away') say(t => t('reader.away', { why }))
      else say(t => t(`reader.${state}`))
      if (state === 'unpaired') unpaired()
    },
  })

  async function touched({ scan, cameAt }: Touch): Promise<void> {
    if (scan.kind === 'unreadable') say(t => t('reader.unreadable'))
    const answer = await link.touch(scan, cameAt)
    if (answer) return say(t => t(answer.ok ? 'reader.sent' : 'reader.refused'))
    say(t => t('reader.lost'))
    tell({ lost: report.lost + 1 })
  }

  const spoken = new Map<string, string>()
  function changed(readers: readonly PluggedReader[]): void {
    for (const { id, model, state } of readers) {
      if (spoken.get(id) === state) continue
      spoken.set(id, state)
      say(t => t(`reader.is.${state}`, { reader: `${id} ${t(`reader.model.${model}`)}` }))
    }
    tell({ readers: [...readers] })
  }

  const readers = await watchReadersHere({
    openHid,
    also,
    touched: touch => void touched(touch),
    changed,
    failed: error => console.error(`  ${String(error)}`),
    noDriver(error) {
      console.error(`  ${String(error)}`)
      say(t => t('reader.noDriver'))
    },
  })
  tell(readers ? { readers: [...readers.list()] } : { driver: false })
  if (readers?.list().length === 0) say(t => t('reader.none'))

  return {
    async stop() {
      link.close()
      await readers?.stop()
    },
  }
}

/** Undefined where node-hid cannot be loaded. */
async function watchReadersHere({
  openHid,
  noDriver,
  ...deps
}: Omit<ReadersDeps, 'hid'> & { openHid: () => Promise<Hid>; noDriver: (error: unknown) => void }): Promise<
  Readers | undefined
> {
  try {
    return await watchReaders({ ...deps, hid: await openHid() })
  } catch (error) {
    noDriver(error)
    return undefined
  }
}
