/**
 * The kiosk's tickets for guests' phones, each changed after 30 s, good for 120, claimed once, and making a phone known for
 * 20 min. One ticket can be shown in two ways: the QR holds 128 bits; the six letters beneath it are typed by hand.
 */
import { createHash } from 'node:crypto'
import type { Id } from '../../shared/protocol/primitives.ts'
import { type Refusal, refuse } from '../../shared/protocol/refusals.ts'
import type { TicketView } from '../../shared/protocol/views/kiosk.ts'
import { claimMs } from '../domain/check-in/claim.ts'
import type { Principal } from '../domain/principal.ts'
import type { Clock, Ids } from '../ports.ts'
import { newCapitalSecret, newCode } from './codes.ts'

export interface PhoneClaim {
  /** What the phone proves itself by from now on. */
  readonly secret: string
  readonly principal: Extract<Principal, { kind: 'phone' }>
  /** Shown on both screens, so that a relayed QR is noticed. */
  readonly code: string
  readonly expiresAt: number
}

/** What a phone has of the kiosk: what its QR held, or the letters that somebody typed on the phone at this network address. */
export type Shown = { readonly ticket: string } | { readonly code: string; readonly from: string }

export interface Tickets {
  /** Shows this kiosk a ticket now, a new one every 30 s and whenever one was claimed; the answer stops that. */
  run(kiosk: Id, show: (ticket: TicketView) => void): () => void
  /**
   * Once, before anything is awaited. Refusals: ticket-used (also for what never was one), code-expired; of typed letters
   * bad-code (used, expired, never shown), too-fast.
   */
  claim(shown: Shown): PhoneClaim | Refusal
  /** The phone that shows this secret, while its claim lasts. */
  phone(secret: string): PhoneClaim | undefined
  /** The claim of this id, while it lasts: for the phone's view. */
  byId(claim: Id): PhoneClaim | undefined
}

const ticketMs = 120_000
const renewMs = 30_000
/** More guests than this do not stand before the kiosks of one house: the oldest claim gives way. */
const claimsKept = 1000

const codeLetters = 6
/**
 * Letters can be guessed, 128 bits cannot: each kiosk has at most five live codes of 64 million, so that 60 wrong ones a
 * minute find one in about five months, and then staff look at the guest all the same. Guests behind one access point may
 * share an address.
 */
const wrongMs = 60_000
const wrongPerAddress = 10
const wrongInAll = 60

export function createTickets(deps: {
  clock: Clock
  ids: Ids
  /** Where a phone reaches this hub, such as `http://192.168.1.20:7777`. */
  origin: () => string
}): Tickets {
  const { clock, ids, origin } = deps
  const tickets = new Map<string, Ticket>()
  // By hash of the secret, so that how long a look-up takes says nothing about it.
  const claims = new Map<string, PhoneClaim>()
  const renewals = new Map<Id, (claimed: string) => void>()
  let wrong: readonly { readonly from: string; readonly at: number }[] = []

  const dropExpired = () => {
    const now = clock.now()
    for (const [ticket, { expiresAt }] of tickets) if (expiresAt <= now) tickets.delete(ticket)
    for (const [hash, { expiresAt }] of claims) if (expiresAt <= now) claims.delete(hash)
  }

  const newTicket = (kiosk: Id, claimed?: string): TicketView => {
    dropExpired()
    const ticket = newCapitalSecret(ids, 16)
    const code = freshCode()
    const expiresAt = clock.now() + ticketMs
    tickets.set(ticket, { kiosk, code, expiresAt })
    return {
      // All in capitals: a QR code in alphanumeric mode is smaller, so it is read from further away.
      url: `${origin().toUpperCase()}/P/${ticket}`,
      // Browsers add http:// by themselves.
      address: `${origin().replace(/^http:\/\//, '')}/p`,
      code,
      expiresAt,
      ...(claimed !== undefined && { claimed }),
    }
  }

  const freshCode = (): string => {
    const code = newCode(ids, codeLetters)
    return [...tickets.values()].some(ticket => ticket.code === code) ? freshCode() : code
  }

  const typed = (code: string, from: string): string | Refusal => {
    const now = clock.now()
    wrong = wrong.filter(({ at }) => at > now - wrongMs)
    const own = wrong.filter(guess => guess.from === from)
    const [first] = own.length >= wrongPerAddress ? own : wrong.length >= wrongInAll ? wrong : []
    if (first) return refuse('too-fast', 'wait', { waitMs: first.at + wrongMs - now })
    for (const [ticket, one] of tickets) if (one.code === code && one.expiresAt > now) return ticket
    wrong = [...wrong, { from, at: now }]
    return refuse('bad-code', 'look-again')
  }

  return {
    run(kiosk, show) {
      let cancel: (() => void) | undefined
      const renew = (claimed?: string) => {
        cancel?.()
        show(newTicket(kiosk, claimed))
        cancel = clock.wakeAt(clock.now() + renewMs, () => renew())
      }
      renewals.set(kiosk, renew)
      renew()
      return () => {
        cancel?.()
        if (renewals.get(kiosk) === renew) renewals.delete(kiosk)
      }
    },
    claim(shown) {
      const ticket = 'ticket' in shown ? shown.ticket : typed(shown.code, shown.from)
      if (typeof ticket !== 'string') return ticket
      const found = tickets.get(ticket)
      tickets.delete(ticket)
      if (!found) return refuse('ticket-used', 'look-again')
      if (found.expiresAt <= clock.now()) return refuse('code-expired', 'look-again')
      dropExpired()
      const { kiosk, code } = found
      const secret = ids.secret(16)
      const claim: PhoneClaim = {
        secret,
        principal: { kind: 'phone', claim: ids.next('c'), kiosk },
        code,
        expiresAt: clock.now() + claimMs,
      }
      claims.set(digest(secret), claim)
      const [oldest] = claims.keys()
      if (oldest !== undefined && claims.size > claimsKept) claims.delete(oldest)
      renewals.get(kiosk)?.(code)
      return claim
    },
    phone(secret) {
      const claim = claims.get(digest(secret))
      return claim && claim.expiresAt > clock.now() ? claim : undefined
    },
    byId(id) {
      for (const claim of claims.values())
        if (claim.principal.claim === id && claim.expiresAt > clock.now()) return claim
      return undefined
    },
  }
}

interface Ticket {
  readonly kiosk: Id
  readonly code: string
  readonly expiresAt: number
}

const digest = (secret: string) => createHash('sha256').update(secret).digest('base64url')
