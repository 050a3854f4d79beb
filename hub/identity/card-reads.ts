/**
 * The next card at a reader is for a person at the desk, not for the lobby: to be a member's, or to teach the reader's
 * format. Kept in memory for minutes: a card's number is on no disk before it is a member's.
 */
import type { Id } from '../../shared/protocol/primitives.ts'
import type { Clock, Ids } from '../ports.ts'

export interface CardRead {
  readonly id: Id
  /** Which wrote it: a kiosk's page and its reader may both see one touch. */
  readonly device: Id
  readonly text: string
}

export interface CardReads {
  /**
   * This session waits for a card here, for some seconds more; answers what was read, at this device rather than beside it,
   * other than `after`. `taken`: somebody else waits here.
   */
  wait(session: Id, at: Place, after?: Id): CardRead | 'taken' | undefined
  /** Whether this touch is for who waits, and so nobody's check-in. Without a text: it could not be read. */
  take(at: Place, text?: string): boolean
  find(session: Id, id: Id): CardRead | undefined
}

/** A reader belongs to a kiosk; a kiosk is its own. */
export interface Place {
  readonly device: Id
  readonly kiosk: Id
}

/** Who waits asks again every second or so: when the page is gone, the lobby has its reader back. */
const leaseMs = 4000
/** A card that lies on the reader is read again and again, also after it was taken. */
const sameCardMs = 3000
const keptMs = 5 * 60_000

interface Waiting {
  readonly session: Id
  until: number
  reads: (CardRead & { readonly at: number })[]
}

export function createCardReads(deps: { clock: Pick<Clock, 'now'>; ids: Pick<Ids, 'next'> }): CardReads {
  const { clock, ids } = deps
  const byKiosk = new Map<Id, Waiting>()

  return {
    wait(session, { device, kiosk }, after) {
      const now = clock.now()
      const known = byKiosk.get(kiosk)
      if (known && known.session !== session && known.until > now) return 'taken'
      const waiting = known?.session === session ? known : { session, until: 0, reads: [] }
      waiting.until = now + leaseMs
      waiting.reads = waiting.reads.filter(({ at }) => at > now - keptMs)
      byKiosk.set(kiosk, waiting)
      const seen = waiting.reads.findIndex(({ id }) => id === after)
      const fresh = waiting.reads.slice(seen + 1)
      return fresh.findLast(read => read.device === device) ?? fresh.at(-1)
    },
    take({ device, kiosk }, text) {
      const now = clock.now()
      const waiting = byKiosk.get(kiosk)
      if (!waiting) return false
      const same = waiting.reads.filter(read => read.text === text && read.at > now - sameCardMs)
      if (waiting.until <= now) return same.length > 0
      if (text !== undefined && !same.some(read => read.device === device))
        waiting.reads.push({ id: ids.next('k'), device, text, at: now })
      return true
    },
    find(session, id) {
      for (const waiting of byKiosk.values()) {
        const found = waiting.reads.find(read => read.id === id)
        if (found && waiting.session === session && found.at > clock.now() - keptMs) return found
      }
      return undefined
    },
  }
}
