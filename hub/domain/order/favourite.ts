/** 收藏: what a table wants to find again. A tablet that a party shares cannot say whose taste it is, so it stays with the visit. */
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import { already, type Decision, type Meta } from '../decision.ts'

/** More is no favourite. */
const most = 40

export function markFavourite({ item: id, on }: CommandOf<'MarkFavourite'>, { visit, item }: Meta): Decision {
  if (!visit || visit.status === 'closed') return refuse('visit-closed')
  const { favourites = [] } = visit
  if (favourites.includes(id) === on) return already
  if (on && item(id)?.retired !== false) return refuse('unknown-item', 'choose-other', { about: id })
  if (on && favourites.length >= most) return refuse('too-many', 'look-again')
  return { events: [{ type: 'FavouriteMarked', visit: visit.id, item: id, on }] }
}
