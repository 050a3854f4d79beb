/**
 * Loads the songs and how they sound. First the list, for parties that come meanwhile; then spelling and index, in steps, so
 * that this thread answers between them. Sounds are kept on disk by their text: 300,000 titles take eight seconds to spell,
 * and most of the next catalogue's are the same.
 */
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import * as v from 'valibot'
import { Song } from '../domain/playlist/song.ts'
import type { Documents, Files } from '../ports.ts'
import { inSteps } from '../system/in-steps.ts'
import { keepSounds, readSounds } from './kept-sounds.ts'
import { type Sound, soundOfText } from './pinyin.ts'
import { type SongIndex, songIndexSteps } from './song-index.ts'
import { createSongList, type SongList } from './song-list.ts'

export const Songs = v.array(Song)

export interface Catalogue {
  readonly list: Promise<SongList>
  readonly index: Promise<SongIndex>
}

/** `name` is that of its document. `gently`: nobody waits for it, and others sing. */
export function openCatalogue(deps: {
  readonly documents: Documents
  readonly files: Files
  readonly folder: string
  readonly name: string
  readonly gently?: boolean
}): Catalogue {
  const songs = deps.documents
    .open(
      deps.name,
      raw => v.parse(Songs, raw),
      () => [],
    )
    .then(({ value }) => value)
  const list = songs.then(createSongList)
  return { list, index: list.then(() => songs).then(all => indexOf(all, deps)) }
}

async function indexOf(
  songs: readonly Song[],
  { files, folder, gently = false }: { files: Files; folder: string; gently?: boolean },
): Promise<SongIndex> {
  // Whoever waits for the list only is answered first.
  await setImmediate()
  const path = join(folder, 'index', 'song-sounds.json')
  const kept = await readSounds(files, path)
  const { sounds, fresh } = await inSteps(spellSteps(songs, kept), { gently })
  if (fresh > 0) await keepSounds(files, path, sounds)
  const soundOf = (text: string) => sounds.get(text) ?? soundOfText(text)
  const index = await inSteps(
    songIndexSteps(songs, ({ title, artist }) => {
      const [titled, sung] = [soundOf(title), soundOf(artist)]
      return {
        titleInitials: titled.initials,
        titleSound: titled.full,
        artistInitials: sung.initials,
        artistSound: sung.full,
      }
    }),
    { gently },
  )
  if (gently) await inSteps(warmUp(index), { gently })
  return index
}

/** A thread's first searches take it as long as fifty later ones: nobody who sings shall be the one that makes them. */
function* warmUp(index: SongIndex): Generator<void, void> {
  for (let round = 0; round < warmUpRounds; round += 1)
    for (const text of typical) {
      index.search({ text })
      yield
    }
}

const warmUpRounds = 5
/** Of each way to type: a letter, initials, pinyin, characters, mixed, a slip, nothing. */
const typical = ['a', 'qt', 'wenbie', '朋友', 'qinghc', 'hallo wrold', '']

function* spellSteps(
  songs: readonly Song[],
  kept: ReadonlyMap<string, Sound>,
): Generator<void, { sounds: ReadonlyMap<string, Sound>; fresh: number }> {
  const sounds = new Map<string, Sound>()
  let fresh = 0
  for (const { title, artist } of songs)
    for (const text of [title, artist]) {
      if (sounds.has(text)) continue
      const known = kept.get(text)
      sounds.set(text, known ?? soundOfText(text))
      if (known) continue
      fresh += 1
      yield
    }
  return { sounds, fresh }
}
