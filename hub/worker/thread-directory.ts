/** The directory in worker threads: members and nights in one, the songs in another, so that neither keeps the other waiting. */
import type { Directory } from './directory.ts'
import { directoryOf } from './directory-of.ts'
import type { HouseQuestion, SongQuestion } from './question.ts'
import { createSongsAtHand } from './songs-at-hand.ts'
import { askOnce, createThread } from './thread.ts'

/** `script` is the built worker; `died` is told once if a thread that is needed ends by itself. */
export function createThreadDirectory(deps: {
  script: URL
  folder: string
  /** The document of the songs. */
  catalogue?: string
  died: (error: unknown) => void
  /** Of members, where something on the disk is damaged: they are not found, all others are. */
  passedOver?: (what: string) => void
}): Directory {
  const { script, folder, catalogue = 'songs', passedOver } = deps
  let told = false
  const died = (error: unknown) => {
    if (!told) deps.died(error)
    told = true
  }
  const house = createThread<HouseQuestion>(
    script,
    { does: 'house', folder },
    { died, ...(passedOver && { passedOver }) },
  )
  // Who stands at the door has a card in hand; the first song may be asked for in a while.
  house.begin()
  const songs = createSongsAtHand(catalogue, (name, isSung) =>
    createThread<SongQuestion>(
      script,
      { does: 'songs', folder, catalogue: name, gently: name !== catalogue },
      {
        // One that is only being prepared is nobody's loss.
        died(error) {
          if (isSung()) died(error)
        },
      },
    ),
  )

  return directoryOf({
    askHouse: house.answer,
    askSongs: songs.answer,
    // What it was told last it need not know when it is sent away: the next one reads the disk.
    failed(error) {
      if (!house.gone) deps.died(error)
    },
    // Checked by whoever made it: worker.ts.
    readSongFile: asked => askOnce(script, { does: 'read-songs', folder, asked }, [asked.bytes.buffer]),
    prepareSongs: songs.prepare,
    takeSongs: songs.take,
    async close() {
      await Promise.all([house.close(), songs.close()])
    },
  })
}
