import { expect, it } from 'vitest'
import { isFlat } from './soak.ts'

const flat = { level: 1, rise: 0, allowed: 1, flat: true }
const rising = { ...flat, rise: 2, flat: false }
const sound = { rss: flat, heap: flat, handles: flat, stopMs: 300, stopped: 0, taps: 1000, done: 950 }

it('a hub is flat that does what is tapped, and holds no more for it', () => {
  expect(isFlat(sound, true)).toBe(true)
  expect(isFlat({ ...sound, heap: rising }, true)).toBe(false)
  expect(isFlat({ ...sound, heap: rising }, false)).toBe(true)
  for (const worse of [{ rss: rising }, { handles: rising }, { stopMs: 2500 }, { stopped: 1 }, { stopped: null }])
    expect(isFlat({ ...sound, ...worse }, false)).toBe(false)
})

it('a hub that refuses most of it, or hears nothing, is not', () => {
  for (const idle of [{ done: 400 }, { done: 0 }, { taps: 0, done: 0 }])
    expect(isFlat({ ...sound, ...idle }, true)).toBe(false)
})
