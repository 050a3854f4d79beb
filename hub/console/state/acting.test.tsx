import { signal } from '@preact/signals'
import { beforeEach, expect, test } from 'vitest'
import { createActing } from './acting.ts'

const hour = 3_600_000
const evening = Date.UTC(2026, 10, 23, 12)

beforeEach(() => localStorage.clear())

/** `shown`: the clock that the screen shows; a page that sleeps does not turn it. */
function station() {
  const shown = signal(evening)
  let now = evening
  const open = () => createActing('bar', shown, () => now)
  return {
    open,
    pass(ms: number, asleep = false) {
      now += ms
      if (!asleep) shown.value = now
    },
  }
}

test('a name tapped at a station is remembered for the shift, over a reload', () => {
  const { open, pass } = station()
  open().choose('s5')
  pass(12 * hour - 1)
  const acting = open()
  expect(acting.staff.value).toBe('s5')
  expect(acting.current()).toBe('s5')
})

test('and no longer, on a page that nobody reloads', () => {
  const { open, pass } = station()
  const acting = open()
  acting.choose('s5')
  pass(12 * hour)
  expect(acting.staff.value).toBeUndefined()
  expect(acting.current()).toBeUndefined()
})

test('nor at the first tap on a page that slept', () => {
  const { open, pass } = station()
  const acting = open()
  acting.choose('s5')
  pass(13 * hour, true)
  expect(acting.current()).toBeUndefined()
  expect(acting.staff.value).toBeUndefined()
  expect(localStorage.length).toBe(0)
})

test('what waits for a name is done in it', () => {
  const acting = station().open()
  const done: string[] = []
  acting.ask(staff => done.push(staff), 's2')
  expect(acting.waiting.value?.without).toBe('s2')
  acting.choose('s5')
  expect(done).toEqual(['s5'])
  expect(acting.waiting.value).toBeUndefined()
})
