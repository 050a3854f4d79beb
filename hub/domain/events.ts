/** Every fact there is. */
import type { CheckInEvent } from './check-in/events.ts'
import type { CompEvent } from './comp/events.ts'
import type { FeedbackEvent } from './feedback/events.ts'
import type { HouseEvent } from './house-events.ts'
import type { KeepEvent } from './keep/events.ts'
import type { MemberEvent } from './member/events.ts'
import type { OrderEvent } from './order/events.ts'
import type { PlaylistEvent } from './playlist/events.ts'
import type { RequestEvent } from './request/events.ts'
import type { ReservationEvent } from './reservation/events.ts'
import type { SeekerEvent } from './seeker/events.ts'
import type { SetupEvent } from './setup/events.ts'
import type { VisitEvent } from './visit/events.ts'

export type Event =
  | CheckInEvent
  | VisitEvent
  | PlaylistEvent
  | OrderEvent
  | CompEvent
  | KeepEvent
  | RequestEvent
  | FeedbackEvent
  | ReservationEvent
  | SeekerEvent
  | HouseEvent
  | MemberEvent
  | SetupEvent

export type EventType = Event['type']
export type EventOf<T extends EventType> = Extract<Event, { type: T }>
