import { describe, expect, it } from 'vitest'
import type { Event } from '../events.ts'
import { evening, hour, minute } from '../fixture.testing.ts'
import { at, given } from '../given.testing.ts'
import type { ReadState } from '../state.ts'
import { roomBill } from './tariff.ts'
import { accepted, block, later, opened, ordered, settle } from './visit.testing.ts'

const hourLater = {
  kind: 'timed',
  tariff: 'small-timed',
  perHour: 6_000,
  startsAt: evening + hour,
  extensions: 0,
  added: 0,
} as const
const packed = (order: string, visit: string) =>
  ordered(order, visit, {
    lines: [
      {
        line: 'l1',
        item: 'night',
        qty: 1,
        unitPrice: 49_800,
        options: [],
        components: [],
        hours: 2,
        repeatable: false,
      },
    ],
    total: 49_800,
  })
const billAt = (state: ReadState, visit: string, when: number) => {
  const terms = state.visits.get(visit)?.terms
  return terms && roomBill(terms, when)
}

describe('hours that a package holds', () => {
  it('are the first ones, whenever it was ordered, and cost nothing beside it', () => {
    const { state } = given(opened('v', 'v01'), at(evening + hour, packed('o', 'v'))).when(settle('v'), later)
    expect(state.visits.get('v')?.terms).toMatchObject({ included: 120 })
    expect([1, 120, 180, 240].map(over => billAt(state, 'v', evening + over * minute))).toEqual([0, 0, 6_000, 12_000])
  })

  it.each<[string, Event[]]>([
    ['called off', [{ type: 'OrderCancelled', order: 'o' }]],
    ['refused', [{ type: 'OrderRejected', order: 'o', staff: 'bo', reason: 'sold-out' }]],
    [
      'taken back',
      [
        accepted('o'),
        { type: 'OrderDelivered', order: 'o' },
        {
          type: 'LineReturned',
          order: 'o',
          line: 'l1',
          qty: 1,
          amount: 49_800,
          reason: 'mistake',
          by: 'mei',
          second: 'huang',
          period: '2026-11-20',
        },
      ],
    ],
  ])('are charged where it was %s', (_how, facts) => {
    const { state } = given(opened('v', 'v01'), packed('o', 'v'), ...facts).when(settle('none'), later)
    expect(billAt(state, 'v', evening + 2 * hour)).toBe(12_000)
  })

  it('go along to another room and into another party, as far as they are not sung yet', () => {
    const moved = given(opened('v', 'v01'), packed('o', 'v'))
      .when({ type: 'MoveVisit', visit: 'v', room: 'v03', tariff: 'mid-timed' }, later)
      .givesTypes('VisitMoved')
    expect(billAt(moved.state, 'v', evening + 2 * hour)).toBe(0)
    expect(billAt(moved.state, 'v', evening + 3 * hour)).toBe(12_000)
    const merged = given(
      opened('v', 'v01'),
      packed('o', 'v'),
      at(evening + hour, opened('w', 'v03', { terms: hourLater })),
    )
      .when({ type: 'MergeVisits', from: 'v', into: 'w' }, later)
      .gives({ type: 'VisitsMerged', from: 'v', into: 'w', freed: 'v01', charge: 0 })
    expect(billAt(merged.state, 'w', evening + 2 * hour)).toBe(3_000)
  })

  it('prolong what is paid as a whole, and come back when that is undone', () => {
    const extend = { type: 'ExtendVisit', visit: 'v', minutes: 90 } as const
    const tapped = { ...later, tappedAt: later.at }
    const longer = given(opened('v', 'v03', { terms: block }), packed('o', 'v'))
      .when(extend, tapped)
      .gives({
        type: 'VisitExtended',
        visit: 'v',
        minutes: 90,
        endsAt: block.endsAt + 90 * minute,
        charge: 0,
        included: 90,
      })
    longer
      .when({ ...extend, minutes: 60 }, { ...tapped, at: later.at + minute, tappedAt: later.at + minute })
      .gives({
        type: 'VisitExtended',
        visit: 'v',
        minutes: 60,
        endsAt: block.endsAt + 150 * minute,
        charge: 6_000,
        included: 30,
      })
      .when({ type: 'UndoExtend', visit: 'v' }, { ...tapped, at: later.at + minute, tappedAt: later.at + minute })
      .givesTypes('ExtensionUndone')
    expect(longer.state.visits.get('v')?.terms).toMatchObject({ extensions: 1, added: 0, included: 30 })
  })
})
