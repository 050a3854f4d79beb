/** Which songs the house sings: those that were imported last, the ones before them, and what the lobby shows of them. */
import type { Event } from '../domain/events.ts'
import { catalogueOf } from '../domain/setup/import-songs.ts'
import { type ReadState, songsOfHouse } from '../domain/state.ts'
import type { Documents } from '../ports.ts'
import type { ViewContext } from '../views/context.ts'
import type { Directory } from '../worker/directory.ts'
import { createImports, type Imports } from './imports.ts'
import { createUploads, type Uploads } from './uploads.ts'

export interface HouseSongs {
  readonly uploads: Uploads
  readonly imports: Imports
  readonly hot: () => ViewContext['hotSongs']
  /** Finds anew what is sung most. */
  showHot(): Promise<void>
  /** These are on the disk. */
  notice(events: readonly Event[]): void
}

const hotSongsShown = 24

export function createHouseSongs(deps: {
  readonly documents: Pick<Documents, 'list' | 'remove'>
  readonly state: ReadState
  readonly directory: Directory
  readonly now: () => number
  readonly log: (level: 'warn' | 'error', event: string, detail: Readonly<Record<string, unknown>>) => void
  /** The lobby is shown other songs now. */
  readonly hotChanged: () => void
}): HouseSongs {
  const { documents, state, directory, now, log } = deps
  let hot: ViewContext['hotSongs'] = []
  const uploads = createUploads(now)
  const imports = createImports({
    directory,
    uploads,
    sung: () => catalogueOf(state),
    now,
    tidy,
    failed: error => log('error', 'songs-import-failed', { error: String(error) }),
  })

  /** What is sung stays, and what was before it: the fact that took it may be lost with the journal's last line. */
  function tidy(): void {
    const { catalogue, before } = state.catalogues.get(songsOfHouse) ?? {}
    documents
      .list('songs')
      .then(names => Promise.all(names.filter(name => name !== catalogue && name !== before).map(documents.remove)))
      .catch(error => log('warn', 'catalogues-left', { error: String(error) }))
  }

  async function showHot(): Promise<void> {
    hot = await directory.hotSongs(hotSongsShown)
    deps.hotChanged()
  }

  return {
    uploads,
    imports,
    hot: () => hot,
    showHot,
    notice(events) {
      for (const event of events) {
        if (event.type !== 'SongsImported') continue
        // Searched from here on in every room.
        imports
          .taken(event.catalogue)
          .then(showHot)
          .catch(error => log('error', 'songs-not-taken', { error: String(error) }))
      }
    },
  }
}
