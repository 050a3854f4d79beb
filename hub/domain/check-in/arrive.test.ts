import { describe, expect, it } from 'vitest'
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import type { Event } from '../events.ts'
import { as, evening, kiosk, memberFacts, minute, second, system } from '../fixture.testing.ts'
import { by, given } from '../given.testing.ts'
import type { Principal } from '../principal.ts'
import { known, nobody, touch, walkedIn, wangCame } from './check-in.testing.ts'

describe('walk-ins and new members', () => {
  it('keeps the name of a walk-in in the texts only', () => {
    given()
      .when({ type: 'WalkIn', party: 3, called: '阿强' }, { facts: { saved: { id: 't1', rev: 1 } } })
      .gives(
        { type: 'RecordSaved', kind: 'text', id: 't1', rev: 1 },
        { ...walkedIn, checkIn: 'c1', offer: 'v01', text: 't1' },
      )
  })

  it('gives the room of who read English at the door to guests who read English', () => {
    const { state } = given()
      .when({ type: 'WalkIn', party: 3, language: 'en' })
      .gives({ ...walkedIn, checkIn: 'c1', offer: 'v01', language: 'en' })
      .when({ type: 'SeatCheckIn', checkIn: 'c1', room: 'v01', tariff: 'small-timed' }, by(as('lily')))
    expect(state.visits.get('v1')).toMatchObject({ room: 'v01', language: 'en' })
    const enrolled = given({ ...wangCame, checkIn: 'c1', glance: true, language: 'en' }).when(
      { type: 'AmendCheckIn', checkIn: 'c1', isThem: false },
      by(as('lily')),
    )
    expect(enrolled.state.checkIns.get('c1')).toMatchObject({ language: 'en', glance: false })
  })

  it('gives the room of a member who read English at the screen to guests who read English, however they came', () => {
    const reads = { language: 'en' } as const
    for (const [command, told] of [
      [{ ...touch, ...reads }, known('wang')],
      [{ type: 'ScanCode', code: 'q', ...reads }, known('wang')],
      [{ type: 'EnterPhone', phone: '13812345678', ...reads }, known('wang')],
    ] as const) {
      const { state } = given()
        .when(command, by(kiosk, told))
        .givesTypes('CheckedIn')
        .when({ type: 'SeatCheckIn', checkIn: 'c1', room: 'v08', tariff: 'big-timed' }, by(as('lily')))
      expect(state.checkIns.get('c1'), command.type).toMatchObject({ member: 'wang', language: 'en' })
      expect(state.visits.get('v1'), command.type).toMatchObject({ host: 'wang', language: 'en' })
    }
  })

  it('learns what they read with how many they are, or after it, and offers no other room for that', () => {
    const { state } = given(wangCame)
      .when({ type: 'SayParty', checkIn: 'c1', party: 2, language: 'en' })
      .gives({ type: 'PartySaid', checkIn: 'c1', party: 2, offer: 'v08', language: 'en' })
      .when({ type: 'SayParty', checkIn: 'c1', party: 2, language: 'en' })
      .gives()
      .when({ type: 'SayParty', checkIn: 'c1', party: 2, language: 'zh-Hant' })
      .gives({ type: 'PartySaid', checkIn: 'c1', party: 2, offer: 'v08', language: 'zh-Hant' })
      .when({ type: 'SayParty', checkIn: 'c1', party: 3 })
    expect(state.checkIns.get('c1')).toMatchObject({ party: 3, language: 'zh-Hant' })
  })

  it('learns it from the page where the reader was first with the same touch', () => {
    const page = by(kiosk, { at: evening + second, ...known('wang') })
    given({ ...wangCame, party: 4, offer: 'v08' })
      .when({ ...touch, language: 'en' }, page)
      .gives({ type: 'PartySaid', checkIn: 'c1', party: 4, offer: 'v08', language: 'en' })
    given(wangCame)
      .when({ ...touch, language: 'en' }, page)
      .gives()
    // Their room speaks what was read until then.
    given({ ...wangCame, party: 4, offer: 'v08' })
      .when({ type: 'SeatCheckIn', checkIn: 'c1', room: 'v08', tariff: 'big-timed' }, by(as('lily')))
      .when({ ...touch, language: 'en' }, page)
      .gives()
  })

  it('are no more at one screen than anybody waits among, until the desk has seen to some', () => {
    const crowd = Array.from({ length: 60 }, (_, n): Event => ({ ...walkedIn, checkIn: `w${n}` }))
    const walkIn = { type: 'WalkIn', party: 2 } as const
    const later = by(kiosk, { at: evening + minute })
    given(...crowd)
      .when(walkIn, later)
      .refuses('please-wait', 'call-staff')
    given(...crowd)
      .when(walkIn, by({ kind: 'kiosk', device: 'kiosk2' }, { at: evening + minute }))
      .givesTypes('CheckedIn')
    given(...crowd, { type: 'CheckInDismissed', checkIn: 'w7' })
      .when(walkIn, later)
      .givesTypes('CheckedIn')
  })

  it('takes ten taps for one walk-in', () => {
    given(walkedIn)
      .when({ type: 'WalkIn', party: 3 }, { at: evening + second })
      .gives()
      .tells({ checkIn: 'walk', free: false })
  })

  it('commits the row of who enrols, and lets staff look first', () => {
    const enrol: CommandOf<'Enrol'> = {
      type: 'Enrol',
      called: '小赵',
      tastes: [],
      welcome: true,
      discreet: false,
      party: 2,
    }
    const phone: Principal = { kind: 'phone', claim: 'f1', kiosk: 'kiosk1' }
    const { events } = given()
      .when(enrol, by(phone, { facts: { enrolled: { member: memberFacts('zhao'), rev: 1 } } }))
      .tells({ checkIn: 'c1', member: 'zhao' })
    expect(events).toMatchObject([
      { type: 'RecordSaved', kind: 'member', id: 'zhao', rev: 1 },
      { type: 'CheckedIn', how: 'phone-page', member: 'zhao', glance: true, welcomed: false },
    ])
    // A page filled in on a phone keeps no room from anybody.
    expect(events[1]).not.toHaveProperty('offer')
    given().when(enrol, by(phone)).refuses('unavailable', 'call-staff')
  })

  it('takes one check-in of a phone, and five mistakes', () => {
    const phone = (n: number): Principal => ({ kind: 'phone', claim: `f${n}`, kiosk: 'kiosk1' })
    const scan = { type: 'ScanCode', code: 'abcd' } as const
    const who = { called: '小赵', tastes: [], welcome: true, discreet: false, party: 2 }
    const enrol: CommandOf<'Enrol'> = { type: 'Enrol', ...who }
    const enrolled = { facts: { enrolled: { member: memberFacts('zhao'), rev: 1 } } }
    given()
      .when(scan, known('wang', {}, by(phone(1))))
      .givesTypes('CheckedIn')
      .when(enrol, by(phone(1), enrolled))
      .refuses('already-done')
      .when(scan, known('li', {}, by(phone(1))))
      .refuses('already-done')
      .when(enrol, by(phone(2), enrolled))
      .givesTypes('RecordSaved', 'CheckedIn')
    let wrong = given().when(scan, nobody(by(phone(1))))
    for (let n = 1; n < 5; n++) wrong = wrong.when(scan, nobody(by(phone(1), { at: evening + n * 10 * second })))
    expect(wrong.events).toMatchObject([{ type: 'CheckInFailed' }])
    wrong
      .when(scan, known('wang', {}, by(phone(1), { at: evening + minute })))
      .refuses('please-wait', 'call-staff')
      .when(enrol, by(phone(1), enrolled))
      .refuses('please-wait', 'call-staff')
      // Whoever stands at the kiosk is not kept from it.
      .when(touch, known('wang', {}, { at: evening + minute }))
      .givesTypes('CheckedIn')
      .when({ type: 'RollDay', day: '2026-11-21' }, by(system))
    expect(wrong.state.claims.size).toBe(0)
  })
})
