/** When the demo's newest songs came into the house: a few each week, the newest of all three days ago. */
import type { Song } from '../../../hub/domain/playlist/song.ts'
import type { Standard } from './load-songs.ts'

const dayMs = 86_400_000
const lately = 60

export function withAddedLately(songs: readonly Song[], standards: readonly Standard[], now: number): Song[] {
  const newest = standards
    .filter(({ year }) => year !== undefined)
    .sort((a, b) => (b.year ?? 0) - (a.year ?? 0))
    .slice(0, lately)
  const addedAt = new Map(newest.map(({ song }, at) => [song.id, now - (3 + 2 * at) * dayMs]))
  return songs.map(song => {
    const at = addedAt.get(song.id)
    return at === undefined ? song : { ...song, addedAt: at }
  })
}
