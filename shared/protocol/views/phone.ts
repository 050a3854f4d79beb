/** What a guest's phone may know: its own check-in. */
import type { Id } from '../primitives.ts'
import type { VenueView } from './venue.ts'

export interface PhoneSelfView {
  /** The same short code as on the kiosk, so that a relayed QR is noticed. */
  readonly code: string
  readonly checkIn?: { readonly id: Id; readonly step: 'wait-for-desk' | 'seated' }
  /** The member code this phone may carry from now on. */
  readonly memberCode?: string
  readonly called?: string
}

export interface PhoneSlices {
  venue: VenueView
  self: PhoneSelfView
}
