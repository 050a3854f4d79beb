/** Chance with a seed: the same seed always tells the same story. For demo data only, never for secrets. */

export interface Chance {
  /** At least 0, below 1. */
  next(): number
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number
  /** True in `share` of the cases. */
  hit(share: number): boolean
  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T
  /** One of a list, each as likely as its weight. */
  weighted<T>(list: readonly { readonly weight: number; readonly value: T }[]): T
  /** Up to `count` different ones, in random order. */
  sample<T>(list: readonly T[], count: number): T[]
}

/** mulberry32 over a hash of `seed`. */
export function createChance(seed: string): Chance {
  let state = hash32(seed, 0x9e3779b9)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  const pick = <T>(list: readonly T[]): T => at(list, between(0, list.length - 1))
  return {
    next,
    between,
    pick,
    hit: share => next() < share,
    weighted(list) {
      let left = next() * list.reduce((sum, { weight }) => sum + weight, 0)
      for (const { weight, value } of list) {
        left -= weight
        if (left < 0) return value
      }
      return at(list, list.length - 1).value
    },
    sample(list, count) {
      const rest = [...list]
      return Array.from({ length: Math.min(count, rest.length) }, () => {
        const [taken] = rest.splice(between(0, rest.length - 1), 1)
        return taken
      }).filter(one => one !== undefined)
    },
  }
}

/** 64 bits of `text` in base 36, 14 characters: for ids that hold from run to run. */
export const hashId = (text: string): string => base36(hash32(text, 0x811c9dc5)) + base36(hash32(text, 0x51ed270b))

const base36 = (bits: number): string => bits.toString(36).padStart(7, '0')

/** MurmurHash3 of the text's UTF-16 units; unsigned 32 bits. */
function hash32(text: string, seed: number): number {
  let hash = seed
  for (let index = 0; index < text.length; index++) {
    let unit = Math.imul(text.charCodeAt(index), 0xcc9e2d51)
    unit = (unit << 15) | (unit >>> 17)
    hash ^= Math.imul(unit, 0x1b873593)
    hash = (hash << 13) | (hash >>> 19)
    hash = (Math.imul(hash, 5) + 0xe6546b64) | 0
  }
  hash ^= text.length
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

function at<T>(list: readonly T[], index: number): T {
  const found = list[index]
  if (found === undefined) throw new RangeError('nothing to pick from')
  return found
}
