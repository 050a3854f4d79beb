/** 赠送 / 减免 / 免单: given by a person with a PIN, inside a quota, for a reason. */
import { assertNever } from '../../../shared/protocol/assert-never.ts'
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import { type Refusal, refuse } from '../../../shared/protocol/refusals.ts'
import { wallClock } from '../business-day.ts'
import type { Decision, Meta } from '../decision.ts'
import type { Event } from '../events.ts'
import { giftOrder } from '../order/gift-order.ts'
import { priceOf } from '../order/price.ts'
import { missingOf } from '../order/sold-out.ts'
import { roomOf } from '../room-of.ts'
import type { ReadState, Visit } from '../state.ts'
import { checkQuota } from './quota.ts'
import { takeBackComp } from './take-back.ts'
import { checkPeople, oneLeads } from './two-people.ts'

export type CompCommand = CommandOf<'GiveComp' | 'TakeBackComp'>

export function decideComp(state: ReadState, command: CompCommand, meta: Meta): Decision {
  switch (command.type) {
    case 'GiveComp':
      return giveComp(state, command, meta)
    case 'TakeBackComp':
      return takeBackComp(state, command, meta)
    default:
      return assertNever(command)
  }
}

function giveComp(state: ReadState, command: CommandOf<'GiveComp'>, meta: Meta): Decision {
  const visit = state.visits.get(command.visit)
  if (!visit || visit.status === 'closed') return refuse('visit-closed', 'look-again')
  const what = worthOf(state, command, visit, meta)
  if ('refused' in what) return what
  const people = checkPeople(state, meta, command.second, what.amount >= meta.venue.policy.compSecondAbove)
  if ('refused' in people) return people
  if (people.second !== undefined && !oneLeads(people, meta)) return refuse('second-person', 'ask-manager')
  if (command.request !== undefined && !visit.requests.includes(command.request)) return refuse('unknown', 'look-again')
  const { kind, reason, request } = command
  // A PIN never travels through an outbox, so nothing else tells the second tap on 确定 from a second gift.
  const same = visit.comps.find(
    one =>
      one.by === people.staff &&
      one.kind === kind &&
      one.item === what.item &&
      one.amount === what.amount &&
      meta.at - one.at < meta.venue.policy.sameTapMs,
  )
  if (same) return { events: [], result: { comp: same.comp, amount: same.amount, already: true } }
  const over = checkQuota(state, people.staff, people.role, what.amount, meta)
  if (over) return over
  const comp = meta.id('g')
  const given: Event = {
    type: 'CompGiven',
    comp,
    visit: visit.id,
    kind,
    ...what,
    reason,
    ...(request !== undefined && { request }),
    by: people.staff,
    ...(people.second !== undefined && { second: people.second }),
    period: meta.day,
  }
  const { item, qty = 1 } = what
  const poured = item === undefined ? [] : giftOrder(visit, { item, qty }, meta, { staff: people.staff, comp })
  return { events: [given, ...poured], result: { comp, amount: what.amount } }
}

type Worth = { readonly amount: number; readonly item?: Id; readonly qty?: number }

/** A gift counts at its list price in that room at that hour, whatever the sender says. */
function worthOf(
  state: ReadState,
  { kind, item: id, qty = 1, amount }: CommandOf<'GiveComp'>,
  { room, status }: Visit,
  { item: itemOf, venue, at }: Meta,
): Worth | Refusal {
  if (kind === 'gift') {
    if (id === undefined || amount !== undefined) return refuse('malformed')
    const item = itemOf(id)
    if (!item || item.retired) return refuse('unknown-item', 'choose-other', { about: id })
    if (!item.gift) return refuse('not-allowed', 'choose-other', { about: id })
    if (missingOf(state, item) !== undefined) return refuse('sold-out', 'choose-other', { about: id })
    const roomClass = roomOf(venue, room)?.roomClass
    return { amount: priceOf(item, roomClass, wallClock(at, venue.timeZone).minute) * qty, item: id, qty }
  }
  if (id !== undefined || amount === undefined || amount === 0) return refuse('malformed')
  // There is nothing left to reduce: that is a refund, and the cashier's.
  if (status === 'settled') return refuse('visit-settled', 'ask-manager')
  return { amount }
}
