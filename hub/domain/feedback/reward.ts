/** What the venue gives for a 评价: once in a visit, and the same for any face, or it would be a bought one. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { Meta } from '../decision.ts'
import type { MenuItem } from '../order/menu-item.ts'
import { missingOf } from '../order/sold-out.ts'
import type { ReadState } from '../state.ts'
import type { VenueConfig } from '../venue-config.ts'

interface House {
  readonly venue: VenueConfig
  readonly item: (id: Id) => MenuItem | undefined
}

/** Undefined where the venue gives nothing, or has none of it left. */
export function rewardOf(state: ReadState, { venue, item }: House): MenuItem | undefined {
  const { feedbackReward: id } = venue.policy
  const found = id === undefined ? undefined : item(id)
  return found?.retired === false && missingOf(state, found) === undefined ? found : undefined
}

/** The visit's first face, and nothing given before. */
export function rewardFor(state: ReadState, meta: Meta): MenuItem | undefined {
  const { visit } = meta
  return visit && visit.rewarded === undefined && visit.feedback.size === 0 ? rewardOf(state, meta) : undefined
}
