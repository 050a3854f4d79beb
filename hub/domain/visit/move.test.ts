import { describe, expect, it } from 'vitest'
import { as, evening, minute } from '../fixture.testing.ts'
import { by, given } from '../given.testing.ts'
import { roomBill } from './tariff.ts'
import { block, later, lily, opened, settled } from './visit.testing.ts'

describe('moving', () => {
  const move = { type: 'MoveVisit', visit: 'v', room: 'v03' } as const

  it('takes everything to another room; the old one is to clean', () => {
    const { state } = given(opened('v', 'v01'))
      .when(move, lily)
      .gives({ type: 'VisitMoved', visit: 'v', from: 'v01', to: 'v03', minimumSpend: 68_000 })
      .when(move, lily)
      .gives()
    expect(state.visits.get('v')).toMatchObject({ room: 'v03', wasIn: ['v01', 'v03'], minimumSpend: 68_000 })
    expect([state.rooms.get('v01'), state.rooms.get('v03')]).toEqual([
      { condition: 'to-clean' },
      { condition: 'ready', visit: 'v' },
    ])
  })

  it('may go on by a tariff of the new room’s class, and owes for the old one what is over', () => {
    const byHalves = { kind: 'timed', tariff: 'small-timed', perHour: 6_000, step: 30, startsAt: evening } as const
    const { state } = given(opened('v', 'v01', { terms: { ...byHalves, extensions: 0, added: 0 } }))
      .when({ ...move, tariff: 'mid-timed' }, { ...lily, at: evening + 40 * minute })
      .givesTypes('VisitMoved')
    const terms = state.visits.get('v')?.terms
    expect(terms).toMatchObject({ tariff: 'mid-timed', startsAt: evening + 40 * minute, added: 4_000 })
    expect(terms && roomBill(terms, evening + 100 * minute)).toBe(4_000 + 12_000)
  })

  it('goes on by no tariff of another class, of another kind, or after it was paid', () => {
    const timed = opened('v', 'v01')
    const to = (tariff: string) => ({ ...move, tariff }) as const
    given(timed).when(to('small-timed'), lily).refuses('unknown', 'choose-other')
    given(timed).when(to('mid-block'), lily).refuses('unavailable', 'choose-other')
    given(timed, settled('v')).when(to('mid-timed'), lily).refuses('visit-settled')
    const { state } = given(opened('v', 'v01', { terms: { ...block, added: 6_000 } }))
      .when(to('mid-block'), later)
      .givesTypes('VisitMoved')
    expect(state.visits.get('v')?.terms).toEqual({ ...block, added: 6_000 })
  })

  it('by which they would have to spend less takes a manager, but for a quarter of an hour after the door', () => {
    const big = [opened('v', 'v08', { minimumSpend: 188_000 })]
    const at = (who: 'lily' | 'mei', minutes: number) => ({ ...by(as(who)), at: evening + minutes * minute })
    given(...big)
      .when(move, at('lily', 16))
      .refuses('not-allowed', 'ask-manager')
    given(...big)
      .when(move, at('mei', 16))
      .givesTypes('VisitMoved')
    given(...big)
      .when(move, at('lily', 15))
      .givesTypes('VisitMoved')
    given(opened('v', 'v01')).when(move, at('lily', 16)).givesTypes('VisitMoved')
    // Up and down again within it is no slip of the hand.
    given(...big, { type: 'VisitMoved', visit: 'v', from: 'v08', to: 'v09', minimumSpend: 188_000 })
      .when(move, at('lily', 5))
      .refuses('not-allowed', 'ask-manager')
  })

  it('is refused into a room that is taken or gone, and for a visit that is over', () => {
    given(opened('v', 'v01'), opened('w', 'v03')).when(move, lily).refuses('room-taken', 'choose-other')
    given(opened('v', 'v01'))
      .when({ ...move, room: 'v99' }, lily)
      .refuses('unknown', 'choose-other')
    given().when(move, lily).refuses('unknown', 'look-again')
  })
})
