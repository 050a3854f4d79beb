import { describe, expect, it } from 'vitest'
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import type { EventOf } from '../events.ts'
import { as, evening, hour, kiosk, memberFacts, minute, system } from '../fixture.testing.ts'
import { at, by, given } from '../given.testing.ts'
import type { Principal } from '../principal.ts'

const phone: Principal = { kind: 'phone', claim: 'f1', kiosk: 'kiosk1' }
const cameBy = (more: Partial<EventOf<'CheckedIn'>> = {}): EventOf<'CheckedIn'> => ({
  type: 'CheckedIn',
  checkIn: 'c1',
  how: 'phone-page',
  kiosk: 'kiosk1',
  member: 'zhao',
  tier: 'guest',
  party: 2,
  welcomed: false,
  discreet: false,
  glance: true,
  lapsesAt: evening + 20 * minute,
  ...more,
})
const enrolled = cameBy({ enrolled: true })
const seated: EventOf<'CheckInSeated'> = { type: 'CheckInSeated', checkIn: 'c1', visit: 'v1' }
const dismissed: EventOf<'CheckInDismissed'> = { type: 'CheckInDismissed', checkIn: 'c1' }
const mine = { facts: { claimed: 'c1', saved: { id: 'zhao', rev: 2 } } }
const promise: EventOf<'Reserved'> = {
  type: 'Reserved',
  reservation: 'res',
  party: 4,
  arrivesAt: evening + hour,
  heldUntil: evening + 2 * hour,
  roomClass: 'mid',
  deposit: false,
  discreet: false,
}
const rename: CommandOf<'SaveMyself'> = { type: 'SaveMyself', changes: { called: '阿强' } }
const leave = { type: 'AskToLeave' } as const

describe('a member’s own card', () => {
  it('is theirs who enrolled on this phone, at once', () => {
    given(enrolled).when(rename, by(phone, mine)).gives({ type: 'RecordSaved', kind: 'member', id: 'zhao', rev: 2 })
  })

  it('is closed to who came with a saved code until staff received them', () => {
    given(cameBy()).when(rename, by(phone, mine)).refuses('please-wait', 'call-staff')
    given(cameBy(), seated).when(rename, by(phone, mine)).givesTypes('RecordSaved')
  })

  it('is nobody’s without a check-in of this phone, or after staff sent them away', () => {
    given(cameBy(), seated)
      .when(rename, by(phone, { facts: { saved: { id: 'zhao', rev: 2 } } }))
      .refuses('please-wait')
    given(enrolled, dismissed).when(rename, by(phone, mine)).refuses('please-wait')
    given(cameBy(), seated)
      .when(rename, by(phone, { facts: { claimed: 'c1', saved: { id: 'wang', rev: 9 } } }))
      .refuses('unknown')
  })
})

describe('leaving', () => {
  it('is asked for once, and taken back', () => {
    given(enrolled)
      .when(leave, by(phone, mine))
      .gives({ type: 'LeaveAsked', member: 'zhao' })
      .when(leave, by(phone, mine))
      .gives()
      .when({ type: 'StayAfterAll' }, by(phone, mine))
      .gives({ type: 'LeaveWithdrawn', member: 'zhao' })
      .when({ type: 'StayAfterAll' }, by(phone, mine))
      .gives()
    given(cameBy()).when(leave, by(phone, mine)).refuses('please-wait')
  })

  it('is dismissed by staff whom the guest told otherwise', () => {
    const dismiss = { type: 'DismissLeave', member: 'zhao' } as const
    given({ type: 'LeaveAsked', member: 'zhao' })
      .when(dismiss, by(as('mei')))
      .gives({ type: 'LeaveWithdrawn', member: 'zhao' })
      .when(dismiss, by(as('mei')))
      .refuses('already-done')
  })
})

