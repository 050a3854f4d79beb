/** Whether the songs that were imported are there: a house that only lost their file would look like one that never had any. */
import { catalogueOf, firstCatalogue } from '../domain/setup/import-songs.ts'
import type { ReadState } from '../domain/state.ts'
import type { Documents } from '../ports.ts'

/** The document that is not there. A house that imported none may have none. */
export async function missingCatalogue(
  documents: Pick<Documents, 'list'>,
  state: Pick<ReadState, 'catalogues'>,
): Promise<string | undefined> {
  const catalogue = catalogueOf(state)
  if (catalogue === firstCatalogue) return undefined
  return (await documents.list('songs')).includes(catalogue) ? undefined : catalogue
}
