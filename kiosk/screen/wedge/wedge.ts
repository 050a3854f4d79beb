/**
 * Tells a reader that types (keyboard wedge) from a person who types: by the pace of its keys and its terminator. Pure:
 * keys and their times go in, what was read comes out. Readers send a key every 7 to 16 ms, slow ones every 60; people
 * need 80 and more, and never keep the pace.
 */

import { isBankCard } from '../../../shared/protocol/cards/formats.ts'

export type WedgeRead =
  | { readonly kind: 'read'; readonly text: string }
  /** A frame that began and did not end: the card was taken away too early. Or a bank's card, which is nobody's here. */
  | { readonly kind: 'unreadable' }

export interface Wedge {
  /** A key went down at `at`, ms. `key` as `KeyboardEvent.key` has it; Shift and its like are passed over. */
  press(key: string, at: number): WedgeStep
  /** Nothing more may be coming: call it {@link silenceMs} after the last key. */
  silence(): WedgeRead | undefined
}

export interface WedgeStep {
  /** The key belongs to a reader, or may: nobody else should get it. */
  readonly swallow: boolean
  readonly read?: WedgeRead
}

/** Longer than this after a key, and the next one begins something new. */
export const silenceMs = 250

const shortest = 4
const longest = 128
/** Pace, ms a key, of what a terminator ends; without one only a pace that no hand reaches counts. */
const readerPaceMs = 75
const certainPaceMs = 35
const certainLength = 6

export function createWedge(): Wedge {
  let keys = ''
  let gaps: number[] = []
  let lastAt = 0

  const take = (slowestMs: number, fewest: number): WedgeRead | undefined => {
    const text = keys
    keys = ''
    return text.length >= fewest && text.length <= longest && paceOf(gaps) <= slowestMs ? unframed(text) : undefined
  }

  return {
    press(key, at) {
      if (key === 'Enter' || key === 'Tab') {
        const read = at - lastAt <= silenceMs ? take(readerPaceMs, shortest) : undefined
        keys = ''
        // A person's Enter presses the button that has the focus, and Tab moves it.
        return read ? { swallow: true, read } : { swallow: false }
      }
      if (!/^[\x21-\x7e]$/.test(key)) return { swallow: false }
      if (at - lastAt > silenceMs) keys = ''
      gaps = keys === '' ? [] : [...gaps, at - lastAt].slice(0, longest)
      lastAt = at
      keys = (keys + key).slice(0, longest + 1)
      return { swallow: true }
    },
    silence: () => take(certainPaceMs, certainLength),
  }
}

/** The mean without the longest: a computer may stutter once. */
function paceOf(gaps: readonly number[]): number {
  const sum = gaps.reduce((total, gap) => total + gap, 0)
  return (sum - Math.max(...gaps)) / Math.max(1, gaps.length - 1)
}

/** Some readers send `;…?`, so that a read which was cut off can be told. */
function unframed(text: string): WedgeRead {
  const framed = text.startsWith(';') || text.endsWith('?')
  const inside = framed ? /^;([^;?]{4,})\?$/.exec(text)?.[1] : text
  return inside === undefined || isBankCard(inside) ? { kind: 'unreadable' } : { kind: 'read', text: inside }
}
