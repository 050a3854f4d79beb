/** When taps are due: an open loop, which no slow answer holds back. Pure, and the same for the same seed. */
import { createChance } from '../demo/random.ts'

export interface Arrival {
  /** ms since the start. */
  readonly at: number
  /** Which of the clients, from 0. */
  readonly client: number
}

/**
 * `clients` people who tap independently of each other, together `perSecond` times: arrivals in the order of time, as many
 * as are expected in `ms`, so that every repetition has as many samples.
 */
export function arrivals(options: { clients: number; perSecond: number; ms: number; seed: string }): Arrival[] {
  const { clients, perSecond, ms, seed } = options
  const chance = createChance(seed)
  // Given how many there were, the times of a Poisson process are spread evenly.
  const times = Array.from({ length: Math.max(1, Math.round((perSecond * ms) / 1000)) }, () => chance.next() * ms)
  return times.sort((a, b) => a - b).map(at => ({ at, client: chance.between(0, clients - 1) }))
}

/** Whose turn it is in each repetition: everybody is first, in the middle and last equally often. */
export function turns<T>(all: readonly T[], repetition: number): T[] {
  const first = repetition % all.length
  return [...all.slice(first), ...all.slice(0, first)]
}
