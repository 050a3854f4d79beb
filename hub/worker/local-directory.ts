/** The directory without a thread: for scripts that make a venue and have nobody waiting. */
import type { Documents, Files, StoreFailed } from '../ports.ts'
import { openCatalogue } from './catalogue.ts'
import type { Directory } from './directory.ts'
import { directoryOf } from './directory-of.ts'
import { loadMembers } from './load-members.ts'
import { createNights } from './nights.ts'
import { createHouseDesk, createSongDesk, type Desk } from './question.ts'
import { readSongFile } from './read-song-file.ts'
import { createSongsAtHand } from './songs-at-hand.ts'

/** `documents` gives the directory its own: a document is opened once, and what is written in one place is read in another. */
export function createLocalDirectory(deps: {
  documents: () => Documents
  files: Files
  folder: string
  catalogue?: string
  /** Of members, where something is damaged. */
  passedOver?: (reason: StoreFailed) => void
}): Directory {
  const opened: Documents[] = []
  const documents = () => {
    const fresh = deps.documents()
    opened.push(fresh)
    return fresh
  }
  const members = loadMembers(documents(), deps.passedOver ?? (() => undefined))
  const loading: Promise<unknown>[] = [members.index()]
  const waited = <T>(ask: () => Promise<T>) => {
    const asked = ask()
    loading.push(asked)
    return asked
  }
  const house = askDesk(
    createHouseDesk({
      members: {
        index: () => waited(members.index),
        searchable: () => waited(members.searchable),
        statistics: () => waited(members.statistics),
      },
      nights: createNights(deps),
    }),
  )
  const songs = createSongsAtHand(deps.catalogue ?? 'songs', name => {
    const catalogue = openCatalogue({ ...deps, documents: documents(), name })
    loading.push(catalogue.index)
    return { answer: askDesk(createSongDesk(catalogue)), close: async () => undefined }
  })
  return directoryOf({
    askHouse: house,
    askSongs: songs.answer,
    failed: error => {
      throw error
    },
    readSongFile: asked => readSongFile(documents(), asked),
    prepareSongs: songs.prepare,
    takeSongs: songs.take,
    async close() {
      // What it still keeps is kept before the folder is somebody else's. Whoever asked has heard what failed.
      await Promise.allSettled(loading)
      await Promise.all(opened.map(one => one.close()))
    },
  })
}

function askDesk(desk: Desk): (question: unknown) => Promise<unknown> {
  let number = 0
  return async question => {
    number += 1
    const reply = await desk.answer({ number, question })
    if ('error' in reply) throw new Error(reply.error)
    return reply.value
  }
}
