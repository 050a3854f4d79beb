/** A party that has just come in may have been given the wrong room, or tariff, by a slip of the hand. */
import type { Meta } from '../decision.ts'
import type { Visit } from '../state.ts'

/** Ms since the epoch; undefined where a room, an extension or another party was reckoned in since. */
export const openedAnewUntil = ({ status, wasIn, terms, openedAt }: Visit): number | undefined =>
  status === 'open' && wasIn.length === 1 && terms.extensions === 0 && terms.added === 0
    ? openedAt + openedAnewMs
    : undefined

/** By the tap's time. */
export const isOpenedAnew = (visit: Visit, { tappedAt, at }: Pick<Meta, 'tappedAt' | 'at'>): boolean =>
  Math.min(tappedAt, at) <= (openedAnewUntil(visit) ?? -Infinity)

const openedAnewMs = 15 * 60_000
