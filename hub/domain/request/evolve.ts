/** What facts make of calls and complaints. */
import { assertNever } from '../../../shared/protocol/assert-never.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { LineMeta } from '../decision.ts'
import type { EventOf } from '../events.ts'
import type { Request, State } from '../state.ts'
import type { RequestEvent } from './events.ts'
import { everybodys, heldFor, inHand, lasting, released, takenOf, unpassed, unsnoozed } from './turn.ts'

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
        ...inHand(request, event, at),
        firstTakenAt: request.firstTakenAt ?? at,
        ...(request.escalatesAt !== undefined && { heldEscalatesAt: request.escalatesAt }),
      }
    case 'RequestPassed':
      return {
        ...lasting(request),
        status: 'open',
        passed: { by: event.staff, to: event.to, at },
        escalatesAt: event.escalatesAt,
        ...heldFor(request),
      }
    case 'PassLapsed':
      return everybodys(request)
    case 'RequestSnoozed':
      return {
        ...inHand(request, event, at),
        snooze: event.reason,
        asideBy: [...(request.asideBy ?? []), event.staff],
        ...heldFor(request),
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
      const { level, escalatesAt } = event
      // Urged while somebody has it: the pace waits until they give it back.
      if (request.status === 'acknowledged')
        return { ...unpassed(request), level, ...(escalatesAt !== undefined && { heldEscalatesAt: escalatesAt }) }
      const next = escalatesAt === undefined ? {} : { escalatesAt }
      return { ...unpassed(lasting(request)), status: request.status, level, ...next }
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
      // Its undo leaves it open, and it must not be forgotten there.
      return { ...inHand(request, event, at), heldEscalatesAt: event.lapsesAt }
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

function over({ confirmBy: _passed, ...request }: Request, status: 'confirmed' | 'unconfirmed'): Request {
  return { ...request, status }
}
