/** A reader types into the page: nothing else on it hears. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { listenWedge } from './listen-wedge.ts'

const onRead = vi.fn()
let stop: () => void

beforeEach(() => {
  vi.useFakeTimers()
  stop = listenWedge(window, onRead)
})
afterEach(() => {
  stop()
  onRead.mockReset()
  document.body.replaceChildren()
  vi.useRealTimers()
})

function press(target: Element, key: string, at: number, more: KeyboardEventInit = {}): boolean {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more })
  Object.defineProperty(event, 'timeStamp', { value: at })
  target.dispatchEvent(event)
  return !event.defaultPrevented
}

it('catches a burst in a focused field before the field does', () => {
  const field = document.createElement('input')
  const heard = vi.fn()
  field.addEventListener('keydown', heard)
  document.body.append(field)
  field.focus()
  const typed = Array.from('0004340098').map((key, index) => press(field, key, 1000 + index * 9))
  const entered = press(field, 'Enter', 1100)
  expect([...typed, entered]).not.toContain(true)
  expect(heard).not.toHaveBeenCalled()
  expect(onRead.mock.calls).toEqual([[{ kind: 'read', text: '0004340098' }]])
})

it('ends a burst without a terminator by its silence', () => {
  for (const [index, key] of Array.from('0004340098').entries()) press(document.body, key, 1000 + index * 9)
  expect(onRead).not.toHaveBeenCalled()
  vi.advanceTimersByTime(300)
  expect(onRead.mock.calls).toEqual([[{ kind: 'read', text: '0004340098' }]])
})

it('leaves a person’s Enter and the browser’s shortcuts alone', () => {
  const button = document.createElement('button')
  document.body.append(button)
  expect(press(button, 'Enter', 9000)).toBe(true)
  expect(press(button, 'r', 9200, { ctrlKey: true })).toBe(true)
  expect(press(button, '5', 9400, { repeat: true })).toBe(true)
  vi.advanceTimersByTime(300)
  expect(onRead).not.toHaveBeenCalled()
})