describe('erasing a member', () => {
  const erase: CommandOf<'EraseMember'> = { type: 'EraseMember', member: 'wang', keepsToo: false, pin: '123456' }
  const mei = by(as('mei'), { facts: { pin: 'right', saved: { id: 'wang', rev: 4 } } })
  const erased = { type: 'MemberErased', member: 'wang', rev: 4 } as const

  it('takes a PIN, and a member who is there', () => {
    given().when(erase, mei).gives(erased)
    given()
      .when(erase, by(as('mei'), { facts: { pin: 'wrong', saved: { id: 'wang', rev: 4 } } }))
      .refuses('wrong-pin', 'try-again', [{ type: 'PinFailed', staff: 'mei', failures: 1, off: false }])
    given()
      .when(erase, by(as('mei'), { facts: { pin: 'right' } }))
      .refuses('unknown', 'look-again')
  })

  it('is done again after a restore by the hub itself, with who was found to be the same; not while they are here', () => {
    const again = { type: 'EraseAgain', member: 'wang' } as const
    const facts = { saved: { id: 'wang', rev: 4 }, formerly: ['lao-wang'] }
    given()
      .when(again, by(system, { facts }))
      .gives({ ...erased, formerly: ['lao-wang'] })
    given()
      .when(again, by(system, { facts: {} }))
      .refuses('unknown', 'look-again')
    given(cameBy({ member: 'wang' }))
      .when(again, by(system, { facts }))
      .refuses('already-in', 'look-again')
  })

  it('ends what was asked and promised', () => {
    const reserved: EventOf<'Reserved'> = { ...promise, member: 'wang' }
    const { state } = given({ type: 'LeaveAsked', member: 'wang' }, reserved, {
      ...reserved,
      reservation: 'other',
      member: 'li',
    })
      .when(erase, mei)
      .gives({ type: 'ReservationCancelled', reservation: 'res' }, erased)
    expect([...state.leaving.entries()]).toEqual([])
  })

  it('ends what was typed about them for one evening, all of it or nothing', () => {
    const came = cameBy({ member: 'wang', text: 't2' })
    const held: EventOf<'Reserved'> = {
      ...promise,
      member: 'wang',
      text: 't1',
    }
    const staged = ['t1', 't2'].map(id => ({ kind: 'text' as const, id, rev: 2 }))
    const facts = { pin: 'right', saved: { id: 'wang', rev: 4 } } as const
    const past = given(held, came, dismissed)
    past.when(erase, mei).refuses('already-done', 'look-again')
    past
      .when(erase, by(as('mei'), { facts: { ...facts, staged } }))
      .givesTypes('ReservationCancelled', 'RecordSaved', 'RecordSaved', 'MemberErased')
  })

  it('waits until they have left the house, and the lobby', () => {
    const party = { type: 'OpenVisit', room: 'v03', tariff: 'mid-timed', party: 2, member: 'wang' } as const
    const here = by(as('lily'), { facts: { members: new Map([['wang', memberFacts('wang')]]) } })
    given().when(party, here).when(erase, mei).refuses('already-in', 'look-again')
    given(cameBy({ member: 'wang' }))
      .when(erase, mei)
      .refuses('already-in', 'look-again')
  })

  it('asks once about bottles that they keep here', () => {
    const kept: EventOf<'KeepStored'> = {
      type: 'KeepStored',
      keep: 'k1',
      visit: 'v1',
      member: 'wang',
      item: 'whisky',
      tenths: 6,
      shelf: 'A-1',
      label: 'W1',
      expiresAt: evening + 900 * hour,
    }
    const { state } = given(kept)
      .when(erase, mei)
      .refuses('has-keeps', 'confirm')
      .when({ ...erase, keepsToo: true }, mei)
      .gives(erased)
    // It stands on the shelf all the same, as nobody's.
    expect(state.keeps.get('k1')).toMatchObject({ label: 'W1' })
    expect(state.keeps.get('k1')).not.toHaveProperty('member')
  })
})

describe('a number left at the kiosk', () => {
  const number: CommandOf<'LeaveNumber'> = {
    type: 'LeaveNumber',
    checkIn: 'c1',
    phone: '13800000000',
    birthday: '05-20',
  }
  const zhao = memberFacts('zhao')
  const found = { members: new Map([['zhao', zhao]]), saved: { id: 'zhao', rev: 2 } }

  it('is written for who enrolled on a phone here, also when they were seated meanwhile', () => {
    for (const past of [[enrolled], [enrolled, seated]])
      given(...past)
        .when(number, by(kiosk, { facts: found }))
        .gives({ type: 'RecordSaved', kind: 'member', id: 'zhao', rev: 2 })
  })

  it('is not of a member who was known before, nor of another kiosk’s guest', () => {
    given(cameBy())
      .when(number, by(kiosk, { facts: found }))
      .refuses('unknown')
    given(enrolled)
      .when(number, by({ kind: 'kiosk', device: 'kiosk2' }, { facts: found }))
      .refuses('unknown')
    given(at(evening, enrolled), at(evening, dismissed))
      .when(number, by(kiosk, { facts: found }))
      .refuses('already-done')
  })

  it('is left once', () => {
    const numbered = { ...zhao, member: { ...zhao.member, phone: '13811111111' } }
    given(enrolled)
      .when(number, by(kiosk, { facts: { members: new Map([['zhao', numbered]]) } }))
      .refuses('already-done')
  })

  it('that is another member’s is a matter for staff, of which the lobby says nothing', () => {
    const { events } = given(enrolled).when(number, by(kiosk, { facts: { members: found.members } }))
    expect(events).toMatchObject([{ type: 'DeskCalled', kiosk: 'kiosk1', why: 'help' }])
    given(enrolled)
      .when(number, by(kiosk, { facts: { members: found.members } }))
      .refuses('please-wait', 'call-staff', events)
  })
})
