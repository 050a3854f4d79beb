/** A card, a code or a number names a member: the check-in, or the failure of which the lobby never says why. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import type { CheckInFailure, CheckInWay } from '../../../shared/protocol/words.ts'
import type { Accepted, Decision, Meta } from '../decision.ts'
import type { Event, EventOf } from '../events.ts'
import type { Member } from '../member/member.ts'
import { reservationOf, visitToJoin } from '../reservation/of-member.ts'
import type { CheckIn, KioskTrouble, ReadState } from '../state.ts'
import { offerFor } from '../visit/free-rooms.ts'
import { readsToo } from './amend.ts'
import { type Arrival, kioskOf, resultOf } from './arrival.ts'
import { callDesk } from './call-desk.ts'
import { expectedArrives, expectedBy, waitingFor } from './expected.ts'
import { failuresAt, isFlood, needsStaff } from './trouble.ts'
import { latest, waitingOf } from './waiting.ts'

type Said = Pick<Arrival, 'language'>

/** From a card, a code or a number in the lobby. */
export function identify(state: ReadState, meta: Meta, how: CheckInWay, { language }: Said): Decision {
  const kiosk = kioskOf(meta)
  const { credential, identified, codeStep, forDesk } = meta.facts
  if (forDesk) return { events: [] }
  const arrival = {
    how,
    ...(kiosk !== undefined && { kiosk }),
    ...(credential !== undefined && { credential }),
    ...(language !== undefined && { language }),
  }
  const same = sameTouch(state, meta, kiosk)
  // By the reader a moment ago, which knows of no language.
  if (same) return { events: same.status === 'waiting' ? readsToo(same, language) : [], result: resultOf(same) }
  const beside = how === 'card' ? cardBeside(state, meta, kiosk) : undefined
  if (beside) return secondCard(state, meta, beside)
  if (!identified || ('failure' in identified && identified.failure === 'unknown')) {
    const expected = expectedBy(state, credential, meta.at)
    if (!expected) return fail(state, meta, how, 'unknown')
    if (waitingFor(state, expected)) return fail(state, meta, how, 'duplicate')
    return expectedArrives(state, meta, expected, arrival)
  }
  if ('failure' in identified) return fail(state, meta, how, identified.failure, identified.member)
  const { member } = identified.member
  const failure = failureOf(state, member)
  if (failure) return fail(state, meta, how, failure, member.id)
  if (isReplay(state, meta, member.id)) return fail(state, meta, how, 'replayed', member.id)
  return checkIn(state, meta, member, { ...arrival, ...(codeStep !== undefined && { codeStep }) })
}

/** After a card that was read, the rest of a wave of the hand is no failure. */
export function misread(state: ReadState, meta: Meta): Decision {
  if (meta.facts.forDesk) return { events: [] }
  const since = meta.at - meta.venue.policy.sameTouchMs
  const read = latest(state, one => one.how === 'card' && one.kiosk === kioskOf(meta) && one.at >= since)
  return read ? { events: [], result: resultOf(read) } : fail(state, meta, 'card', 'unreadable')
}

/** Only a card was in the guest's hand for sure: a code or a number may be somebody else's, so staff look first. */
export function checkIn(
  state: ReadState,
  meta: Meta,
  member: Member,
  { offers = true, reservation: named, ...arrival }: Arrival,
): Accepted {
  const { at, venue } = meta
  const reservation = named ?? reservationOf(state, member.id, at)
  const joins = reservation ? undefined : visitToJoin(state, member)
  const party = arrival.party ?? reservation?.party
  const wish = { tier: member.tier, ...(reservation && { reservation }) }
  const offer =
    offers && joins === undefined && party !== undefined ? offerFor(state, venue, at, { ...wish, party }) : undefined
  const discreet = member.discreet || reservation?.discreet === true
  // The name of a reservation that they only booked is that of their guest.
  const alias = reservation?.member === member.id ? reservation.text : undefined
  const welcomed = member.welcome && !discreet && arrival.how === 'card'
  const checkedIn: EventOf<'CheckedIn'> = {
    type: 'CheckedIn',
    checkIn: meta.id('c'),
    ...arrival,
    member: member.id,
    tier: member.tier,
    ...(member.accountManager !== undefined && { accountManager: member.accountManager }),
    ...(party !== undefined && { party }),
    ...(reservation && { reservation: reservation.id }),
    ...(offer !== undefined && { offer }),
    ...(joins !== undefined && { joins }),
    ...(alias !== undefined && { text: alias }),
    welcomed,
    ...(welcomed && { welcomeUntil: at + venue.policy.welcomeMs }),
    discreet,
    glance: arrival.how !== 'card' && arrival.how !== 'desk',
    lapsesAt: at + venue.policy.checkInLapsesMs,
  }
  const result = offers ? resultOf({ ...checkedIn, id: checkedIn.checkIn }) : { checkIn: checkedIn.checkIn }
  return { events: [checkedIn], result }
}

