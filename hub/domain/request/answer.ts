/** What staff do about a request: somebody takes it, goes, and says what was done. */
import { assertNever } from '../../../shared/protocol/assert-never.ts'
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import { accept, already, type Decision, type Meta } from '../decision.ts'
import type { EventOf } from '../events.ts'
import { actingStaff } from '../staff/acting-staff.ts'
import type { ReadState, Request } from '../state.ts'
import { thoseOf } from '../visit/leave.ts'
import { alreadyResolved, alreadyTaken, notYours } from './others-hands.ts'

type StaffCommand = CommandOf<'TakeRequest' | 'ReleaseRequest' | 'GoToRequest' | 'ResolveRequest'>

export function answerRequest(state: ReadState, request: Request, command: StaffCommand, meta: Meta): Decision {
  const staff = actingStaff(meta, command.as)
  if (typeof staff !== 'string') return staff
  switch (command.type) {
    case 'TakeRequest':
    case 'ResolveRequest':
      if (staff === request.notTo) return refuse('not-allowed', 'ask-manager')
      return command.type === 'TakeRequest' ? take(request, staff, meta) : resolve(state, request, staff, command, meta)
    case 'ReleaseRequest':
      return isElses(request, staff) ? notYours(request) : release(request, staff, meta)
    case 'GoToRequest':
      return isElses(request, staff) ? notYours(request) : go(request, meta)
    default:
      return assertNever(command)
  }
}

function take(request: Request, staff: Id, { at, venue }: Meta): Decision {
  switch (request.status) {
    case 'open':
      return accept({ type: 'RequestTaken', request: request.id, staff, lapsesAt: at + venue.policy.takeLapsesMs })
    case 'acknowledged':
      return request.takenBy === staff ? already : alreadyTaken(request)
    case 'resolved':
    case 'confirmed':
    case 'unconfirmed':
      return alreadyResolved(request)
    case 'withdrawn':
      return refuse('wrong-state', 'look-again')
    default:
      return assertNever(request.status)
  }
}

/** Undo of 接单, 稍后 and 转交, by the tap's time. */
function release({ id, status, takenAt, passed }: Request, staff: Id, { at, tappedAt, venue }: Meta): Decision {
  if (status === 'open' && passed?.by !== staff) return already
  const since = status === 'open' ? passed?.at : takenAt
  if ((status !== 'open' && status !== 'acknowledged') || since === undefined)
    return refuse('wrong-state', 'look-again')
  if (Math.min(tappedAt, at) - since > venue.policy.undoTakeMs) return refuse('undo-over')
  return accept({ type: 'RequestReleased', request: id })
}

function go({ id, status, onTheWay }: Request, { at, venue }: Meta): Decision {
  if (status !== 'acknowledged') return refuse('wrong-state', 'look-again')
  return onTheWay ? already : accept({ type: 'RequestOnTheWay', request: id, lapsesAt: at + venue.policy.takeLapsesMs })
}

/** By the taker or whoever was quicker; the fact says who. */
function resolve(
  state: ReadState,
  request: Request,
  staff: Id,
  { outcome }: CommandOf<'ResolveRequest'>,
  { at, venue }: Meta,
): Decision {
  const { id, status, about } = request
  switch (status) {
    case 'open':
    case 'acknowledged': {
      const resolved = { type: 'RequestResolved', request: id, staff, outcome } as const
      // At the kiosk nobody is left who could say 好了: the person who helped stood there. Nor is a guest behind a device.
      if (!('visit' in about)) return accept(resolved, { type: 'RequestConfirmed', request: id })
      return accept({ ...resolved, confirmBy: at + venue.policy.confirmLapsesMs, ...ofGone(state, request) })
    }
    case 'resolved':
    case 'confirmed':
    case 'unconfirmed':
      return alreadyResolved(request)
    case 'withdrawn':
      return refuse('wrong-state', 'look-again')
    default:
      return assertNever(status)
  }
}

/** Their evening is in the members' histories already, without it. */
function ofGone(state: ReadState, { about, what }: Request): Pick<EventOf<'RequestResolved'>, 'gone'> {
  const visit = 'visit' in about ? state.visits.get(about.visit) : undefined
  if (what.kind !== 'complaint' || visit?.status !== 'closed') return {}
  return { gone: { visit: visit.id, members: thoseOf(visit), complaint: what.category } }
}

/** A colleague took it: an undo of one's own that came too late does not take it from them. */
const isElses = ({ status, takenBy }: Request, staff: Id): boolean => status === 'acknowledged' && takenBy !== staff
