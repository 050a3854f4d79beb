import { describe, expect, it } from 'vitest'
import type { Event } from '../events.ts'
import { as, evening, hour, minute } from '../fixture.testing.ts'
import { by, given } from '../given.testing.ts'
import { opened, settled } from '../party.testing.ts'
import { roomBill } from './tariff.ts'

const to = (tariff: string) => ({ type: 'ChangeTariff', visit: 'a', tariff }) as const
const later = (minutes: number) => by(as('lily'), { at: evening + minutes * minute })
const buyout = {
  kind: 'buyout',
  tariff: 'big-buyout',
  price: 128_800,
  startsAt: evening,
  endsAt: Date.parse('2026-11-20T18:00Z'),
  extensions: 0,
  added: 0,
} as const
const byTheHour = {
  kind: 'timed',
  tariff: 'big-timed',
  perHour: 24_000,
  startsAt: evening,
  extensions: 0,
  added: 0,
} as const

describe('the tariff of a party that sits', () => {
  it('is soon after the opening any that is sold, as though it had been opened with it, and back', () => {
    const { state } = given(opened())
      .when(to('big-buyout'), later(15))
      .gives({ type: 'TariffChanged', visit: 'a', terms: buyout })
      .when(to('big-timed'), { ...later(20), tappedAt: evening + 15 * minute })
      .gives({ type: 'TariffChanged', visit: 'a', terms: byTheHour })
    expect(state.visits.get('a')?.terms).toEqual(byTheHour)
  })

  it('keeps the hours that packages hold', () => {
    const { state } = given(opened({ terms: { ...byTheHour, included: 60 } })).when(to('big-buyout'), later(5))
    expect(state.visits.get('a')?.terms).toEqual({ ...buyout, included: 60 })
  })

  it('is later none that is counted in another way', () => {
    given(opened()).when(to('big-buyout'), later(16)).refuses('unavailable', 'choose-other')
    given(opened({ terms: buyout }))
      .when(to('big-timed'), later(16))
      .refuses('unavailable', 'choose-other')
  })

  it('is by the hour counted anew from now, and what they owe until then stays owed', () => {
    const old = { ...byTheHour, tariff: 'big-evening', perHour: 12_000 }
    const { state } = given(opened({ terms: old })).when(to('big-timed'), later(30))
    const terms = state.visits.get('a')?.terms
    expect(terms).toEqual({ ...byTheHour, startsAt: evening + 30 * minute, added: 6_000 })
    expect(terms && roomBill(terms, evening + hour)).toBe(18_000)
  })

  it('costs as a whole what the new one does, until the agreed end', () => {
    const old = { ...buyout, kind: 'block', tariff: 'big-block', price: 50_000, endsAt: evening + 3 * hour } as const
    given(opened({ terms: old }))
      .when(to('big-buyout'), later(60))
      .gives({ type: 'TariffChanged', visit: 'a', terms: { ...buyout, endsAt: evening + 3 * hour } })
  })

  it('asks less for the whole of a stay by a manager’s word only, in another room too', () => {
    const dear = { ...buyout, price: 200_000 }
    const manager = by(as('mei'), { at: evening + hour })
    const cheap = to('big-buyout')
    given(opened({ terms: { ...dear, tariff: 'big-gala' } }))
      .when(cheap, later(60))
      .refuses('not-allowed', 'ask-manager')
    given(opened({ terms: { ...dear, tariff: 'big-gala' } }))
      .when(cheap, manager)
      .givesTypes('TariffChanged')
    // It was only just opened with the wrong one.
    given(opened({ terms: { ...dear, tariff: 'big-gala' } }))
      .when(cheap, later(10))
      .givesTypes('TariffChanged')
    const move = { type: 'MoveVisit', visit: 'a', room: 'v03', tariff: 'mid-block' } as const
    given(opened({ terms: dear }))
      .when(move, later(60))
      .refuses('not-allowed', 'ask-manager')
    given(opened({ terms: dear }))
      .when(move, manager)
      .givesTypes('VisitMoved')
    // As they agreed it costs what it did.
    given(opened({ terms: dear, minimumSpend: 68_000 }))
      .when({ type: 'MoveVisit', visit: 'a', room: 'v03' }, later(60))
      .givesTypes('VisitMoved')
  })

  it('is not counted from the opening where a room or an extension was reckoned in since', () => {
    const moved: Event = { type: 'VisitMoved', visit: 'a', from: 'v01', to: 'v08', minimumSpend: 0 }
    given(opened({ room: 'v01' }), moved)
      .when(to('big-buyout'), later(5))
      .refuses('unavailable')
    const extended: Event = { type: 'VisitExtended', visit: 'a', minutes: 30, endsAt: evening + hour, charge: 0 }
    given(opened(), extended).when(to('big-buyout'), later(5)).refuses('unavailable')
  })

  it('lets the time be called up again where its end is another', () => {
    const short = { ...buyout, kind: 'block', tariff: 'big-block', endsAt: evening + 5 * minute } as const
    const up: Event = { type: 'TariffTimeEnded', visit: 'a' }
    const { state } = given(opened({ terms: short }), up).when(to('big-buyout'), later(6))
    expect(state.visits.get('a')).toMatchObject({ timeEnded: false })
  })

  it('stays where it is the same, paid already, or of another class', () => {
    given(opened()).when(to('big-timed'), later(5)).tells({ already: true })
    given(opened(), settled).when(to('big-buyout'), later(5)).refuses('visit-settled', 'ask-manager')
    given(opened()).when(to('small-timed'), later(5)).refuses('unknown', 'choose-other')
  })
})
