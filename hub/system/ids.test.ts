import { expect, it } from 'vitest'
import { createIds } from './ids.ts'

it('makes ids of ten characters behind the prefix, using all letters and never the same', () => {
  const some = createIds()
  const ids = [
    ...Array.from({ length: 2000 }, () => createIds().next('v')),
    ...Array.from({ length: 2000 }, () => some.next('v')),
  ]
  for (const id of ids) expect(id).toMatch(/^v[0-9a-z]{10}$/)
  expect(new Set(ids).size).toBe(ids.length)
  expect(new Set(ids.flatMap(id => [...id.slice(1)])).size).toBe(36)
})

it('makes secrets of so many bytes', () => {
  const secret = createIds().secret(32)
  expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
  expect(createIds().secret(32)).not.toBe(secret)
  // Every bit of each place is as often set as not: 2,000 throws of a coin lie within a fifth of half.
  const some = Array.from({ length: 2000 }, () => Buffer.from(createIds().secret(32), 'base64url'))
  const set = Array.from(
    { length: 256 },
    (_, bit) => some.filter(each => ((each[bit >> 3] ?? 0) >> (bit & 7)) & 1).length,
  )
  expect(set.filter(times => times < 800 || times > 1200)).toEqual([])
  expect(new Set(some.map(String)).size).toBe(some.length)
})
