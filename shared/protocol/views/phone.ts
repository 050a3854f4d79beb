/** What a guest's phone may know: its own check-in, and what is on the card that it may change. */
import type { Id, LocalizedText } from '../primitives.ts'
import type { Taste } from '../words.ts'
import type { VenueView } from './venue.ts'

export interface PhoneSelfView {
  /** The same short code as on the kiosk, so that a relayed QR is noticed. */
  readonly code: string
  readonly checkIn?: { readonly id: Id; readonly step: 'wait-for-desk' | 'seated' }
  /** The lobby's screen says their name. */
  readonly sung?: true
  /** The member code this phone may carry from now on: once it is sure enough whose it is. */
  readonly memberCode?: string
  readonly called?: string
  /** With a secure origin: what the phone makes the code from that changes every half minute. */
  readonly rotating?: { readonly member: Id; readonly key: string }
}

/** The member's own card: nothing that staff wrote, no phone number, no money. */
export interface PhoneCardView {
  readonly called: string
  readonly tastes: readonly Taste[]
  readonly welcome: boolean
  readonly discreet: boolean
  readonly showHistory: boolean
  /** They asked to leave, and nobody has seen to it yet. */
  readonly leaving: boolean
  /** Newest first; absent unless they want to see it. */
  readonly past?: readonly {
    readonly at: number
    readonly drunk: readonly LocalizedText[]
    readonly sung: readonly { readonly title: string; readonly artist: string }[]
  }[]
}

export interface PhoneSlices {
  venue: VenueView
  self: PhoneSelfView
  /** Once it is sure enough whose it is. */
  card: PhoneCardView
}
