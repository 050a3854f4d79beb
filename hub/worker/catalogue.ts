/** Loads the songs and how they sound. Sounds are kept on disk beside them: 300,000 titles take eight seconds to spell. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import * as v from 'valibot'
import { Song } from '../domain/playlist/song.ts'
import { type Documents, type Files, isFailedWrite } from '../ports.ts'
import { soundOfText } from './pinyin.ts'
import { createSongIndex, type SongIndex, type SongSound } from './song-index.ts'

const Songs = v.array(Song)
/** Bumped when spelling changes. */
const spelling = 2
const Kept = v.object({
  key: v.string(),
  sounds: v.record(v.string(), v.tuple([v.string(), v.string(), v.string(), v.string()])),
})

export async function loadCatalogue({
  documents,
  files,
  folder,
}: {
  documents: Documents
  files: Files
  folder: string
}): Promise<SongIndex> {
  const { value: songs } = await documents.open(
    'songs',
    raw => v.parse(Songs, raw),
    () => [],
  )
  const path = join(folder, 'index', 'song-sounds.json')
  const key = keyOf(songs)
  const sounds = (await loadSounds(files, path, key)) ?? (await spellAndKeep(files, folder, path, key, songs))
  return createSongIndex(songs, song => sounds.get(song.id) ?? spell(song))
}

function keyOf(songs: readonly Song[]): string {
  const hash = createHash('sha256').update(String(spelling))
  for (const { id, title, artist } of songs) hash.update(`${id}\n${title}\n${artist}\n`)
  return hash.digest('base64url')
}

async function loadSounds(files: Files, path: string, key: string): Promise<Map<string, SongSound> | undefined> {
  const content = await files.read(path)
  if (!content) return undefined
  const kept = v.safeParse(v.pipe(v.string(), v.parseJson(), Kept), content.toString('utf8'))
  // Another catalogue, or damage: it is only a copy of what can be spelled again.
  if (!kept.success || kept.output.key !== key) return undefined
  return new Map(
    Object.entries(kept.output.sounds).map(([id, [titleInitials, titleSound, artistInitials, artistSound]]) => [
      id,
      { titleInitials, titleSound, artistInitials, artistSound },
    ]),
  )
}

async function spellAndKeep(
  files: Files,
  folder: string,
  path: string,
  key: string,
  songs: readonly Song[],
): Promise<Map<string, SongSound>> {
  const sounds = new Map(songs.map(song => [song.id, spell(song)]))
  const rows = [...sounds].map(([id, s]) => [id, [s.titleInitials, s.titleSound, s.artistInitials, s.artistSound]])
  try {
    await files.makeFolder(join(folder, 'index'))
    await files.replace(path, JSON.stringify({ key, sounds: Object.fromEntries(rows) }))
  } catch (error) {
    // Spelled again at the next start. A disk that takes nothing the hub finds out where it matters.
    if (!isFailedWrite(error)) throw error
  }
  return sounds
}

function spell(song: Song): SongSound {
  const title = soundOfText(song.title)
  const artist = soundOfText(song.artist)
  return {
    titleInitials: title.initials,
    titleSound: title.full,
    artistInitials: artist.initials,
    artistSound: artist.full,
  }
}
