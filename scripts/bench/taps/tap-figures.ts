/** What the taps of so many panels come to, beside a bare relay, a relay that syncs, and the disk itself. Pure. */
import type { Figure } from '../figure.ts'
import { median, percentile, spreadOf } from '../statistics.ts'
import type { TapResult } from './job.ts'

/** DESIGN: at most twice a bare relay in the middle, and hardly more than the disk itself at the end. */
const bars = { p50: 2, syncs: 1.5, p99: 1.25 } as const
/** Of fewer taps in a repetition the 99th percentile is the slowest one or so: shown, not judged. */
const tapsForP99 = 400

const section = '点一下 → 中控台 tap on a panel → event on a console, durable'
const how =
  'from when a tap was due; one fdatasync: of a journal line over zeroes on this disk, as often as is tapped, while nobody does'

export const nameOf = (panels: number, perSecond: number): string =>
  `${panels.toLocaleString('en')} ${panels === 1 ? 'panel' : 'panels'} × ${perSecond / panels} tap/s`

export function tapFigures(name: string, result: Omit<TapResult, 'refused' | 'lost'>): Figure[] {
  const hub = spreadOf(result.hub)
  const relay = spreadOf(result.relay)
  const synced = spreadOf(result.synced)
  const showing = spreadOf(result.showing)
  const sync = median(result.syncs.map(one => percentile(one, 0.5)))
  const figure = (which: 'p50' | 'p99', what: string, value: number): Figure => ({
    section,
    how,
    name: `${name}  ${which}`,
    value: hub[which],
    unit: 'ms',
    beside: { what, value },
    samples: hub.samples,
  })
  const bare = 'bare relay'
  const durable = 'bare relay + fdatasync'
  /** It decides nothing: nobody who shows a house what was tapped is quicker. */
  const asMuch = 'relay that keeps and shows as much'
  return [
    { ...figure('p50', bare, relay.p50), atMost: bars.p50 },
    { ...figure('p50', `${bare} + ${bars.syncs} fdatasyncs`, relay.p50 + bars.syncs * sync), atMost: 1 },
    figure('p50', durable, synced.p50),
    figure('p50', asMuch, showing.p50),
    figure('p99', bare, relay.p99),
    figure('p99', asMuch, showing.p99),
    {
      ...figure('p99', durable, synced.p99),
      ...((result.hub[0]?.length ?? 0) >= tapsForP99 && { atMost: bars.p99 }),
    },
    { section, how, name: `${name}  one fdatasync p50`, value: sync, unit: 'ms', samples: result.syncs.flat().length },
  ]
}
