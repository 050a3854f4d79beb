/** Who looks for a party, as its visit holds them; whoever still did when it ended is nobody's question any more. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { ReadState, Visit } from '../state.ts'

export function visitWith({ visits }: Pick<ReadState, 'visits'>, seeker: Id): Visit | undefined {
  for (const visit of visits.values())
    if (visit.status !== 'closed' && visit.seekers?.some(({ id }) => id === seeker)) return visit
  return undefined
}

/** Keys of who they are: of one, or of all who look for this party. */
export const seekerTexts = (visit: Visit | undefined, only?: Id): readonly Id[] =>
  (visit?.seekers ?? []).flatMap(({ id, text }) =>
    text !== undefined && (only === undefined || id === only) ? [text] : [],
  )
