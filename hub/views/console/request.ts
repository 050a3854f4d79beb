/** Calls and complaints that still want somebody. */
import { assertNever } from '../../../shared/protocol/assert-never.ts'
import type { RequestView } from '../../../shared/protocol/views/console.ts'
import { roomOf } from '../../domain/room-of.ts'
import { whoseCall } from '../../domain/staff/duty.ts'
import type { Request, Visit } from '../../domain/state.ts'
import type { ViewContext } from '../context.ts'
import { hasVip, isLive, titleOf } from '../members.ts'
import { onceForWhoSees } from '../worked-out-once.ts'
import type { Sees } from './sees.ts'

/** Undefined once the guest said 好了 (or never did): from then on it is in the feed and the report. */
export const requestView = onceForWhoSees(
  ['visits', 'orders', 'reservations'],
  (context, sees, id): RequestView | undefined => {
    const request = context.state.requests.get(id)
    if (!request || !isVisible(request.status)) return undefined
    const { about, what, status, openedAt, times, onTheWay, level, reopened, notTo } = request
    const { resolveBy, overdue, snooze, passed } = request
    const { takenBy, takenAt, firstTakenAt, lapsesAt, escalatesAt, resolvedAt, resolvedBy, outcome } = request
    const visit = 'visit' in about ? context.state.visits.get(about.visit) : undefined
    const device = 'device' in about ? context.device(about.device) : undefined
    const room = visit?.room ?? device?.room
    const whose = whoseCall(
      request,
      room === undefined ? undefined : roomOf(context.venue, room),
      context.state,
      context.allStaff().filter(({ gone }) => !gone),
    )
    const vip = visit !== undefined && hasVip(context, visit)
    return {
      id,
      what: what.kind === 'copied' ? { kind: 'copied', name: device?.name ?? what.device } : what,
      severity: severityOf(request, vip),
      status,
      openedAt,
      times,
      onTheWay,
      level,
      reopened,
      vip,
      ...(sees.visits && visit && { visit: visit.id }),
      ...(room !== undefined && { room }),
      ...('kiosk' in about && { kiosk: about.kiosk }),
      ...(takenBy !== undefined && { takenBy }),
      ...(takenAt !== undefined && { takenAt }),
      ...(firstTakenAt !== undefined && { firstTakenAt }),
      ...(lapsesAt !== undefined && { lapsesAt }),
      ...(escalatesAt !== undefined && { escalatesAt }),
      ...(resolvedAt !== undefined && { resolvedAt }),
      ...(resolvedBy !== undefined && { resolvedBy }),
      ...(outcome !== undefined && { outcome }),
      ...(resolveBy !== undefined && { resolveBy }),
      ...(overdue && { overdue }),
      ...(snooze !== undefined && { snooze }),
      ...(passed && { passed: { by: passed.by, to: passed.to } }),
      ...(whose.length > 0 && { whose }),
      ...(notTo !== undefined && { notTo }),
      ...(visit && !isLive(visit) && { gone: goneOf(context, sees, visit) }),
      ...(sees.orders && visit && asksOf(context, request, visit)),
    }
  },
)

/** Who is not in the house any more is named to those alone who may know who comes; a discreet party to nobody. */
function goneOf(
  context: ViewContext,
  { reservations }: Pick<Sees, 'reservations'>,
  visit: Visit,
): NonNullable<RequestView['gone']> {
  const title = reservations === 'named' && !visit.discreet ? titleOf(context, visit) : undefined
  return title === undefined ? {} : { title }
}

/** 要先问客人: it was refused with this call, and whoever goes there knows what about. */
function asksOf({ state }: ViewContext, { what, openedAt }: Request, visit: Visit): Pick<RequestView, 'asks'> {
  if (what.kind !== 'service' || what.service !== 'staff') return {}
  const asks = visit.orders.flatMap(id => {
    const { rejected, rejectedAt = 0, lines = [] } = state.orders.get(id) ?? {}
    return rejected === 'staff-must-ask' && rejectedAt >= openedAt
      ? lines.map(({ item, qty, options }) => ({ item, qty, options }))
      : []
  })
  return asks.length > 0 ? { asks } : {}
}

function isVisible(status: Request['status']): boolean {
  switch (status) {
    case 'open':
    case 'acknowledged':
    case 'resolved':
      return true
    case 'confirmed':
    case 'unconfirmed':
    case 'withdrawn':
      return false
    default:
      return assertNever(status)
  }
}

function severityOf({ what, level }: Request, vip: boolean): RequestView['severity'] {
  if (what.kind === 'complaint' || what.kind === 'copied' || level >= 2 || vip) return 'critical'
  if (what.kind === 'desk') return 'warning'
  switch (what.service) {
    case 'bill':
    case 'staff':
    case 'microphone':
      return 'warning'
    case 'ice':
    case 'cups':
    case 'cleaning':
    case 'lights':
    case 'keep':
      return 'info'
    default:
      return assertNever(what.service)
  }
}
