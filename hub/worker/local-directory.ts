/** The directory without a thread: for scripts that make a venue and have nobody waiting. */
import type { Documents, Files } from '../ports.ts'
import { loadCatalogue } from './catalogue.ts'
import type { Directory } from './directory.ts'
import { directoryOf } from './directory-of.ts'
import { loadMembers } from './load-members.ts'
import { createNights } from './nights.ts'
import { createDesk } from './question.ts'

/** `documents` must be the directory's own: a document is opened once. */
export function createLocalDirectory(deps: { documents: Documents; files: Files; folder: string }): Directory {
  const songs = loadCatalogue(deps)
  const members = loadMembers(deps.documents)
  const desk = createDesk({ songs, members, nights: createNights(deps) })
  let number = 0
  return directoryOf(
    async question => {
      number += 1
      const reply = await desk.answer({ number, question })
      if ('error' in reply) throw new Error(reply.error)
      return reply.value
    },
    error => {
      throw error
    },
    async () => {
      // What it still keeps is kept before the folder is somebody else's. Whoever asked has heard what failed.
      await Promise.allSettled([songs, members])
      await deps.documents.close()
    },
  )
}
