/** 退单: what was delivered, paid or made long ago is taken back, by two people and out of the first one's quota. */
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import { checkQuota } from '../comp/quota.ts'
import { checkPeople, oneLeads } from '../comp/two-people.ts'
import type { Decision, Meta } from '../decision.ts'
import { keptOf, wasOut } from '../keep/left-over.ts'
import type { ReadState } from '../state.ts'
import { isLongMade } from './long-made.ts'

export function returnLine(state: ReadState, command: CommandOf<'ReturnLine'>, meta: Meta): Decision {
  const people = checkPeople(state, meta, command.second, true)
  if ('refused' in people) return people
  if (!oneLeads(people, meta)) return refuse('second-person', 'ask-manager')
  const order = state.orders.get(command.order)
  const line = order?.lines.find(one => one.line === command.line)
  if (!order || !line) return refuse('unknown', 'look-again')
  const visit = state.visits.get(order.visit)
  if (!visit || visit.status === 'closed') return refuse('visit-closed', 'look-again')
  // What is paid, or was accepted long ago, comes off the bill this way only, carried in or not.
  const held = visit.status === 'settled' || isLongMade(order, meta.at)
  const returnable = order.status === 'delivered' || (order.status === 'accepted' && held)
  if (!returnable) return refuse('wrong-state', 'look-again')
  // A PIN travels through no outbox: what was sent again after its answer was lost did happen the first time.
  if (command.returned !== line.returned) return refuse('already-done', 'look-again', { about: line.item })
  if (command.qty > line.qty - line.returned) return refuse('too-many', 'look-again', { about: line.item })
  // What is only paid, and not carried in, nobody has kept.
  const kept = wasOut(order, meta.at) ? keptOf(state, visit, [{ ...line, qty: command.qty }], meta.at) : undefined
  if (kept !== undefined) return refuse('bottle-kept', 'look-again', { about: kept })
  const amount = line.unitPrice * command.qty
  const over = checkQuota(state, people.staff, people.role, amount, meta)
  if (over) return over
  const { order: id, line: lineId, qty, reason } = command
  const { staff: by, second } = people
  return {
    events: [
      {
        type: 'LineReturned',
        order: id,
        line: lineId,
        qty,
        amount,
        reason,
        by,
        ...(second !== undefined && { second }),
        period: meta.day,
      },
    ],
    result: { amount },
  }
}
