import { describe, expect, it } from 'vitest'
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import type { Event, EventOf } from '../events.ts'
import { as, evening, hour, memberFacts, minute } from '../fixture.testing.ts'
import { at, by, given } from '../given.testing.ts'

const merge: CommandOf<'MergeMembers'> = {
  type: 'MergeMembers',
  kept: 'wang',
  keptRev: 3,
  gone: 'zhao',
  goneRev: 1,
  take: ['phone'],
  pin: '123456',
}
const staged = [
  { kind: 'member', id: 'wang', rev: 4 },
  { kind: 'member', id: 'zhao', rev: 2 },
] as const
const mei = by(as('mei'), { facts: { pin: 'right', staged } })
const merged = { type: 'MembersMerged', kept: 'wang', gone: 'zhao', rev: 2 } as const
const cameBy = (member: string): EventOf<'CheckedIn'> => ({
  type: 'CheckedIn',
  checkIn: `c-${member}`,
  how: 'card',
  kiosk: 'kiosk1',
  member,
  party: 2,
  welcomed: false,
  discreet: false,
  glance: false,
  lapsesAt: evening + 20 * minute,
})
const party = (member: string) =>
  [
    { type: 'OpenVisit', room: 'v03', tariff: 'mid-timed', party: 2, member } as const,
    by(as('lily'), { facts: { members: new Map([[member, memberFacts(member)]]) } }),
  ] as const

describe('two members who are one', () => {
  it('become one with a PIN, by the rows that are on the disk', () => {
    given()
      .when(merge, mei)
      .gives({ type: 'RecordSaved', ...staged[0] }, merged)
      .tells({ member: 'wang' })
    given()
      .when(merge, by(as('mei'), { facts: { pin: 'wrong', staged } }))
      .refuses('wrong-pin', 'try-again', [expect.objectContaining({ type: 'PinFailed' })])
    // One of them was erased, or is nobody.
    given()
      .when(merge, by(as('mei'), { facts: { pin: 'right' } }))
      .refuses('unknown', 'look-again')
    given()
      .when({ ...merge, gone: 'wang' }, mei)
      .refuses('malformed', 'choose-other')
  })

  it('are not both here: somebody was taken for the other', () => {
    given(cameBy('zhao'))
      .when(...party('wang'))
      .when(merge, mei)
      .refuses('both-here', 'look-again')
    given(cameBy('zhao'), cameBy('wang')).when(merge, mei).refuses('both-here')
    given(cameBy('zhao')).when(merge, mei).givesTypes('RecordSaved', 'MembersMerged')
  })

  it('are one in everything either was part of', () => {
    const reserved: EventOf<'Reserved'> = {
      type: 'Reserved',
      reservation: 'res',
      member: 'zhao',
      booker: 'zhao',
      party: 4,
      arrivesAt: evening + hour,
      heldUntil: evening + 2 * hour,
      roomClass: 'mid',
      deposit: false,
      discreet: false,
    }
    const past: Event[] = [
      reserved,
      cameBy('zhao'),
      { type: 'CheckInDismissed', checkIn: 'c-zhao' },
      { type: 'CheckInFailed', checkIn: 'c9', how: 'card', kiosk: 'kiosk1', failure: 'blocked', member: 'zhao' },
      {
        type: 'KeepStored',
        keep: 'k1',
        visit: 'v0',
        member: 'zhao',
        item: 'whisky',
        tenths: 6,
        shelf: 'A-1',
        label: 'W1',
        expiresAt: evening + 900 * hour,
      },
    ]
    const { state } = given(...past, at(evening, { type: 'LeaveAsked', member: 'zhao' }))
      .when(...party('zhao'))
      .when(merge, mei)
    expect(state.visits.get('v1')).toMatchObject({ host: 'wang', members: ['wang'] })
    expect([...state.present.entries()]).toEqual([['wang', 'v1']])
    expect(state.reservations.get('res')).toMatchObject({ member: 'wang', booker: 'wang' })
    expect(state.checkIns.get('c-zhao')).toMatchObject({ member: 'wang' })
    expect(state.kioskTrouble.get('kiosk1')).toMatchObject({ member: 'wang' })
    expect(state.keeps.get('k1')).toMatchObject({ member: 'wang' })
    expect([...state.leaving.entries()]).toEqual([['wang', { at: evening }]])
    expect(JSON.stringify([...state.visits.values(), ...state.reservations.values()])).not.toContain('zhao')
  })
})
