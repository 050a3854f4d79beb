/** What the desk learns of somebody who waits in the lobby: how many they are, how to call them, whether it is them at all. */
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { WrittenLocale } from '../../../shared/protocol/words.ts'
import type { Decision, Meta } from '../decision.ts'
import type { Event, EventOf } from '../events.ts'
import { mayCome } from '../reservation/held.ts'
import type { CheckIn, ReadState } from '../state.ts'
import { offerFor } from '../visit/free-rooms.ts'
import { resultOf } from './arrival.ts'
import { waitingCheckIn } from './waiting.ts'

export function amend(state: ReadState, command: CommandOf<'AmendCheckIn'>, meta: Meta): Decision {
  const checkIn = waitingCheckIn(state, command.checkIn)
  if ('refused' in checkIn) return checkIn
  const { id } = checkIn
  const { party, discreet = checkIn.discreet } = command
  const { saved } = meta.facts
  const events: Event[] = []
  if (discreet !== checkIn.discreet) events.push({ type: 'CheckInDiscreetSet', checkIn: id, discreet })
  if (command.isThem === true && checkIn.glance) events.push(...recognised(state, { ...checkIn, discreet }, meta))
  if (command.isThem === false && checkIn.glance) events.push(mistaken(state, checkIn, meta))
  if (command.called !== undefined && saved)
    events.push(
      { type: 'RecordSaved', kind: 'text', id: saved.id, rev: saved.rev },
      { type: 'CheckInNamed', checkIn: id, text: saved.id },
    )
  if (party === undefined || party === checkIn.party)
    return {
      events: [...events, ...kept(checkIn, command.waits === true || events.length > 0, meta)],
      result: resultOf(checkIn),
    }
  const said = partySaid(state, command.isThem === false ? unknown(checkIn) : checkIn, party, meta)
  return { events: [...events, said, ...kept(checkIn, true, meta)], result: resultOfSaid(checkIn, said) }
}

const leastGainMs = 60_000

/** Whom the desk deals with is there: their time on the list begins anew. */
function kept({ id, lapsesAt }: CheckIn, dealtWith: boolean, { at, venue }: Meta): readonly Event[] {
  const later = at + venue.policy.checkInLapsesMs
  return dealtWith && later >= lapsesAt + leastGainMs ? [{ type: 'CheckInKept', checkIn: id, lapsesAt: later }] : []
}

/** A room that fits how many they are, unless they join others. */
export function partySaid(state: ReadState, checkIn: CheckIn, party: number, meta: Meta): EventOf<'PartySaid'> {
  const { id, joins } = checkIn
  const offer = joins === undefined ? offerOf(state, checkIn, party, meta) : undefined
  return { type: 'PartySaid', checkIn: id, party, ...(offer !== undefined && { offer }) }
}

/** Nothing else of what they said changes, their room neither. Who has not said yet how many they are says both at once. */
export function readsToo({ id, party, offer, ...before }: CheckIn, language?: WrittenLocale): readonly Event[] {
  if (party === undefined || language === undefined || language === before.language) return []
  return [{ type: 'PartySaid', checkIn: id, party, ...(offer !== undefined && { offer }), language }]
}

export const resultOfSaid = ({ id, joins }: CheckIn, { party, offer }: EventOf<'PartySaid'>) =>
  resultOf({ id, party, ...(offer !== undefined && { offer }), ...(joins !== undefined && { joins }) })

/** From now on the lobby may welcome them as it would have with their card, and a room is proposed. */
function recognised(state: ReadState, checkIn: CheckIn, meta: Meta): readonly Event[] {
  const { id, member: who, discreet, kiosk, party, offer } = checkIn
  const member = who === undefined ? undefined : meta.facts.members.get(who)?.member
  const welcomed = kiosk !== undefined && member?.welcome === true && !member.discreet && !discreet
  const seen: Event = {
    type: 'CheckInRecognised',
    checkIn: id,
    welcomed,
    ...(welcomed && { welcomeUntil: meta.at + meta.venue.policy.welcomeMs }),
  }
  const proposed = party === undefined || offer !== undefined ? undefined : partySaid(state, checkIn, party, meta)
  return proposed?.offer === undefined ? [seen] : [seen, proposed]
}

function mistaken(state: ReadState, checkIn: CheckIn, meta: Meta): Event {
  const { id, party } = checkIn
  const offer = party === undefined ? undefined : offerOf(state, unknown(checkIn), party, meta)
  return { type: 'CheckInMistaken', checkIn: id, ...(offer !== undefined && { offer }) }
}

function unknown({ tier: _tier, reservation: _another, joins: _theirs, ...checkIn }: CheckIn): CheckIn {
  return checkIn
}

function offerOf(state: ReadState, checkIn: CheckIn, party: number, { venue, at }: Meta): Id | undefined {
  const { id, tier } = checkIn
  const reservation = checkIn.reservation === undefined ? undefined : state.reservations.get(checkIn.reservation)
  return offerFor(state, venue, at, {
    party,
    checkIn: id,
    ...(tier && { tier }),
    ...(reservation && mayCome(reservation) && { reservation }),
  })
}
