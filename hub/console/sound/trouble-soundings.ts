/** What sounds though no guest called: what is amiss in the house, until it is mended or somebody here said 知道了. */
import type { PrinterView } from '../../../shared/protocol/views/console.ts'
import type { HouseTrouble } from '../state/house-troubles.ts'
import type { ReaderTrouble } from '../state/reader-troubles.ts'
import type { Calling } from './alarm.ts'

export interface FailingPrinter extends PrinterView {
  readonly state: Exclude<PrinterView['state'], 'well'>
}

export interface Amiss {
  readonly readers: readonly ReaderTrouble[]
  readonly house: readonly HouseTrouble[]
  readonly printer: FailingPrinter | undefined
  /** Keys of what somebody here knows of. */
  readonly known: ReadonlySet<string>
  /** Ms. */
  readonly now: number
}

const minute = 60_000
/** Guests are cut off from what they were promised. */
const soonMs = 10 * minute
/** A party has nothing to call by; but from so many panels on it is their network, and known after the first. */
const cutOffMs = 3 * minute
const network = 3
/** Nobody can mend it while the house is full. */
const laterMs = 60 * minute
/** Tickets are orders that nobody makes. */
const ticketsMs = 3 * minute
/** Paper is being changed. */
const printerPatience = 20_000

export const printerKey = ({ state, since }: FailingPrinter): string => `printer/${state}/${since}`

export function troubleSoundings({ readers, house, printer, known, now }: Amiss): readonly Calling[] {
  const panelsAgainMs = house.filter(({ kind }) => kind === 'panel').length < network ? cutOffMs : soonMs
  return [
    ...readers
      .filter(({ key }) => !known.has(key))
      .map(trouble => ({
        key: trouble.key,
        tone: 'warning' as const,
        againMs: soonMs,
        trouble: true as const,
        about: { kind: 'reader', trouble } as const,
      })),
    ...house.flatMap(trouble => houseSounding(trouble, known, panelsAgainMs)),
    ...(printer ? printerSounding(printer, known, now) : []),
  ]
}

function houseSounding(trouble: HouseTrouble, known: ReadonlySet<string>, panelsAgainMs: number): readonly Calling[] {
  const { kind, key } = trouble
  const about = { kind: 'house', trouble } as const
  // Said when it becomes low, and not with every gift from there on; so it is not forgotten by being known.
  if (kind === 'budget') return [{ key: `budget/${trouble.staff}`, tone: 'info', trouble: true, about }]
  if (known.has(key)) return []
  if (kind === 'time') return [{ key, tone: 'info', trouble: true, about }]
  return [
    kind === 'panel'
      ? { key, tone: 'warning', againMs: panelsAgainMs, trouble: true, about }
      : { key, tone: 'info', againMs: laterMs, trouble: true, about },
  ]
}

function printerSounding(printer: FailingPrinter, known: ReadonlySet<string>, now: number): readonly Calling[] {
  const key = printerKey(printer)
  if (known.has(key) || now - printer.since < printerPatience) return []
  const againMs = printer.waiting > 0 ? ticketsMs : soonMs
  return [{ key, tone: 'warning', againMs, trouble: true, about: { kind: 'printer', state: printer.state } }]
}
