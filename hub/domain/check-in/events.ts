/** Facts of the lobby. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { CheckInFailure, CheckInWay, DeskCall, Tier, WrittenLocale } from '../../../shared/protocol/words.ts'

export type CheckInEvent =
  | {
      type: 'CheckedIn'
      checkIn: Id
      how: CheckInWay
      kiosk?: Id
      /** Keyed hash of the credential, so that one touch seen twice within 3 s is one check-in. */
      credential?: string
      /** The half minute of a code that changes: neither it nor an earlier one of this member counts again. */
      codeStep?: number
      member?: Id
      tier?: Tier
      accountManager?: Id
      party?: number
      /** What they read on the kiosk or their phone, where it is not what the house speaks. */
      language?: WrittenLocale
      reservation?: Id
      /** The clean room that fits, at that moment. */
      offer?: Id
      /** Sung out by name in the lobby: the member opted in and nobody asked for discretion. */
      welcomed: boolean
      discreet: boolean
      /** A walk-in's name, or what a member is called tonight, lives in the texts; this is its key. */
      text?: Id
      /** Visit the member's friends already opened, if one waits for them. */
      joins?: Id
      /** The member confirmed nothing yet: staff glance before any welcome (code, phone number). */
      glance: boolean
      /** Became a member with this check-in. */
      enrolled?: true
      /** Until then the lobby's screen may show the welcome, ms since the epoch; with `welcomed`. */
      welcomeUntil?: number
      /** Nobody seated it by then: it lapses. */
      lapsesAt: number
    }
  | { type: 'PartySaid'; checkIn: Id; party: number; offer?: Id; language?: WrittenLocale }
  /** Key of what they are called tonight, in the texts. */
  | { type: 'CheckInNamed'; checkIn: Id; text: Id }
  | { type: 'CheckInDiscreetSet'; checkIn: Id; discreet: boolean }
  /** Staff looked: it is them. `welcomed`: from now on the lobby may sing the name out. */
  | { type: 'CheckInRecognised'; checkIn: Id; welcomed: boolean; welcomeUntil?: number }
  /** Staff looked: it is somebody else, of whom nothing is known. */
  | { type: 'CheckInMistaken'; checkIn: Id; offer?: Id }
  | {
      type: 'CheckInFailed'
      checkIn: Id
      how: CheckInWay
      kiosk?: Id
      credential?: string
      failure: CheckInFailure
      member?: Id
    }
  | { type: 'TroubleCleared'; kiosk: Id }
  /** The desk has just dealt with them, or says that they still wait: they stay on the list until then, ms since the epoch. */
  | { type: 'CheckInKept'; checkIn: Id; lapsesAt: number }
  | { type: 'CheckInSeated'; checkIn: Id; visit: Id }
  | { type: 'CheckInDismissed'; checkIn: Id }
  | { type: 'CheckInRestored'; checkIn: Id }
  | { type: 'CheckInLapsed'; checkIn: Id }
  | { type: 'WelcomeEnded'; checkIn: Id }
  | { type: 'DeskCalled'; request: Id; kiosk: Id; why: DeskCall; escalatesAt: number }
