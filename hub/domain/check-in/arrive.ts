/** Who comes without a card: walk-ins, and guests who enrol on their phone. */
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import type { Decision, Meta } from '../decision.ts'
import type { Event, EventOf } from '../events.ts'
import type { CheckIn, ReadState } from '../state.ts'
import { offerFor } from '../visit/free-rooms.ts'
import { kioskOf, resultOf } from './arrival.ts'
import { checkIn } from './identify.ts'
import { latest } from './waiting.ts'

export function walkIn(state: ReadState, { party, called, language }: CommandOf<'WalkIn'>, meta: Meta): Decision {
  const { at, venue, facts } = meta
  const same = sameTap(state, meta, party)
  if (same) return { events: [], result: resultOf(same) }
  const kiosk = kioskOf(meta)
  if (kiosk !== undefined && isCrowded(state, kiosk)) return refuse('please-wait', 'call-staff')
  const offer = offerFor(state, venue, at, { party })
  const named = called === undefined ? undefined : facts.saved
  const checkedIn: EventOf<'CheckedIn'> = {
    type: 'CheckedIn',
    checkIn: meta.id('c'),
    how: 'walk-in',
    ...(kiosk !== undefined && { kiosk }),
    party,
    ...(language !== undefined && { language }),
    ...(offer !== undefined && { offer }),
    welcomed: false,
    discreet: false,
    ...(named && { text: named.id }),
    glance: false,
    lapsesAt: at + venue.policy.checkInLapsesMs,
  }
  const text: Event[] = named ? [{ type: 'RecordSaved', kind: 'text', id: named.id, rev: named.rev }] : []
  return { events: [...text, checkedIn], result: resultOf({ ...checkedIn, id: checkedIn.checkIn }) }
}

/** The member's row is on the disk already; staff look at them before any screen says their name or any room is kept for them. */
export function enrol(state: ReadState, { party, language }: CommandOf<'Enrol'>, meta: Meta): Decision {
  const { enrolled } = meta.facts
  if (!enrolled) return refuse('unavailable', 'call-staff')
  const { member } = enrolled.member
  const kiosk = kioskOf(meta)
  const arrived = checkIn(state, meta, member, {
    how: 'phone-page',
    party,
    ...(language !== undefined && { language }),
    enrolled: true,
    ...(kiosk !== undefined && { kiosk }),
    offers: false,
  })
  const saved: Event = { type: 'RecordSaved', kind: 'member', id: member.id, rev: enrolled.rev }
  return { events: [saved, ...arrived.events], result: { ...arrived.result, member: member.id } }
}

/** Parties that nobody saw to yet, at one screen: nobody stands in line so long, but a child or a stick that types goes on for ever. */
const crowd = 60

function isCrowded({ checkIns }: ReadState, kiosk: Id): boolean {
  let waiting = 0
  for (const one of checkIns.values())
    if (one.how === 'walk-in' && one.kiosk === kiosk && one.status === 'waiting') waiting += 1
  return waiting >= crowd
}

/** On the kiosk itself; two phones may well say the same at the same moment. */
function sameTap(state: ReadState, { at, by, venue }: Meta, party: number): CheckIn | undefined {
  if (by.kind !== 'kiosk') return undefined
  const since = at - venue.policy.sameTouchMs
  return latest(
    state,
    one => one.how === 'walk-in' && one.kiosk === by.device && one.party === party && one.at >= since,
  )
}
