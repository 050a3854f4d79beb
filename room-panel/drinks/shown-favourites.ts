/** What the table marked, with its last taps already in. Pure. */
import type { Tap } from '../../shared/client/tap.ts'
import type { Id } from '../../shared/protocol/primitives.ts'

/** Oldest first. */
export function shownFavourites(known: readonly Id[] = [], taps: readonly Tap[]): readonly Id[] {
  return taps.reduce<readonly Id[]>((marked, { command }) => {
    if (command.type !== 'MarkFavourite') return marked
    const others = marked.filter(id => id !== command.item)
    return command.on ? [...others, command.item] : others
  }, known)
}
