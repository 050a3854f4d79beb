import { expect, it } from 'vitest'
import { loadSongs } from '../../demo/songs/load-songs.ts'
import { bigCatalogue } from './big-catalogue.ts'

it('grows from the real catalogue, and is the same each time', () => {
  const real = loadSongs()
  const big = bigCatalogue(real.length + 1000)
  expect(big).toHaveLength(real.length + 1000)
  expect(big.slice(0, real.length)).toEqual(real)
  expect(new Set(big.map(({ id }) => id)).size).toBe(big.length)
  expect(big.at(-1)).toEqual(bigCatalogue(real.length + 1000).at(-1))
  expect(bigCatalogue(10)).toHaveLength(10)
})
