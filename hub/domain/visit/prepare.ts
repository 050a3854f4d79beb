/** What the house lays ready for a party it knows: its songs and its usual. Nothing of it in a discreet visit. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import { predictUsual } from '../../insight/usual.ts'
import type { Meta } from '../decision.ts'
import type { Event, EventOf } from '../events.ts'
import type { MemberFacts } from '../member/member.ts'
import { preload } from '../playlist/preload.ts'
import type { ReadState } from '../state.ts'

const usualShown = 4

/** For a visit that opens. A party nobody knows gets the house's favourites, and no songs. */
export function prepare(state: ReadState, meta: Meta, visit: Id, members: readonly Id[], discreet: boolean): Event[] {
  if (discreet) return []
  const known = factsOf(meta, members)
  const songs = known.length === 0 || meta.venue.songs === 'none' ? undefined : preload(visit, known, meta)
  const usual = usualOf(state, meta, visit, known)
  return [...(songs ? [songs] : []), ...(usual.items.length === 0 ? [] : [usual])]
}

/** The usual anew, for a party that has changed. */
export const usualAgain = (
  state: ReadState,
  meta: Meta,
  visit: Id,
  members: readonly Id[],
): EventOf<'UsualPredicted'> => usualOf(state, meta, visit, factsOf(meta, members))

/**
 * What parties miss who came before the house's visits were counted (a hub counts for its first seconds): a usual each, where
 * there is one now.
 */
export function usualOwed(state: ReadState, house: House, factsOf: (member: Id) => MemberFacts | undefined): Event[] {
  const events: Event[] = []
  for (const visit of state.visits.values()) {
    if (visit.status === 'closed' || visit.discreet || visit.usual.length > 0) continue
    const members = visit.members.flatMap(id => factsOf(id) ?? [])
    // Whose taboos are not known, for them nothing is guessed.
    if (members.length < visit.members.length) continue
    const usual = usualOf(state, house, visit.id, members)
    if (usual.items.length > 0) events.push(usual)
  }
  return events
}

/** Takes away what was laid ready: from now on no screen shows anything from history. */
export function clearAway(state: ReadState, visit: Id): Event[] {
  const events: Event[] = []
  if ((state.visits.get(visit)?.usual.length ?? 0) > 0) events.push({ type: 'UsualPredicted', visit, items: [] })
  if (state.playlists.get(visit)?.queue.some(entry => entry.by === 'house'))
    events.push({ type: 'PreloadedCleared', visit })
  return events
}

/** How the house drinks, what it serves, and when is now. */
type House = Pick<Meta, 'houseUsual' | 'item' | 'at'>

function usualOf(
  state: ReadState,
  house: House,
  visit: Id,
  members: readonly MemberFacts[],
): EventOf<'UsualPredicted'> {
  const taboos = new Set(members.flatMap(({ member }) => member.taboos))
  const items = predictUsual(
    members,
    house.houseUsual,
    id => isDrinkFor(id, taboos, state, house),
    house.at,
    usualShown,
  )
  return { type: 'UsualPredicted', visit, items }
}

/** Drinks only, on the list and to be had; a taboo of one is a taboo of the table, and no fact says which it was. */
function isDrinkFor(id: Id, taboos: ReadonlySet<string>, state: ReadState, house: House): boolean {
  const item = house.item(id)
  if (!item || item.retired || !item.again || item.components.length > 0 || state.soldOut.has(id)) return false
  return !taboos.has(id) && !item.tags.some(tag => taboos.has(tag))
}

const factsOf = (meta: Meta, members: readonly Id[]): MemberFacts[] =>
  members.flatMap(id => meta.facts.members.get(id) ?? [])
