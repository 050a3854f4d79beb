/** What happens to orders, gifts, calls and complaints. */
import { complaints, outcomes, services } from '../../../shared/protocol/words.ts'
import { minute, second } from '../../domain/fixture.testing.ts'
import { chosen, type Make } from './scene.testing.ts'
import { price } from './secrets.testing.ts'

export const serviceMoves = {
  usual: ({ visit, item }) =>
    visit && {
      type: 'UsualPredicted',
      visit: visit.id,
      items: [
        { item, qty: 2, times: 3 },
        { item: 'tea', qty: 1, times: 1 },
      ],
    },
  order: ({ visit, id, at, a, item, flag }) =>
    visit && {
      type: 'OrderPlaced',
      order: id('o'),
      visit: visit.id,
      source: 'menu',
      placedBy: flag ? 'guest' : 'staff',
      lines: [{ line: id('l'), item, qty: 2, unitPrice: price, options: [], components: [], repeatable: true }],
      total: 2 * price,
      needsApproval: a % 4 === 0,
      lockedUntil: at + 8 * second,
    },
  approve: ({ order, staff }) =>
    order?.status === 'awaiting-approval' ? { type: 'OrderApproved', order: order.id, staff } : undefined,
  cancel: ({ order }) => (order?.status === 'placed' ? { type: 'OrderCancelled', order: order.id } : undefined),
  reject: ({ order }) =>
    order?.status === 'placed' ? { type: 'OrderRejected', order: order.id, reason: 'mistake' } : undefined,
  accept: ({ order, flag }) =>
    order?.status === 'placed' ? { type: 'OrderAccepted', order: order.id, needsTick: flag } : undefined,
  deliver: ({ order, staff }) =>
    order?.status === 'accepted' ? { type: 'OrderDelivered', order: order.id, staff } : undefined,
  returned: ({ order, staff, state }) => {
    const line = order?.lines[0]
    if (order?.status !== 'delivered' || !line || line.returned > 0) return undefined
    const said = { qty: 1, amount: price, reason: 'mistake', by: staff, second: 'huang', period: state.day } as const
    return { type: 'LineReturned', order: order.id, line: line.line, ...said }
  },
  tick: ({ order, flag }) => order && { type: 'OrderTicked', order: order.id, ticked: flag },
  soldOut: ({ item, flag }) => ({ type: 'SoldOutSet', item, soldOut: flag }),
  comp: ({ visit, id, staff, state }) =>
    visit && {
      type: 'CompGiven',
      comp: id('c'),
      visit: visit.id,
      kind: 'reduction',
      amount: price,
      reason: 'host',
      by: staff,
      period: state.day,
    },
  call: ({ visit, id, at, b }) =>
    visit && {
      type: 'ServiceCalled',
      request: id('q'),
      visit: visit.id,
      service: chosen(services, b) ?? 'ice',
      escalatesAt: at + minute,
    },
  complain: ({ visit, id, at, b }) =>
    visit && {
      type: 'Complained',
      request: id('q'),
      visit: visit.id,
      category: chosen(complaints, b) ?? 'audio',
      escalatesAt: at + minute,
      ...(visit.attendant !== undefined && { attendant: visit.attendant }),
    },
  repeat: ({ request }) => request && { type: 'RequestRepeated', request: request.id, times: request.times + 1 },
  take: ({ request, staff, at }) =>
    request && { type: 'RequestTaken', request: request.id, staff, lapsesAt: at + minute },
  goTo: ({ request, at }) => request && { type: 'RequestOnTheWay', request: request.id, lapsesAt: at + minute },
  lapse: ({ request, at }) => request && { type: 'TakeLapsed', request: request.id, escalatesAt: at + minute },
  escalate: ({ request }) => request && { type: 'RequestEscalated', request: request.id, level: request.level + 1 },
  resolve: ({ request, staff, b }) =>
    request && { type: 'RequestResolved', request: request.id, staff, outcome: chosen(outcomes, b) ?? 'done' },
  confirm: ({ request, flag }) =>
    request && { type: flag ? 'RequestConfirmed' : 'ConfirmationLapsed', request: request.id },
  reopen: ({ request, at }) => request && { type: 'RequestReopened', request: request.id, escalatesAt: at + minute },
  withdraw: ({ request }) => request && { type: 'RequestWithdrawn', request: request.id },
} satisfies Record<string, Make>
