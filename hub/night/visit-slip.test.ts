import { describe, expect, it } from 'vitest'
import type { Event } from '../domain/events.ts'
import { evening, minute } from '../domain/fixture.testing.ts'
import { opened } from '../domain/party.testing.ts'
import { billed, book, bookFrom, given, placed, reduced, returned, twoLines } from './night-facts.testing.ts'
import { visitSlip } from './visit-slip.ts'

const least = opened({ minimumSpend: 20_000 })

describe('what a cashier holds the till to', () => {
  it('is all that is on the bill and off it: orders, returns, gifts and reductions, the room, what the minimum lacks', () => {
    const refused: Event = { type: 'OrderRejected', order: 'o2', reason: 'sold-out' }
    const slip = visitSlip(
      book(
        [0, least],
        [1, placed('o1', 4000, { lines: twoLines }), placed('o2', 900), placed('o3', 6000)],
        [2, refused],
        [3, returned('o1', 'l1', 2000)],
        [4, given('c1'), reduced('c2', 1000)],
        [5, { type: 'VisitMoved', visit: 'a', from: 'v08', to: 'v03', minimumSpend: 20_000 }],
        [9, billed(24_000)],
      ),
      'a',
    )
    expect(slip).toMatchObject({ total: 8000, reduced: 1000, charge: 24_000, missing: 12_000 })
    expect(slip?.orders.map(({ order, undone }) => [order, undone])).toEqual([
      ['o1', undefined],
      ['o2', true],
      ['o3', undefined],
    ])
    expect(slip?.returns).toEqual([
      {
        ...{ at: evening + 3 * minute, order: 'o1', room: 'v08', item: 'tea', qty: 1, amount: 2000 },
        ...{ reason: 'unopened', by: 'mei', second: 'lao' },
      },
    ])
    expect(slip?.comps).toMatchObject([
      { room: 'v08', kind: 'gift', item: 'fruit', qty: 3, amount: 8800, by: 'mei' },
      { room: 'v08', kind: 'reduction', amount: 1000 },
    ])
  })

  it('has no room charge as long as nobody made the bill', () => {
    const undone: Event = { type: 'SettleUndone', visit: 'a' }
    expect(visitSlip(book([0, least]), 'a')).not.toHaveProperty('charge')
    expect(visitSlip(book([0, least], [1, billed(5)], [2, undone]), 'a')).not.toHaveProperty('charge')
  })

  it('is the whole stay of who came on the day before, returns and gifts too', () => {
    const slip = visitSlip(
      bookFrom(
        10,
        [0, least],
        [1, placed('o1', 4000, { lines: twoLines }), given('c1')],
        [2, returned('o1', 'l1', 2000)],
        [3, billed(700)],
        [11, { type: 'AttendantSet', visit: 'a', attendant: 'chen' }],
      ),
      'a',
    )
    expect(slip).toMatchObject({ total: 2000, charge: 700, comps: [{ amount: 8800 }], returns: [{ amount: 2000 }] })
  })
})
