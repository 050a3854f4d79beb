import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { decodePng } from './decode-png.ts'

/** A PNG of two columns; each row says its filter first. */
function png(rows: readonly (readonly number[])[], { colour = 2, depth = 8 } = {}): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(2, 0)
  header.writeUInt32BE(rows.length, 4)
  header.set([depth, colour, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from(rows.flat()))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)])
}

test('undoes every filter', () => {
  const { width, height, rgb } = decodePng(
    png([
      [0, 10, 20, 30, 40, 50, 60],
      [1, 1, 2, 3, 4, 5, 6],
      [2, 1, 1, 1, 1, 1, 1],
      [3, 100, 0, 0, 0, 0, 0],
      [4, 0, 0, 0, 250, 7, 7],
    ]),
  )
  expect([width, height]).toEqual([2, 5])
  expect([...rgb]).toEqual([
    ...[10, 20, 30, 40, 50, 60],
    ...[1, 2, 3, 5, 7, 9],
    ...[2, 3, 4, 6, 8, 10],
    ...[101, 1, 2, 53, 4, 6],
    ...[101, 1, 2, 47, 11, 13],
  ])
})

test('leaves alpha away', () => {
  const { rgb } = decodePng(png([[0, 1, 2, 3, 255, 4, 5, 6, 0]], { colour: 6 }))
  expect([...rgb]).toEqual([1, 2, 3, 4, 5, 6])
})

test.each([
  ['no PNG', Buffer.from('GIF89a, and more')],
  ['sixteen bits', png([[0, 0, 0, 0, 0, 0, 0]], { depth: 16 })],
  ['a palette', png([[0, 0, 0]], { colour: 3 })],
  ['an unknown filter', png([[9, 0, 0, 0, 0, 0, 0]])],
])('refuses %s', (_what, bytes) => {
  expect(() => decodePng(bytes)).toThrow('PNG')
})
