/**
 * The last nights on which a room was opened. How long a device was away is counted in these: a house that is closed for a
 * season misses nobody, whether or not its hub runs on.
 */
import type { ReadState, State } from '../state.ts'

const fortnight = 14

/** A room was opened. */
export function noteNight({ nights, day }: Pick<State, 'nights' | 'day'>, at: number): void {
  if (nights.has(day)) return
  nights.set(day, at)
  for (const [oldest] of nights.entries()) if (nights.size > fortnight) nights.delete(oldest)
}

/** When the oldest of a whole fortnight of such nights began; 0 as long as there were fewer. */
export function openSince(nights: ReadState['nights']): number {
  const [oldest = 0] = nights.values()
  return nights.size < fortnight ? 0 : oldest
}
