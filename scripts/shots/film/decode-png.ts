/** Reads the PNGs that Chromium writes (8 bits a channel, with or without alpha, not interlaced) into plain pixels. */
import { inflateSync } from 'node:zlib'

export interface Picture {
  readonly width: number
  readonly height: number
  /** Red, green, blue of each pixel, row by row. */
  readonly rgb: Uint8Array
}

const signature = '89504e470d0a1a0a'
const opaque = 2
const withAlpha = 6

/** Throws for anything that Chromium does not write. */
export function decodePng(bytes: Buffer): Picture {
  if (bytes.subarray(0, 8).toString('hex') !== signature) throw new Error('not a PNG')
  const header = chunksOf(bytes).find(({ type }) => type === 'IHDR')?.data
  if (!header) throw new Error('a PNG without a header')
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  const [depth, colour, interlaced] = [header[8], header[9], header[12]]
  if (depth !== 8 || (colour !== opaque && colour !== withAlpha) || interlaced !== 0)
    throw new Error(`a PNG of another kind: depth ${depth}, colour ${colour}, interlaced ${interlaced}`)
  const packed = chunksOf(bytes).flatMap(({ type, data }) => (type === 'IDAT' ? data : []))
  const channels = colour === withAlpha ? 4 : 3
  return { width, height, rgb: unfilter(inflateSync(Buffer.concat(packed)), width, height, channels) }
}

function chunksOf(bytes: Buffer): { readonly type: string; readonly data: Buffer }[] {
  const chunks = []
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at)
    chunks.push({ type: bytes.toString('latin1', at + 4, at + 8), data: bytes.subarray(at + 8, at + 8 + length) })
    at += 12 + length
  }
  return chunks
}

/** Each row says how its bytes were predicted from the ones to the left and above. */
function unfilter(raw: Buffer, width: number, height: number, channels: number): Uint8Array {
  const stride = width * channels
  const rgb = new Uint8Array(width * height * 3)
  let above = new Uint8Array(stride)
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)] ?? 0
    const row = Uint8Array.from(raw.subarray(y * (stride + 1) + 1, (y + 1) * (stride + 1)))
    for (let x = 0; x < stride; x++) {
      const left = x >= channels ? (row[x - channels] ?? 0) : 0
      const up = above[x] ?? 0
      const corner = x >= channels ? (above[x - channels] ?? 0) : 0
      row[x] = (row[x] ?? 0) + predicted(filter, left, up, corner)
    }
    for (let x = 0; x < width; x++) rgb.set(row.subarray(x * channels, x * channels + 3), (y * width + x) * 3)
    above = row
  }
  return rgb
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  switch (filter) {
    case 0:
      return 0
    case 1:
      return left
    case 2:
      return up
    case 3:
      return (left + up) >> 1
    case 4:
      return nearest(left, up, corner)
    default:
      throw new Error(`a PNG row with filter ${filter}`)
  }
}

/** Paeth's predictor. */
function nearest(left: number, up: number, corner: number): number {
  const guess = left + up - corner
  const [toLeft, toUp, toCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  if (toLeft <= toUp && toLeft <= toCorner) return left
  return toUp <= toCorner ? up : corner
}
