/** Facts of calls and complaints. `by` of the journal line says who; `staff` says in whose name. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { Complaint, Outcome, Role, Service, SnoozeReason } from '../../../shared/protocol/words.ts'

export type PassedTo = { readonly staff: Id } | { readonly role: Role }

export type RequestEvent =
  | { type: 'ServiceCalled'; request: Id; visit: Id; service: Service; escalatesAt: number; resolveBy?: number }
  | {
      type: 'Complained'
      request: Id
      visit: Id
      category: Complaint
      escalatesAt: number
      resolveBy?: number
      attendant?: Id
    }
  /** 已催: the same call again while it is open. */
  | { type: 'RequestRepeated'; request: Id; times: number }
  | { type: 'RequestTaken'; request: Id; staff: Id; lapsesAt: number }
  | { type: 'RequestReleased'; request: Id }
  | { type: 'RequestOnTheWay'; request: Id; lapsesAt: number }
  | { type: 'RequestPassed'; request: Id; staff: Id; to: PassedTo; escalatesAt: number }
  /** Nobody of those is on duty any more: it is everybody's again. */
  | { type: 'PassLapsed'; request: Id }
  | { type: 'RequestSnoozed'; request: Id; staff: Id; reason: SnoozeReason; lapsesAt: number }
  | { type: 'TakeLapsed'; request: Id; escalatesAt: number }
  | { type: 'RequestEscalated'; request: Id; level: number; escalatesAt?: number }
  /** Not done in time. */
  | { type: 'RequestOverdue'; request: Id; level: number }
  /** `gone`: it is a complaint of guests who had left, and stands in the histories of these as one of which nothing was done. */
  | {
      type: 'RequestResolved'
      request: Id
      staff: Id
      outcome: Outcome
      confirmBy?: number
      gone?: { visit: Id; members: readonly Id[]; complaint: Complaint }
    }
  | { type: 'RequestConfirmed'; request: Id }
  | { type: 'ConfirmationLapsed'; request: Id }
  | { type: 'RequestReopened'; request: Id; escalatesAt: number }
  /** By staff: it was not done after all. */
  | { type: 'RequestResumed'; request: Id; staff: Id; lapsesAt: number }
  /** `over`: the guests went home without it. */
  | { type: 'RequestWithdrawn'; request: Id; over?: true }
