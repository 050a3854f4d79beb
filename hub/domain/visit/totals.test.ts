import { describe, expect, it } from 'vitest'
import type { Command } from '../../../shared/protocol/commands.ts'
import type { Event } from '../events.ts'
import { as, memberFacts, venue } from '../fixture.testing.ts'
import { by, given } from '../given.testing.ts'
import { closed, party } from '../party.testing.ts'
import type { Policy } from '../venue-config.ts'

const hidden: Event = { type: 'TotalsSet', visit: 'a', shown: false, code: '4821' }
const missed: Event = { type: 'HostCodeMissed', visit: 'a' }
const shown: Event = { type: 'TotalsSet', visit: 'a', shown: true }
const code = (digits: string) => ({ type: 'ShowTotals', digits }) as const

describe('what it all comes to', () => {
  const firstTotals = (totals: Policy['totals'], member?: string) => {
    const house = { ...venue, policy: { ...venue.policy, totals } }
    const open = { type: 'OpenVisit', room: 'v08', tariff: 'big-timed', party: 4, ...(member && { member }) } as const
    return given()
      .when(open, by(as('lily'), { venue: house }))
      .state.visits.get('v1')?.totals
  }

  it('is hidden from a host’s guests, shown to friends who share the bill, as the venue wants it', () => {
    expect(firstTotals('hidden-from-guests', 'wang')).toMatchObject({ shown: false })
    expect(firstTotals('hidden-from-guests', 'wang')?.code).toMatch(/^\d{4}$/)
    expect(firstTotals('hidden-from-guests')).toEqual({ shown: true, misses: 0 })
    expect(firstTotals('hidden')).toMatchObject({ shown: false })
    expect(firstTotals('shown', 'wang')).toMatchObject({ shown: true })
  })

  it('is hidden when the host of a party that nobody knew comes to be known', () => {
    const house = { ...venue, policy: { ...venue.policy, totals: 'hidden-from-guests' as const } }
    const identified = { identified: { member: memberFacts('wang') }, credential: 'hash-wang' }
    const { state } = given()
      .when({ type: 'OpenVisit', room: 'v08', tariff: 'big-timed', party: 4 }, by(as('lily'), { venue: house }))
      .when(
        { type: 'TouchCard', card: '00112233' },
        { venue: house, facts: identified, by: { kind: 'kiosk', device: 'kiosk1' } },
      )
      .when({ type: 'JoinVisit', checkIn: 'c1', visit: 'v1' }, by(as('lily'), { venue: house }))
    expect(state.visits.get('v1')).toMatchObject({ host: 'wang', totals: { shown: false } })
  })

  it('that a party’s guests are not told is not told to those of the room they join; the host’s code opens it there', () => {
    const lily = by(as('lily'), { venue: { ...venue, policy: { ...venue.policy, totals: 'hidden-from-guests' } } })
    const joined = (...told: readonly Command[]) => {
      let house = given()
        .when({ type: 'OpenVisit', room: 'v08', tariff: 'big-timed', party: 4, member: 'wang' }, lily)
        .when({ type: 'OpenVisit', room: 'v03', tariff: 'mid-timed', party: 2 }, lily)
      const { code } = house.state.visits.get('v1')?.totals ?? {}
      for (const one of told) house = house.when(one, lily)
      const { state } = house.when({ type: 'MergeVisits', from: 'v1', into: 'v2' }, lily)
      return { code, visit: state.visits.get('v2') }
    }
    const { code: told, visit } = joined()
    expect(visit).toMatchObject({ host: 'wang', totals: { shown: false, code: told } })
    // One code is out already: its host's.
    const own = joined({ type: 'SetTotalsShown', visit: 'v2', shown: false })
    expect(own.visit?.totals).toMatchObject({ shown: false })
    expect(own.visit?.totals.code).not.toBe(own.code)
    const shownByHost = joined({ type: 'SetTotalsShown', visit: 'v1', shown: true })
    expect(shownByHost.visit?.totals.shown).toBe(true)
  })

  it('is hidden and shown by staff, said twice once; the code is drawn once', () => {
    const hide = { type: 'SetTotalsShown', visit: 'a', shown: false } as const
    const house = party()
    const first = house.staff('chen', hide).givesTypes('TotalsSet')
    expect(house.visit().totals.code).toMatch(/^\d{4}$/)
    first.when(hide, by(as('chen'))).gives()
    house.staff('chen', { ...hide, shown: true }).gives(shown)
    house.staff('chen', hide).gives({ type: 'TotalsSet', visit: 'a', shown: false })
    party(closed).staff('chen', hide).refuses('visit-closed', 'look-again')
  })

  it('is shown by the host’s code and put away again by anybody', () => {
    const house = party(hidden)
    house.tap(code('4821')).gives(shown)
    house.tap(code('0000')).gives()
    house.tap({ type: 'HideTotals' }).gives({ type: 'TotalsSet', visit: 'a', shown: false })
    house.tap({ type: 'HideTotals' }).gives()
    house.tap(code('4821')).gives(shown)
  })

  it('is not to be guessed: after five wrong codes only staff can help, and the right one no longer does', () => {
    const house = party(hidden)
    for (let tries = 0; tries < 5; tries += 1) house.tap(code('0000')).refuses('bad-code', 'try-again', [missed])
    house.tap(code('4821')).refuses('not-allowed', 'call-staff')
    house.staff('chen', { type: 'SetTotalsShown', visit: 'a', shown: true }).gives(shown)
    house.tap({ type: 'HideTotals' }).givesTypes('TotalsSet')
    house.tap(code('4821')).gives(shown)
  })

  it('of a party that has gone is nobody’s', () => {
    party(hidden, closed).tap(code('4821')).refuses('visit-closed')
    party(hidden, closed).tap({ type: 'HideTotals' }).refuses('visit-closed')
  })
})
