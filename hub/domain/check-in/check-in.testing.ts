/** Who comes to the lobby in the tests: Mr Wang by his card, a party of three without one, and what was booked for him. */
import type { EventOf } from '../events.ts'
import { evening, hour, type MetaOverrides, memberFacts, minute, second } from '../fixture.testing.ts'
import type { Member } from '../member/member.ts'
import type { Principal } from '../principal.ts'

/** What the edge found out about the credential. */
export const known = (id: string, changes: Partial<Member> = {}, more: MetaOverrides = {}): MetaOverrides => {
  const facts = memberFacts(id)
  const member = { ...facts, member: { ...facts.member, ...changes } }
  return { ...more, facts: { identified: { member }, credential: `hash-${id}` } }
}
export const nobody = (more: MetaOverrides = {}): MetaOverrides => ({
  ...more,
  facts: { identified: { failure: 'unknown' }, credential: 'hash-?' },
})
export const touch = { type: 'TouchCard', card: '00112233' } as const
export const reader: Principal = { kind: 'reader', device: 'reader1', kiosk: 'kiosk1' }

export const lapsesAt = evening + 20 * minute
export const wangCame: EventOf<'CheckedIn'> = {
  type: 'CheckedIn',
  checkIn: 'c1',
  how: 'card',
  kiosk: 'kiosk1',
  credential: 'hash-wang',
  member: 'wang',
  tier: 'black',
  accountManager: 'mei',
  welcomed: true,
  welcomeUntil: evening + 29 * second,
  discreet: false,
  glance: false,
  lapsesAt,
}
export const walkedIn: EventOf<'CheckedIn'> = {
  type: 'CheckedIn',
  checkIn: 'walk',
  how: 'walk-in',
  kiosk: 'kiosk1',
  party: 3,
  welcomed: false,
  discreet: false,
  glance: false,
  lapsesAt,
}
export const wangReserved: EventOf<'Reserved'> = {
  type: 'Reserved',
  reservation: 'res',
  member: 'wang',
  party: 10,
  arrivesAt: evening + hour,
  heldUntil: evening + 2 * hour,
  roomClass: 'big',
  deposit: true,
  booker: 'mei',
  discreet: false,
}
