/** The kiosk's QR for guests' phones: a ticket that changes every 30 s, is claimed once, and makes a phone known for 20 min. */
import { createHash } from 'node:crypto'
import type { Id } from '../../shared/protocol/primitives.ts'
import { type Refusal, refuse } from '../../shared/protocol/refusals.ts'
import type { TicketView } from '../../shared/protocol/views/kiosk.ts'
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

export interface Tickets {
  /** Shows this kiosk a ticket now, a new one every 30 s and whenever one was claimed; the answer stops that. */
  run(kiosk: Id, show: (ticket: TicketView) => void): () => void
  /** Once, before anything is awaited. Refusals: ticket-used (also for what never was one), code-expired. */
  claim(ticket: string): PhoneClaim | Refusal
  /** The phone that shows this secret, while its claim lasts. */
  phone(secret: string): PhoneClaim | undefined
  /** The claim of this id, while it lasts: for the phone's view. */
  byId(claim: Id): PhoneClaim | undefined
}

const ticketMs = 120_000
const renewMs = 30_000
const claimMs = 20 * 60_000
/** More guests than this do not stand before the kiosks of one house: the oldest claim gives way. */
const claimsKept = 1000

export function createTickets(deps: {
  clock: Clock
  ids: Ids
  /** Where a phone reaches this hub, such as `http://192.168.1.20:7777`. */
  origin: () => string
}): Tickets {
  const { clock, ids, origin } = deps
  const tickets = new Map<string, { kiosk: Id; code: string; expiresAt: number }>()
  // By hash of the secret, so that how long a look-up takes says nothing about it.
  const claims = new Map<string, PhoneClaim>()
  const renewals = new Map<Id, (claimed: string) => void>()

  const dropExpired = () => {
    const now = clock.now()
    for (const [ticket, { expiresAt }] of tickets) if (expiresAt <= now) tickets.delete(ticket)
    for (const [hash, { expiresAt }] of claims) if (expiresAt <= now) claims.delete(hash)
  }

  const newTicket = (kiosk: Id, claimed?: string): TicketView => {
    dropExpired()
    const ticket = newCapitalSecret(ids, 16)
    const code = newCode(ids, 4)
    const expiresAt = clock.now() + ticketMs
    tickets.set(ticket, { kiosk, code, expiresAt })
    // All in capitals: a QR code in alphanumeric mode is smaller, so it is read from further away.
    return { url: `${origin().toUpperCase()}/P/${ticket}`, code, expiresAt, ...(claimed !== undefined && { claimed }) }
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
    claim(text) {
      const found = tickets.get(text)
      tickets.delete(text)
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

const digest = (secret: string) => createHash('sha256').update(secret).digest('base64url')
