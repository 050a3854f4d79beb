/** The lines of an order: whether they can be had, and what they cost. */
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import { type Refusal, refuse } from '../../../shared/protocol/refusals.ts'
import { wallClock } from '../business-day.ts'
import type { Meta } from '../decision.ts'
import type { ReadState } from '../state.ts'
import type { OrderLine } from './events.ts'
import type { MenuItem } from './menu-item.ts'
import { priceOf } from './price.ts'
import { missingOf } from './sold-out.ts'

export type AskedLine = CommandOf<'PlaceOrder'>['lines'][number]

/** Lines with the prices of `roomClass` at `at` (ms), or why one of them cannot be had. */
export function priceLines(
  state: ReadState,
  asked: readonly AskedLine[],
  roomClass: Id | undefined,
  at: number,
  meta: Pick<Meta, 'item' | 'venue' | 'id'>,
): readonly OrderLine[] | Refusal {
  const { minute } = wallClock(at, meta.venue.timeZone)
  const lines: OrderLine[] = []
  for (const { item: id, qty, options = [] } of asked) {
    const item = meta.item(id)
    if (!item || item.retired) return refuse('unknown-item', 'choose-other', { about: id })
    if (missingOf(state, item) !== undefined) return refuse('sold-out', 'choose-other', { about: id })
    if (!options.every(option => item.options.some(one => one.id === option))) return refuse('malformed')
    lines.push({
      line: meta.id('l'),
      item: id,
      qty,
      unitPrice: priceOf(item, roomClass, minute),
      options: [...new Set(options)],
      components: item.components,
      ...(item.hours !== undefined && { hours: item.hours }),
      repeatable: isRepeatable(item),
    })
  }
  return lines
}

/** Minutes of the room that are in them. */
export const includedIn = (
  lines: readonly (Pick<OrderLine, 'hours' | 'qty'> & { readonly returned?: number })[],
): number => lines.reduce((sum, { hours = 0, qty, returned = 0 }) => sum + (qty - returned) * hours * 60, 0)

export const totalOf = (lines: readonly Pick<OrderLine, 'qty' | 'unitPrice'>[]): number =>
  lines.reduce((sum, { qty, unitPrice }) => sum + qty * unitPrice, 0)

/** These lines of an order, and the others, with what each come to. */
export function partsOf<L extends Pick<OrderLine, 'line' | 'qty' | 'unitPrice'>>(
  { lines }: { readonly lines: readonly L[] },
  these: readonly Id[],
) {
  const part = (is: boolean) => {
    const own = lines.filter(({ line }) => these.includes(line) === is)
    return { lines: own, total: totalOf(own) }
  }
  return [part(true), part(false)] as const
}

/** One text for equal orders, however their lines are arranged. */
export function signatureOf(lines: readonly { item: Id; qty: number; options?: readonly Id[] | undefined }[]): string {
  const amounts = new Map<string, number>()
  for (const { item, qty, options = [] } of lines) {
    const key = [item, ...[...new Set(options)].sort()].join(' ')
    amounts.set(key, (amounts.get(key) ?? 0) + qty)
  }
  return JSON.stringify([...amounts].sort(([a], [b]) => (a < b ? -1 : 1)))
}

const isRepeatable = ({ again, components, hours }: MenuItem): boolean =>
  again && components.length === 0 && hours === undefined
