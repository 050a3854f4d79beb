/** What the lobby may know: never a room, never a reason, never a name without consent. */
import type { Id, LocalizedText } from '../primitives.ts'
import type { WrittenLocale } from '../words.ts'
import type { VenueView } from './venue.ts'

export interface WelcomeView {
  /** What the member chose to be called. */
  readonly called: string
  readonly at: number
  readonly until: number
  readonly vip: boolean
  readonly line?: LocalizedText
}

/** One check-in at this kiosk, until it is seated or lapses. */
export interface KioskCheckInView {
  readonly id: Id
  readonly at: number
  /** Present only where a screen may show it. */
  readonly called?: string
  /** What the guest is to do or wait for now. */
  readonly step: 'say-party' | 'wait-for-desk' | 'seated'
  readonly party?: number
  /** What the house knows that they read. */
  readonly language?: WrittenLocale
  /** They became a member just now and may leave a phone number here. */
  readonly mayLeaveNumber?: true
  readonly reservation?: { readonly arrivesAt: number; readonly party: number }
}

/** The kiosk's own QR: changed every 30 s, valid 120 s, claimed once. */
export interface TicketView {
  readonly url: string
  /** What is typed where the QR cannot be scanned, such as `192.168.1.20:8080/p`; the page asks for the code. */
  readonly address: string
  /** Six letters: typed at the address, and shown by the phone for the guest to compare. */
  readonly code: string
  readonly expiresAt: number
  /** The code of the ticket that a phone claimed just now: what that phone shows, for the guest to compare. */
  readonly claimed?: string
}

export interface KioskSlices {
  venue: VenueView
  /** Who comes when somebody needs help: 小陈马上来. */
  desk: { readonly staff: LocalizedText }
  welcome: WelcomeView
  checkin: KioskCheckInView
  ticket: TicketView
  /** Of the readers that the hub has seen at this kiosk: whether one of them works now. Absent: it has seen none. */
  reader: { readonly working: boolean }
  /** The last failure here: how often in a row, and whether a person comes; never why. */
  trouble: { readonly failures: number; readonly at: number; readonly staff: boolean }
  /** The guests' Wi-Fi, where the venue has one: its name and password for who types, `text` for a camera. */
  wifi: { readonly ssid: string; readonly password?: string; readonly text: string }
  /** Attract loop: how many rooms are free and kept for no booking; the house's hot songs. */
  lobby: {
    readonly freeRooms: number
    readonly hotSongs: readonly { readonly title: string; readonly artist: string }[]
  }
  /** This kiosk is to look for members' codes with its camera. */
  camera: { readonly on: true }
}
