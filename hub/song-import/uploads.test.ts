import { expect, it } from 'vitest'
import { createUploads, mostBytes } from './uploads.ts'

const text = (bytes: Uint8Array | undefined) => bytes && Buffer.from(bytes).toString()

it('puts the pieces of a file together, one that comes twice too', () => {
  const uploads = createUploads(() => 0)
  expect(uploads.take('u1', 0, Buffer.from('ab'))).toBe(true)
  expect(uploads.take('u1', 2, Buffer.from('cd'))).toBe(true)
  expect(uploads.take('u1', 2, Buffer.from('cd'))).toBe(true)
  expect(text(uploads.bytes('u1'))).toBe('abcd')
  uploads.drop('u1')
  expect(uploads.bytes('u1')).toBeUndefined()
})

it('takes no piece out of its place, nor of a file that another has taken the place of', () => {
  const uploads = createUploads(() => 0)
  expect(uploads.take('u1', 2, Buffer.from('cd'))).toBe(false)
  uploads.take('u1', 0, Buffer.from('ab'))
  expect(uploads.take('u1', 3, Buffer.from('x'))).toBe(false)
  uploads.take('u2', 0, Buffer.from('yz'))
  expect(uploads.take('u1', 2, Buffer.from('cd'))).toBe(false)
  expect(uploads.bytes('u1')).toBeUndefined()
  expect(text(uploads.bytes('u2'))).toBe('yz')
})

it('waits for the rest of a file as long as pieces of it come, however slow the Wi-Fi', () => {
  let now = 0
  const uploads = createUploads(() => now)
  for (let at = 0; at < 6; at += 1) {
    expect(uploads.take('u1', at, Buffer.from('x'))).toBe(true)
    now += 15 * 60_000
  }
  expect(text(uploads.bytes('u1'))).toBe('xxxxxx')
})

it('keeps no more than it can, and nothing for ever', () => {
  let now = 0
  const uploads = createUploads(() => now)
  uploads.take('u1', 0, new Uint8Array(10))
  expect(uploads.take('u1', 10, { length: mostBytes } as Uint8Array)).toBe(false)
  now = 21 * 60_000
  expect(uploads.bytes('u1')).toBeUndefined()
})
