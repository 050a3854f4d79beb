/** What a visit comes to, as far as the hub knows. Minor units. */
import type { Visit } from '../domain/state.ts'

/** To the minimum spend (低消). */
export const missingTo = ({ minimumSpend, ordered }: Visit): number => Math.max(0, minimumSpend - ordered)
