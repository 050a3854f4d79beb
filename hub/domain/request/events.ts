/** Facts of calls and complaints. `by` of the journal line says who; `staff` says in whose name. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { Complaint, Outcome, Service } from '../../../shared/protocol/words.ts'

export type RequestEvent =
  | { type: 'ServiceCalled'; request: Id; visit: Id; service: Service; escalatesAt: number }
  | { type: 'Complained'; request: Id; visit: Id; category: Complaint; escalatesAt: number; attendant?: Id }
  /** 已催: the same call again while it is open. */
  | { type: 'RequestRepeated'; request: Id; times: number }
  | { type: 'RequestTaken'; request: Id; staff: Id; lapsesAt: number }
  | { type: 'RequestReleased'; request: Id }
  | { type: 'RequestOnTheWay'; request: Id; lapsesAt: number }
  | { type: 'TakeLapsed'; request: Id; escalatesAt: number }
  | { type: 'RequestEscalated'; request: Id; level: number; escalatesAt?: number }
  | { type: 'RequestResolved'; request: Id; staff: Id; outcome: Outcome; confirmBy?: number }
  | { type: 'RequestConfirmed'; request: Id }
  | { type: 'ConfirmationLapsed'; request: Id }
  | { type: 'RequestReopened'; request: Id; escalatesAt: number }
  | { type: 'RequestWithdrawn'; request: Id }
