/** What facts make of calls and complaints. */
import { assertNever } from '../../../shared/protocol/assert-never.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { LineMeta } from '../decision.ts'
import type { EventOf } from '../events.ts'
import type { Request, State } from '../state.ts'
import type { RequestEvent } from './events.ts'

/** A kiosk's call for the desk, and the alert that a device was copied, is a request like any other from here on. */
export function evolveRequest(
  state: State,
  event: RequestEvent | EventOf<'DeskCalled' | 'DeviceCopied'>,
  { at }: LineMeta,
): void {
  switch (event.type) {
    case 'ServiceCalled':
      return opened(state, event, { visit: event.visit }, { kind: 'service', service: event.service }, at)
    case 'Complained':
      return opened(state, event, { visit: event.visit }, { kind: 'complaint', category: event.category }, at)
    case 'DeskCalled':
      return opened(state, event, { kiosk: event.kiosk }, { kind: 'desk', why: event.why }, at)
    case 'DeviceCopied':
      return opened(state, event, { device: event.device }, { kind: 'copied', device: event.device }, at)
    default:
      return changed(state, event, at)
  }
}

function opened(
  state: State,
  { request: id, escalatesAt, ...said }: { request: Id; escalatesAt: number; resolveBy?: number; attendant?: Id },
  about: Request['about'],
  what: Request['what'],
  at: number,
): void {
  state.requests.set(id, {
    id,
    about,
    what,
    status: 'open',
    openedAt: at,
    times: 1,
    onTheWay: false,
    escalatesAt,
    answerMs: escalatesAt - at,
    level: 0,
    reopened: 0,
    ...(said.resolveBy !== undefined && { resolveBy: said.resolveBy }),
    ...(said.attendant !== undefined && { notTo: said.attendant }),
  })
  if (!('visit' in about)) return
  const visit = state.visits.get(about.visit)
  if (visit) state.visits.set(visit.id, { ...visit, requests: [...visit.requests, id] })
}

type Change = Exclude<RequestEvent, { type: 'ServiceCalled' | 'Complained' }>

function changed(state: State, event: Change, at: number): void {
  const request = state.requests.get(event.request)
  if (request) state.requests.set(request.id, apply(request, event, at))
}

function apply(request: Request, event: Change, at: number): Request {
  switch (event.type) {
    case 'RequestRepeated':
      return { ...request, times: event.times }
    case 'RequestTaken':
      return {
        ...lasting(request),
        status: 'acknowledged',
        takenAt: at,
        takenBy: event.staff,
        firstTakenAt: request.firstTakenAt ?? at,
        lapsesAt: event.lapsesAt,
        ...(request.escalatesAt !== undefined && { heldEscalatesAt: request.escalatesAt }),
      }
    case 'RequestPassed':
      return {
        ...lasting(request),
        status: 'open',
        passed: { by: event.staff, to: event.to, at },
        escalatesAt: event.escalatesAt,
      }
    case 'RequestSnoozed': {
      const held = request.escalatesAt ?? request.heldEscalatesAt
      return {
        ...lasting(request),
        status: 'acknowledged',
        takenAt: at,
        takenBy: event.staff,
        snooze: event.reason,
        asideBy: [...(request.asideBy ?? []), event.staff],
        lapsesAt: event.lapsesAt,
        ...(held !== undefined && { heldEscalatesAt: held }),
      }
    }
    case 'RequestReleased':
      return released(request)
    case 'RequestOnTheWay':
      return { ...unsnoozed(request), onTheWay: true, lapsesAt: event.lapsesAt }
    case 'TakeLapsed':
      return { ...unpassed(lasting(request)), status: 'open', escalatesAt: event.escalatesAt }
    case 'RequestOverdue':
      return { ...request, overdue: true, level: event.level }
    case 'RequestEscalated': {
      const { escalatesAt: _over, ...rest } = unpassed(request)
      const { escalatesAt } = event
      if (escalatesAt === undefined) return { ...rest, level: event.level }
      // Urged while somebody has it: the pace waits until they give it back.
      const next = request.status === 'acknowledged' ? { heldEscalatesAt: escalatesAt } : { escalatesAt }
      return { ...rest, level: event.level, ...next }
    }
    case 'RequestResolved':
      return {
        ...lasting(request),
        status: 'resolved',
        ...takenOf(request),
        // Done without having been taken: that was the first answer too.
        firstTakenAt: request.firstTakenAt ?? at,
        resolvedAt: at,
        resolvedBy: event.staff,
        outcome: event.outcome,
        ...(event.confirmBy !== undefined && { confirmBy: event.confirmBy }),
      }
    case 'RequestConfirmed':
      return over(request, 'confirmed')
    case 'ConfirmationLapsed':
      return over(request, 'unconfirmed')
    case 'RequestResumed':
      return {
        ...lasting(request),
        status: 'acknowledged',
        takenAt: at,
        takenBy: event.staff,
        lapsesAt: event.lapsesAt,
        // Its undo leaves it open, and it must not be forgotten there.
        heldEscalatesAt: event.lapsesAt,
      }
    case 'RequestReopened':
      return {
        ...unpassed(lasting(request)),
        status: 'open',
        reopened: request.reopened + 1,
        escalatesAt: event.escalatesAt,
      }
    case 'RequestWithdrawn':
      return { ...lasting(request), ...takenOf(request), status: 'withdrawn' }
    default:
      return assertNever(event)
  }
}

/** As though it had never been taken. */
function released(request: Request): Request {
  const { firstTakenAt, asideBy, ...rest } = lasting(request)
  const earlier = firstTakenAt === undefined || firstTakenAt === request.takenAt ? {} : { firstTakenAt }
  const { heldEscalatesAt, snooze } = request
  // Putting it aside was a slip of the finger too.
  const aside = snooze === undefined ? asideBy : asideBy?.slice(0, -1)
  const others = aside && aside.length > 0 ? { asideBy: aside } : {}
  return {
    ...rest,
    ...earlier,
    ...others,
    status: 'open',
    ...(heldEscalatesAt !== undefined && { escalatesAt: heldEscalatesAt }),
  }
}

function over({ confirmBy: _passed, ...request }: Request, status: 'confirmed' | 'unconfirmed'): Request {
  return { ...request, status }
}

/** What a request keeps through every turn: no deadline, no taker, no result. */
function lasting(request: Request): Omit<Request, 'status'> {
  const { id, about, what, openedAt, times, level, reopened, firstTakenAt, answerMs, notTo } = request
  const { resolveBy, overdue, asideBy, passed } = request
  return {
    id,
    about,
    what,
    openedAt,
    times,
    level,
    reopened,
    onTheWay: false,
    ...(firstTakenAt !== undefined && { firstTakenAt }),
    ...(answerMs !== undefined && { answerMs }),
    ...(resolveBy !== undefined && { resolveBy }),
    ...(overdue && { overdue }),
    ...(asideBy && { asideBy }),
    ...(passed && { passed }),
    ...(notTo !== undefined && { notTo }),
  }
}

function unsnoozed({ snooze: _why, ...request }: Request): Request {
  return request
}

/** Those to whom it was passed on did not see to it: it is everybody's again. */
function unpassed<R extends Partial<Request>>({ passed: _to, ...request }: R): Omit<R, 'passed'> {
  return request
}

const takenOf = ({ takenAt, takenBy }: Request): Pick<Request, 'takenAt' | 'takenBy'> => ({
  ...(takenAt !== undefined && { takenAt }),
  ...(takenBy !== undefined && { takenBy }),
})
