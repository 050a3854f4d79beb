/** A film as a GIF that plays for ever: one palette, and of each frame only the rectangle in which something changed. */
import type { Picture } from './decode-png.ts'
import { lzw } from './lzw.ts'
import { choosePalette } from './palette.ts'

export interface Frame {
  readonly picture: Picture
  /** Ms, in steps of ten. */
  readonly lastsMs: number
}

const bits = 8
/** One place is for "as before". */
const colours = 255
const asBefore = colours
/** Frames that the colours are chosen from: of a long film some. */
const looked = 60

/** All frames of one size, at least one. */
export function encodeGif(frames: readonly Frame[]): Buffer {
  const [first] = frames
  if (!first) throw new Error('a film without frames')
  const { width, height } = first.picture
  const every = Math.ceil(frames.length / looked)
  const palette = choosePalette(
    frames.filter((_, at) => at % every === 0).map(({ picture }) => picture),
    colours,
  )
  const table = Buffer.alloc(3 << bits)
  table.set(palette.rgb)
  const parts = [
    Buffer.from('GIF89a'),
    words(width, height),
    Buffer.from([0x80 | (bits - 1), 0, 0]),
    table,
    Buffer.from([0x21, 0xff, 11]),
    Buffer.from('NETSCAPE2.0'),
    Buffer.from([3, 1, 0, 0, 0]),
  ]
  let shown: Uint8Array | undefined
  let owedMs = 0
  for (const { image, lastsMs } of merged(frames.map(frame => ({ ...frame, image: palette.index(frame.picture) })))) {
    const area = shown ? changed(shown, image, width) : { left: 0, top: 0, right: width, bottom: height }
    // Hundredths of a second: what rounding takes from one frame the next one gets.
    const hundredths = Math.max(2, Math.round((lastsMs + owedMs) / 10))
    owedMs += lastsMs - hundredths * 10
    parts.push(frameOf(image, shown, area, width, hundredths))
    shown = image
  }
  return Buffer.concat([...parts, Buffer.from([0x3b])])
}

interface Still {
  readonly image: Uint8Array
  readonly lastsMs: number
}

/** Frames that look the same are one longer one. */
function merged(stills: readonly Still[]): Still[] {
  const kept: Still[] = []
  for (const { image, lastsMs } of stills) {
    const last = kept.at(-1)
    if (last && Buffer.compare(last.image, image) === 0)
      kept[kept.length - 1] = { image, lastsMs: last.lastsMs + lastsMs }
    else kept.push({ image, lastsMs })
  }
  return kept
}

interface Area {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

function changed(before: Uint8Array, now: Uint8Array, width: number): Area {
  const area = { left: width, top: now.length / width, right: 0, bottom: 0 }
  for (let at = 0; at < now.length; at++) {
    if (before[at] === now[at]) continue
    const [x, y] = [at % width, Math.floor(at / width)]
    area.left = Math.min(area.left, x)
    area.right = Math.max(area.right, x + 1)
    area.top = Math.min(area.top, y)
    area.bottom = Math.max(area.bottom, y + 1)
  }
  return area
}

function frameOf(
  image: Uint8Array,
  before: Uint8Array | undefined,
  { left, top, right, bottom }: Area,
  width: number,
  hundredths: number,
): Buffer {
  const pixels = new Uint8Array((right - left) * (bottom - top))
  let at = 0
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) {
      const from = y * width + x
      pixels[at++] = before && before[from] === image[from] ? asBefore : (image[from] ?? 0)
    }
  return Buffer.concat([
    // Left in place, one colour transparent.
    Buffer.from([0x21, 0xf9, 4, 0x05]),
    words(hundredths),
    Buffer.from([asBefore, 0, 0x2c]),
    words(left, top, right - left, bottom - top),
    Buffer.from([0, bits]),
    blocks(lzw(pixels, bits)),
  ])
}

function words(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2)
  for (const [at, value] of values.entries()) bytes.writeUInt16LE(value, at * 2)
  return bytes
}

function blocks(bytes: Uint8Array): Buffer {
  const parts: Buffer[] = []
  for (let at = 0; at < bytes.length; at += 255) {
    const block = bytes.subarray(at, at + 255)
    parts.push(Buffer.from([block.length]), Buffer.from(block))
  }
  return Buffer.concat([...parts, Buffer.from([0])])
}
