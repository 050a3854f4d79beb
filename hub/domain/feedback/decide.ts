/** 评价: one face for each guest and visit, changeable until the visit closes. */
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import type { Decision, Meta } from '../decision.ts'
import type { OrderEvent } from '../order/events.ts'
import type { MenuItem } from '../order/menu-item.ts'
import type { ReadState, Visit } from '../state.ts'
import { rewardFor } from './reward.ts'

export type FeedbackCommand = CommandOf<'GiveFeedback'>

export function decideFeedback(state: ReadState, command: FeedbackCommand, meta: Meta): Decision {
  const { visit, at } = meta
  if (!visit || visit.status === 'closed') return refuse('visit-closed')
  const { guest, face } = command
  const factors = [...new Set(command.factors)]
  const before = visit.feedback.get(guest)
  if (before?.face === face && sameFactors(before.factors, factors)) return { events: [], result: { already: true } }
  const { lastDeliveryAt } = visit
  const afterDelivery = lastDeliveryAt !== undefined && at - lastDeliveryAt < atTheTableMs
  const reward = rewardFor(state, meta)
  const given = { type: 'FeedbackGiven', visit: visit.id, guest, face, factors, afterDelivery } as const
  return { events: reward ? [{ ...given, reward: reward.id }, ...toPour(visit, reward, meta)] : [given] }
}

/** As what staff give: a ticket at no price that nobody needs to agree to. */
function toPour(visit: Visit, { id, components }: MenuItem, meta: Meta): OrderEvent[] {
  const order = meta.id('o')
  return [
    {
      type: 'OrderPlaced',
      order,
      visit: visit.id,
      source: 'gift',
      placedBy: 'staff',
      lines: [{ line: meta.id('l'), item: id, qty: 1, unitPrice: 0, options: [], components, repeatable: false }],
      total: 0,
      ...(visit.attendant !== undefined && { attendant: visit.attendant }),
      needsApproval: false,
      lockedUntil: meta.at,
    },
    { type: 'OrderAccepted', order, needsTick: !meta.cashierTakesTickets },
  ]
}

/** So soon after a delivery somebody may be standing there. */
const atTheTableMs = 60_000

const sameFactors = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every(factor => b.includes(factor))
