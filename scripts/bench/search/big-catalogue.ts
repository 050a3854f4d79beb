/** A catalogue of any size from the demo's: real titles first, then new ones put together from the halves of real ones. */
import type { Song } from '../../../hub/domain/playlist/song.ts'
import { createChance } from '../../demo/random.ts'
import { loadSongs } from '../../demo/songs/load-songs.ts'

/** The same songs at every run. */
export function bigCatalogue(size: number): Song[] {
  const real = loadSongs()
  const chance = createChance('catalogue')
  const made = Array.from({ length: Math.max(0, size - real.length) }, (_, index): Song => {
    const { language, artist } = chance.pick(real)
    const title = half(chance.pick(real).title, 'first') + half(chance.pick(real).title, 'second')
    return { id: `x${index}`, title, artist, language, popularity: 0 }
  })
  return [...real.slice(0, size), ...made]
}

function half(title: string, which: 'first' | 'second'): string {
  const characters = [...title]
  const middle = Math.ceil(characters.length / 2)
  return (which === 'first' ? characters.slice(0, middle) : characters.slice(middle)).join('')
}