/** One touch may arrive twice, by the reader and by the page, and a nervous hand touches ten times. */
function sameTouch({ checkIns }: ReadState, { at, facts, venue }: Meta, kiosk: Id | undefined): CheckIn | undefined {
  const { credential } = facts
  if (credential === undefined || kiosk === undefined) return undefined
  const since = at - venue.policy.sameTouchMs
  return latest({ checkIns }, one => one.credential === credential && one.kiosk === kiosk && one.at >= since)
}

/** Nobody touches one after the other so quickly: both are in one hand. */
const besideMs = 700

function cardBeside({ checkIns }: ReadState, { at }: Meta, kiosk: Id | undefined): CheckIn | undefined {
  if (kiosk === undefined) return undefined
  return latest({ checkIns }, one => one.how === 'card' && one.kiosk === kiosk && one.at >= at - besideMs)
}

/** A purse holds cards of other houses too; only another member's leaves open who it is. */
function secondCard(state: ReadState, meta: Meta, first: CheckIn): Decision {
  const { identified } = meta.facts
  const member = identified && memberOf(identified)
  if (member === undefined || member === first.member) return { events: [], result: resultOf(first) }
  return fail(state, meta, 'card', 'two-cards', member)
}

const memberOf = (identified: NonNullable<Meta['facts']['identified']>): Id | undefined =>
  'failure' in identified ? identified.member : identified.member.member.id

/** A picture of a code that changes, shown again within its half minute. */
function isReplay({ checkIns }: ReadState, { facts: { codeStep } }: Meta, member: Id): boolean {
  if (codeStep === undefined) return false
  return latest({ checkIns }, one => one.member === member && (one.codeStep ?? -1) >= codeStep) !== undefined
}

function failureOf(state: ReadState, member: Member): CheckInFailure | undefined {
  if (member.blocked) return 'banned'
  if (state.present.has(member.id)) return 'already-in'
  return waitingOf(state, member.id) ? 'waiting' : undefined
}

function fail(state: ReadState, meta: Meta, how: CheckInWay, failure: CheckInFailure, member?: Id): Decision {
  const kiosk = kioskOf(meta)
  const { at, facts, venue } = meta
  const { credential } = facts
  const trouble = kiosk === undefined ? undefined : state.kioskTrouble.get(kiosk)
  // A phone has a bound of its own, which each of its failures has to count against.
  const flood = kiosk !== undefined && meta.by.kind !== 'phone' && isFlood(state, kiosk, at)
  const again =
    trouble !== undefined && at - trouble.lastAt <= venue.policy.sameTouchMs && isSame(trouble, failure, credential)
  const failures = kiosk === undefined ? 1 : failuresAt(state, kiosk, at) + (again ? 0 : 1)
  const staff = needsStaff(failure, failures)
  const told = refuse('please-wait', staff ? 'call-staff' : 'try-again')
  if (again || flood) return told
  const failed: Event = {
    type: 'CheckInFailed',
    checkIn: meta.id('c'),
    how,
    ...(kiosk !== undefined && { kiosk }),
    ...(credential !== undefined && { credential }),
    failure,
    ...(member !== undefined && { member }),
  }
  const call = kiosk !== undefined && staff ? callDesk(state, meta, kiosk, 'failed').events : []
  return { ...told, events: [failed, ...call] }
}

/** By reader and page, or by a nervous hand. What could not be read has nothing to be told by. */
const isSame = (trouble: KioskTrouble, failure: CheckInFailure, credential: string | undefined): boolean =>
  credential === undefined
    ? trouble.credential === undefined && trouble.lastFailure === failure
    : trouble.credential === credential
