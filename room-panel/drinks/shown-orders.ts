/** Orders as the guests see them: the hub's, with what was tapped here before the hub answered. */
import type { Tap } from '../../shared/client/tap.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import type { PanelOrderView, PanelVisitView } from '../../shared/protocol/views/panel.ts'
import { type Basket, isSameRound } from './basket.ts'

export interface ShownOrder {
  readonly key: string
  /** Absent until the hub gave it one. */
  readonly id?: Id
  readonly tap?: Tap
  readonly placedAt: number
  /** Until then it can be undone here; hub time, ms. */
  readonly lockedUntil: number
  /** `returned`: all of it; its lines are what it was. */
  readonly status: PanelOrderView['status'] | 'sending' | 'returned'
  readonly rejected?: PanelOrderView['rejected']
  readonly lines: Basket
  /** Minor units; absent where the totals are not for everybody's eyes. */
  readonly total?: number
  readonly byStaff: boolean
  /** From the house: no price is shown. */
  readonly gift?: true
}

/** Assumed until the hub says how long its own window is, ms. */
export const undoMs = 8000

/** The panel's clock is set by the hub's, to some ms. */
const clocksApartMs = 1000

/** Newest first; without what was undone. */
export function shownOrders(
  orders: readonly PanelOrderView[],
  taps: readonly Tap[],
  totals?: PanelVisitView['totals'],
): readonly ShownOrder[] {
  const undone = new Set(taps.flatMap(({ command }) => (command.type === 'UndoOrder' ? [command.order] : [])))
  const known = orders
    .filter(({ id, status }) => status !== 'cancelled' && !undone.has(id))
    .map(order => fromHub(order, totals))
  // What the hub has is shown before it has answered: for that moment it would be there twice.
  const isKnown = ({ placedAt, lines }: ShownOrder) =>
    known.some(order => !order.byStaff && order.placedAt >= placedAt - clocksApartMs && isSameRound(order.lines, lines))
  const sending = taps.flatMap(tap => fromTap(tap, totals !== undefined)).filter(order => !isKnown(order))
  return [...known, ...sending].sort((a, b) => b.placedAt - a.placedAt)
}

function fromHub(order: PanelOrderView, totals: PanelVisitView['totals']): ShownOrder {
  const { id, placedAt, lockedUntil, status, rejected, lines, byStaff, gift } = order
  const total = totals?.orders.find(one => one.order === id)?.total
  const left = lines.map(({ item, qty, returned, options }) => ({ item, qty: qty - returned, options }))
  const isReturned = left.every(({ qty }) => qty === 0)
  return {
    key: id,
    id,
    placedAt,
    lockedUntil,
    status: isReturned ? 'returned' : status,
    ...(rejected && { rejected }),
    lines: isReturned ? lines : left.filter(({ qty }) => qty > 0),
    ...(total !== undefined && !isReturned && { total }),
    byStaff,
    ...(gift && { gift }),
  }
}

function fromTap(tap: Tap, withTotal: boolean): readonly ShownOrder[] {
  const { command, tappedAt, outbox, n } = tap
  if (command.type !== 'PlaceOrder') return []
  return [
    {
      key: `${outbox}-${n}`,
      tap,
      placedAt: tappedAt,
      lockedUntil: tappedAt + undoMs,
      status: 'sending',
      lines: command.lines.map(({ item, qty, options = [] }) => ({ item, qty, options })),
      ...(withTotal && { total: command.seen }),
      byStaff: false,
    },
  ]
}

/** 再来一轮: what may be repeated of the newest order that has something; empty when none has. */
export function lastRound(orders: readonly PanelOrderView[], canBeHad: (item: Id) => boolean): Basket {
  const rounds = orders
    .filter(({ status }) => status !== 'cancelled' && status !== 'rejected')
    .sort((a, b) => b.placedAt - a.placedAt)
    .map(({ lines }) =>
      lines.flatMap(({ item, qty, returned, options, repeatable }) =>
        repeatable && qty > returned && canBeHad(item) ? [{ item, qty: qty - returned, options }] : [],
      ),
    )
  return rounds.find(lines => lines.length > 0) ?? []
}
