import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeGif, type Frame } from './gif.ts'
import { lzw } from './lzw.ts'

const ink = [12, 10, 16]
const gold = [233, 196, 106]
const red = [194, 51, 31]

function frame(lastsMs: number, ...colours: readonly number[][]): Frame {
  return { picture: { width: 2, height: colours.length / 2, rgb: Uint8Array.from(colours.flat()) }, lastsMs }
}

test('compresses what can be read back, whatever it is', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 1, maxLength: 300 }), pixels => {
      expect(readLzw(lzw(Uint8Array.from(pixels), 8), 8)).toEqual(pixels)
    }),
  )
})

test('begins anew when the table is full', () => {
  const pixels = Array.from({ length: 40_000 }, (_, at) => (at * at * 31 + (at >> 3)) & 255)
  expect(readLzw(lzw(Uint8Array.from(pixels), 8), 8)).toEqual(pixels)
})

test('keeps few colours as they are, up to what a display cannot show', () => {
  const [only] = readGif(encodeGif([frame(100, ink, gold, red, ink)]))
  const shown = only?.colours ?? []
  for (const [at, colour] of [ink, gold, red, ink].entries())
    for (const [channel, value] of colour.entries())
      expect(Math.abs((shown[at]?.[channel] ?? 0) - value)).toBeLessThanOrEqual(2)
})

test('draws only what changed, and holds what did not', () => {
  const frames = readGif(
    encodeGif([frame(80, ink, ink, ink, ink), frame(80, ink, ink, ink, ink), frame(85, ink, ink, ink, gold)]),
  )
  expect(frames.map(({ left, top, width, height, hundredths }) => ({ left, top, width, height, hundredths }))).toEqual([
    { left: 0, top: 0, width: 2, height: 2, hundredths: 16 },
    { left: 1, top: 1, width: 1, height: 1, hundredths: 9 },
  ])
})

test('keeps the whole time, whatever is rounded', () => {
  const frames = readGif(
    encodeGif(Array.from({ length: 30 }, (_, at) => frame(83, at % 2 ? ink : gold, ink, ink, ink))),
  )
  expect(frames.reduce((sum, { hundredths }) => sum + hundredths, 0)).toBe(249)
})

/** A reader of what the encoder writes: header, palette, loop, then frames. */
function readGif(bytes: Buffer) {
  const palette = bytes.subarray(13, 13 + 768)
  const frames = []
  let at = 13 + 768 + 19
  while (bytes[at] === 0x21) {
    const hundredths = bytes.readUInt16LE(at + 4)
    const image = at + 8
    const [left, top, width, height] = [1, 3, 5, 7].map(offset => bytes.readUInt16LE(image + offset))
    const blocks: Buffer[] = []
    at = image + 11
    for (let length = bytes[at] ?? 0; length > 0; length = bytes[at] ?? 0) {
      blocks.push(bytes.subarray(at + 1, at + 1 + length))
      at += 1 + length
    }
    at += 1
    const pixels = readLzw(Buffer.concat(blocks), 8)
    frames.push({
      hundredths,
      left,
      top,
      width,
      height,
      colours: pixels.map(pixel => [...palette.subarray(pixel * 3, pixel * 3 + 3)]),
    })
  }
  expect(bytes[at]).toBe(0x3b)
  expect(at).toBe(bytes.length - 1)
  return frames
}

function readLzw(bytes: Uint8Array, bits: number): number[] {
  const clear = 1 << bits
  let [at, width] = [0, bits + 1]
  let table: number[][] = []
  let before: number[] | undefined
  const out: number[] = []
  const begin = () => {
    table = Array.from({ length: clear + 2 }, (_, value) => [value])
    width = bits + 1
    before = undefined
  }
  for (;;) {
    let code = 0
    for (let bit = 0; bit < width; bit++, at++) code |= (((bytes[at >> 3] ?? 0) >> (at & 7)) & 1) << bit
    if (code === clear) {
      begin()
      continue
    }
    if (code === clear + 1) return out
    const known = table[code]
    const text = known ?? [...(before ?? []), before?.[0] ?? 0]
    out.push(...text)
    if (before && table.length < 4096) table.push([...before, text[0] ?? 0])
    before = text
    if (table.length === 1 << width && width < 12) width += 1
  }
}
