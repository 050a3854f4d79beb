/** The few colours that a whole film is drawn with: median cut over all its frames, so that nothing flickers between them. */
import type { Picture } from './decode-png.ts'

export interface Palette {
  /** Red, green, blue of each colour. */
  readonly rgb: Uint8Array
  readonly size: number
  /** The pixels as numbers of colours. */
  index(picture: Picture): Uint8Array
}

/** Bits kept of each channel while counting: dark gradients need six. */
const kept = 6
const dropped = 8 - kept

interface Bin {
  readonly count: number
  readonly colour: readonly [number, number, number]
}

/** At most `most` colours, 2 to 255. */
export function choosePalette(pictures: readonly Picture[], most: number): Palette {
  const boxes: Bin[][] = [count(pictures)]
  while (boxes.length < most) {
    const [widest] = boxes
      .map((box, at) => ({ at, box, ...widestChannel(box) }))
      .filter(({ box }) => box.length > 1)
      .sort((a, b) => b.worth - a.worth)
    if (!widest) break
    boxes.splice(widest.at, 1, ...cut(widest.box, widest.channel))
  }
  const colours = boxes.map(mean)
  const rgb = Uint8Array.from(colours.flat())
  return { rgb, size: colours.length, index: createIndex(colours) }
}

function count(pictures: readonly Picture[]): Bin[] {
  const counts = new Map<number, number>()
  for (const { rgb } of pictures)
    for (let at = 0; at < rgb.length; at += 3) {
      const key = keyOf(rgb, at)
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  return [...counts].map(([key, pixels]) => ({
    // A large dark ground must not take all the colours from a small gold name.
    count: Math.sqrt(pixels),
    colour: [middle(key >> (2 * kept)), middle(key >> kept), middle(key)],
  }))
}

const keyOf = (rgb: Uint8Array, at: number): number =>
  (((rgb[at] ?? 0) >> dropped) << (2 * kept)) |
  (((rgb[at + 1] ?? 0) >> dropped) << kept) |
  ((rgb[at + 2] ?? 0) >> dropped)

const middle = (bits: number): number => ((bits & ((1 << kept) - 1)) << dropped) + (1 << (dropped - 1))

function widestChannel(box: readonly Bin[]): { channel: 0 | 1 | 2; worth: number } {
  const all = ([0, 1, 2] as const).map(channel => {
    const values = box.map(({ colour }) => colour[channel])
    return { channel, span: Math.max(...values) - Math.min(...values) }
  })
  const [widest = { channel: 0, span: 0 }] = all.sort((a, b) => b.span - a.span)
  return { channel: widest.channel, worth: widest.span * box.reduce((sum, bin) => sum + bin.count, 0) }
}

function cut(box: readonly Bin[], channel: 0 | 1 | 2): [Bin[], Bin[]] {
  const sorted = box.toSorted((a, b) => a.colour[channel] - b.colour[channel])
  const half = sorted.reduce((sum, bin) => sum + bin.count, 0) / 2
  let passed = 0
  const at = sorted.findIndex(bin => {
    passed += bin.count
    return passed >= half
  })
  const middleAt = Math.min(Math.max(1, at), sorted.length - 1)
  return [sorted.slice(0, middleAt), sorted.slice(middleAt)]
}

function mean(box: readonly Bin[]): [number, number, number] {
  const total = box.reduce((sum, bin) => sum + bin.count, 0)
  const of = (channel: 0 | 1 | 2) =>
    Math.round(box.reduce((sum, { count, colour }) => sum + count * colour[channel], 0) / total)
  return [of(0), of(1), of(2)]
}

function createIndex(colours: readonly (readonly [number, number, number])[]): Palette['index'] {
  const known = new Map<number, number>()
  return ({ rgb }) => {
    const indexed = new Uint8Array(rgb.length / 3)
    for (let at = 0; at < rgb.length; at += 3) {
      const key = keyOf(rgb, at)
      let colour = known.get(key)
      if (colour === undefined) {
        colour = nearest(colours, middle(key >> (2 * kept)), middle(key >> kept), middle(key))
        known.set(key, colour)
      }
      indexed[at / 3] = colour
    }
    return indexed
  }
}

function nearest(
  colours: readonly (readonly [number, number, number])[],
  red: number,
  green: number,
  blue: number,
): number {
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (const [at, [r, g, b]] of colours.entries()) {
    const far = (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2
    if (far >= least) continue
    best = at
    least = far
  }
  return best
}
