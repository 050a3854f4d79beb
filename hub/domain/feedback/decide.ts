/** 评价: one face for each guest and visit, changeable until the visit closes. */
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import { already, type Decision, type Meta } from '../decision.ts'
import { giftOrder } from '../order/gift-order.ts'
import type { ReadState } from '../state.ts'
import { rewardFor } from './reward.ts'

export type FeedbackCommand = CommandOf<'GiveFeedback'>

export function decideFeedback(state: ReadState, command: FeedbackCommand, meta: Meta): Decision {
  const { visit, at } = meta
  if (!visit || visit.status === 'closed') return refuse('visit-closed')
  const { guest, face } = command
  const factors = [...new Set(command.factors)]
  const before = visit.feedback.get(guest)
  if (before?.face === face && sameFactors(before.factors, factors)) return already
  const { lastDeliveryAt } = visit
  const afterDelivery = lastDeliveryAt !== undefined && at - lastDeliveryAt < atTheTableMs
  const reward = rewardFor(state, meta)
  const given = { type: 'FeedbackGiven', visit: visit.id, guest, face, factors, afterDelivery } as const
  if (!reward) return { events: [given] }
  return { events: [{ ...given, reward: reward.id }, ...giftOrder(visit, { item: reward.id, qty: 1 }, meta)] }
}

/** So soon after a delivery somebody may be standing there. */
const atTheTableMs = 60_000

const sameFactors = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every(factor => b.includes(factor))
