import { expect, it } from 'vitest'
import type { Event } from '../domain/events.ts'
import { evening, hour, minute } from '../domain/fixture.testing.ts'
import { opened } from '../domain/party.testing.ts'
import { createFileJournal } from '../journal/file-journal.ts'
import { createMemoryFiles } from '../system/memory-files.ts'
import { createNights } from './nights.ts'

const cutover = evening + 10 * hour

/** Lines at so many minutes from six in the morning on. */
async function told(...facts: readonly (readonly [at: number, ...events: Event[]])[]) {
  const files = createMemoryFiles()
  const store = createFileJournal<Event>({
    files,
    folder: 'data/journal',
    key: Buffer.alloc(32, 7),
    businessDay: at => (at < cutover ? '2026-11-20' : '2026-11-21'),
    parseEvent: () => opened(),
  })
  const journal = await store.open()
  for (const [index, [at, ...events]] of facts.entries())
    journal.append([
      { seq: index + 1, batch: index + 1, at: cutover + at * minute, command: { type: 'TickOrder' }, by: {}, events },
    ])
  const nights = createNights({ files, folder: 'data' })
  const bounds = { startsAt: cutover - 24 * hour, until: cutover }
  return (upTo = facts.length) => nights.report({ day: '2026-11-20', upTo, ...bounds })
}

const placed = (order: string): Event => ({
  type: 'OrderPlaced',
  order,
  visit: 'a',
  source: 'menu',
  placedBy: 'guest',
  lines: [],
  total: 6000,
  needsApproval: false,
  lockedUntil: evening,
})
const accepted = (order: string): Event => ({ type: 'OrderAccepted', order, staff: 'bo', needsTick: true })

it('tells of a night that is over which of its tickets nobody has keyed in until now, and of its money what it was then', async () => {
  const report = await told(
    [-60, opened(), placed('keyed'), placed('refused'), placed('forgotten'), placed('late')],
    [-50, accepted('keyed'), accepted('refused'), accepted('forgotten')],
    [2, accepted('late'), { type: 'OrderRejected', order: 'refused', reason: 'sold-out' }],
    [3, placed('next'), accepted('next')],
    [15, { type: 'OrderTicked', order: 'keyed', ticked: true }],
  )
  const unticked = async (upTo?: number) => (await report(upTo))?.unticked.map(({ order }) => order)
  expect(await unticked(2)).toEqual(['keyed', 'refused', 'forgotten'])
  expect(await unticked()).toEqual(['forgotten', 'late'])
  expect(await report()).toMatchObject({ ordered: 24_000, rejected: 0 })
})

it('tells of a bill that was undone before the cutover what the next one came to after it', async () => {
  const bill = (room: number): Event => ({
    ...{ type: 'VisitSettled', visit: 'a', room, orders: 0, comps: 0, unticked: [] },
  })
  const undone: Event = { type: 'SettleUndone', visit: 'a' }
  const report = await told([-60, opened()], [-9, bill(30_000)], [-5, undone], [2, bill(20_000)], [4, undone])
  expect((await report(3))?.undoneBills).toMatchObject([{ was: 30_000 }])
  const rows = (await report())?.undoneBills.map(({ was, again }) => [was, again])
  expect(rows).toEqual([[30_000, 20_000]])
})
