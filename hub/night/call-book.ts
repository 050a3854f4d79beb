/** Requests of a night: when somebody called, who came first, and how it ended. */
import { assertNever } from '../../shared/protocol/assert-never.ts'
import type { CallKind } from '../../shared/protocol/night-report.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import type { Outcome } from '../../shared/protocol/words.ts'
import type { RequestEvent } from '../domain/request/events.ts'

export interface Call {
  readonly request: Id
  readonly what: CallKind
  readonly visit?: Id
  readonly at: number
  takenAt?: number
  takenBy?: Id
  /** When each turn began that an undo may take back, the newest last. */
  readonly turns: number[]
  resolvedAt?: number
  resolvedBy?: Id
  outcome?: Outcome
  /** The guests took it back, ms. */
  withdrawnAt?: number
  /** The guests went home without it, ms. */
  overAt?: number
  escalated: number
  reopened: number
  readonly counts: boolean
}

/** What a report tells of a request's life. */
type Told = Extract<
  RequestEvent,
  {
    type:
      | 'ServiceCalled'
      | 'Complained'
      | 'RequestTaken'
      | 'RequestPassed'
      | 'RequestSnoozed'
      | 'RequestReleased'
      | 'TakeLapsed'
      | 'PassLapsed'
      | 'RequestEscalated'
      | 'RequestResolved'
      | 'RequestReopened'
      | 'RequestResumed'
      | 'RequestWithdrawn'
  }
>

export interface CallBook {
  readonly calls: ReadonlyMap<Id, Call>
  begin(begun: Pick<Call, 'request' | 'what' | 'visit' | 'at' | 'counts'>): void
  note(event: Told, at: number, counts: boolean): void
  /** As though that visit had never been opened. */
  forget(visit: Id): void
}

export function createCallBook(): CallBook {
  const calls = new Map<Id, Call>()

  function begin(begun: Pick<Call, 'request' | 'what' | 'visit' | 'at' | 'counts'>): void {
    calls.set(begun.request, { ...begun, turns: [], escalated: 0, reopened: 0 })
  }

  function answered(call: Call, staff: Id, at: number) {
    call.takenAt ??= at
    call.takenBy ??= staff
  }

  function note(event: Told, at: number, counts: boolean) {
    if (event.type === 'ServiceCalled')
      return begin({ request: event.request, what: event.service, visit: event.visit, at, counts })
    if (event.type === 'Complained')
      return begin({ request: event.request, what: `complaint-${event.category}`, visit: event.visit, at, counts })
    const known = calls.get(event.request)
    if (!known) return
    switch (event.type) {
      case 'RequestTaken':
        // The first who came counts: what happened after that is in `reopened` and `escalated`.
        answered(known, event.staff, at)
        known.turns.splice(0, Infinity, at)
        return
      case 'RequestPassed':
      case 'RequestSnoozed':
        known.turns.push(at)
        return
      case 'RequestReleased':
        // A slip of the finger, as though it had never been taken; whoever came before that came all the same.
        if (known.takenAt !== known.turns.pop()) return
        delete known.takenAt
        delete known.takenBy
        return
      case 'TakeLapsed':
      case 'PassLapsed':
        return
      case 'RequestEscalated':
        known.escalated += 1
        return
      case 'RequestResolved':
        // Put aside, passed on or never touched: who did it was the first who came.
        answered(known, event.staff, at)
        known.resolvedAt = at
        known.resolvedBy = event.staff
        known.outcome = event.outcome
        return
      case 'RequestReopened':
        known.reopened += 1
        delete known.resolvedAt
        delete known.outcome
        return
      case 'RequestResumed':
        // Not the guest's 还没好: whoever said 解决 took it back.
        known.turns.splice(0, Infinity, at)
        delete known.resolvedAt
        delete known.resolvedBy
        delete known.outcome
        return
      case 'RequestWithdrawn':
        // Ice for who is gone is fetched by nobody; that nobody came is told all the same.
        if (event.over) known.overAt = at
        else known.withdrawnAt = at
        return
      default:
        return assertNever(event)
    }
  }

  function forget(visit: Id) {
    for (const [id, call] of calls) if (call.visit === visit) calls.delete(id)
  }

  return { calls, begin, note, forget }
}
