/** 退单: something that was delivered is taken back, by two people and out of the first one's quota. */
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import { checkQuota } from '../comp/quota.ts'
import { checkPeople } from '../comp/two-people.ts'
import type { Decision, Meta } from '../decision.ts'
import type { ReadState } from '../state.ts'

export function returnLine(state: ReadState, command: CommandOf<'ReturnLine'>, meta: Meta): Decision {
  const people = checkPeople(state, meta, command.second, true)
  if ('refused' in people) return people
  const order = state.orders.get(command.order)
  const line = order?.lines.find(one => one.line === command.line)
  if (!order || !line) return refuse('unknown', 'look-again')
  if (order.status !== 'delivered') return refuse('wrong-state', 'look-again')
  if (state.visits.get(order.visit)?.status === 'closed') return refuse('visit-closed', 'look-again')
  if (command.qty > line.qty - line.returned) return refuse('too-many', 'look-again', { about: line.item })
  const amount = line.unitPrice * command.qty
  const over = checkQuota(state, people.staff, people.role, amount, meta)
  if (over) return over
  const { order: id, line: lineId, qty, reason, second } = command
  const by = people.staff
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
        second: second.staff,
        period: meta.day,
      },
    ],
    result: { amount },
  }
}
