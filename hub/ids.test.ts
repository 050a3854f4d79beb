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
})
