/** A whisky of Mr Wang's on its way to the shelf, on it, and back to a table: what is asked, by whom, what the journal says. */
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import { addDays, endOfBusinessDay } from '../business-day.ts'
import type { Event, EventOf } from '../events.ts'
import { evening, type MetaOverrides, day as today, venue } from '../fixture.testing.ts'
import type { OrderLine } from '../order/events.ts'
import { createTable } from '../table.ts'
import { labelFor } from './label.ts'

export const store: CommandOf<'StoreKeep'> = {
  type: 'StoreKeep',
  visit: 'a',
  member: 'wang',
  item: 'whisky',
  tenths: 6,
  shelf: 'B-12',
  days: 90,
}
const { member: _wang, ...withoutMember } = store
export const nobodys: CommandOf<'StoreKeep'> = withoutMember

export const draw = (tenths: number, had = 6, more: Partial<CommandOf<'DrawKeep'>> = {}): CommandOf<'DrawKeep'> => ({
  type: 'DrawKeep',
  keep: 'k1',
  visit: 'a',
  tenths,
  had,
  pin: '123456',
  second: { staff: 'chen', pin: '654321' },
  ...more,
})

export const right: MetaOverrides = { facts: { pin: 'right', second: 'right' } }
export const day = 86_400_000
export const label = labelFor('k1', createTable())
/** The end of the business day that many days after tonight's. */
export const endOf = (days: number): number => endOfBusinessDay(addDays(today, days), venue)
/** As the label says it. */
export const ends = { expiresAt: endOf(90), storedOn: today, lastDay: '2027-02-18' }

export const stored: EventOf<'KeepStored'> = {
  type: 'KeepStored',
  keep: 'k1',
  member: 'wang',
  visit: 'a',
  room: 'v08',
  item: 'whisky',
  tenths: 6,
  shelf: 'B-12',
  label,
  expiresAt: endOf(90),
  by: 'bo',
}

/** Carried in, at this party's table. */
export const brought = (qty = 1, line: Partial<OrderLine> = {}, visit = 'a', order = 'o1'): readonly Event[] => [
  {
    type: 'OrderPlaced',
    order,
    visit,
    source: 'menu',
    placedBy: 'guest',
    lines: [{ line: '1', item: 'whisky', qty, unitPrice: 100, options: [], components: [], repeatable: true, ...line }],
    total: 100 * qty,
    needsApproval: false,
    lockedUntil: evening,
  },
  { type: 'OrderAccepted', order, staff: 'bo', needsTick: false },
  { type: 'OrderDelivered', order, staff: 'chen' },
]

export const twoPeople = { pin: '123456', second: { staff: 'chen', pin: '654321' } } as const
