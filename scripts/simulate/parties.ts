/** How long each simulated party means to stay, and what it has done: in memory only, made up anew after a restart. */
import type { Id } from '../../shared/protocol/primitives.ts'
import type { Chance } from '../demo/random.ts'

export interface Party {
  /** Ms, on the hub's clock. */
  readonly leavesAt: number
  complained: boolean
  saidFeedback: boolean
  askedForBill: boolean
  lastOrderAt: number
  /** Tickets that are not keyed into the cashier yet: how often that was said, at 买单 and at 关房. */
  settleTries: number
  closeTries: number
  extended: boolean
}

export interface Parties {
  /** The party of this visit, met now or known. */
  of(visit: Id, openedAt: number, now: number): Party
  /** Nobody needs to remember who left. */
  keepOnly(visits: ReadonlySet<Id>): void
}

const minuteMs = 60_000

export function createParties({ chance, speed }: { chance: Chance; speed: number }): Parties {
  const known = new Map<Id, Party>()
  let met = 0

  function leaving(openedAt: number, now: number): number {
    const minutes = (from: number, to: number) => ((from + chance.next() * (to - from)) * minuteMs) / speed
    // Those who were there before do not all leave at once, nor those with whom the house filled at the start.
    if (now - openedAt > minuteMs) return Math.max(openedAt + minutes(20, 50), now + minutes(1, 15))
    met += 1
    return now + (met <= firstParties ? minutes(8, 50) : minutes(20, 50))
  }

  return {
    of(visit, openedAt, now) {
      const party = known.get(visit)
      if (party) return party
      const made: Party = {
        leavesAt: leaving(openedAt, now),
        complained: false,
        saidFeedback: false,
        askedForBill: false,
        lastOrderAt: 0,
        settleTries: 0,
        closeTries: 0,
        extended: false,
      }
      known.set(visit, made)
      return made
    },
    keepOnly(visits) {
      for (const visit of known.keys()) if (!visits.has(visit)) known.delete(visit)
    },
  }
}

const firstParties = 24
