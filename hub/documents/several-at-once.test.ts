import { expect, it } from 'vitest'
import { severalAtOnce } from './several-at-once.ts'

const pieces = Array.from({ length: 10 }, (_, piece) => piece)

it('does every piece once, in their order, a few of them side by side', async () => {
  const begun: number[] = []
  let underWay = 0
  let most = 0
  await severalAtOnce(pieces, async piece => {
    begun.push(piece)
    most = Math.max(most, ++underWay)
    await new Promise(next => setImmediate(next))
    underWay--
  })
  expect(begun).toEqual(pieces)
  expect(most).toBe(4)
})

it('begins nothing more after a failure, which it tells', async () => {
  const begun: number[] = []
  const failing = severalAtOnce(pieces, async piece => {
    begun.push(piece)
    if (piece === 1) throw new Error(`piece ${piece}`)
    await new Promise(next => setImmediate(next))
  })
  await expect(failing).rejects.toThrow('piece 1')
  await new Promise(next => setTimeout(next, 5))
  expect(begun).toEqual([0, 1, 2, 3])
})

it('has nothing to do with nothing', async () => {
  await severalAtOnce([], () => Promise.reject(new Error('nothing')))
})
