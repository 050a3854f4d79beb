/** A file of songs becomes the house's catalogue: it lies on the disk already, and the fact says that it is the one. */
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import type { Decision, Meta } from '../decision.ts'
import { type ReadState, songsOfHouse } from '../state.ts'

/** The document that a house begins with. */
export const firstCatalogue = 'songs'

export const catalogueOf = ({ catalogues }: Pick<ReadState, 'catalogues'>): string =>
  catalogues.get(songsOfHouse)?.catalogue ?? firstCatalogue

export function importSongs(state: ReadState, { catalogue }: CommandOf<'ImportSongs'>, meta: Meta): Decision {
  const { by, facts } = meta
  if (by.kind !== 'staff') return refuse('not-allowed', 'sign-in')
  if (catalogueOf(state) === catalogue) return { events: [], result: { already: true } }
  const { songs } = facts
  if (!songs || songs.catalogue !== catalogue) return refuse('unknown', 'look-again')
  // It was compared with another one than is sung now.
  if (songs.basedOn !== catalogueOf(state)) return refuse('changed', 'look-again')
  const { basedOn: before, ...told } = songs
  return { events: [{ type: 'SongsImported', ...told, before, by: by.staff }], result: { songs: told.songs } }
}
