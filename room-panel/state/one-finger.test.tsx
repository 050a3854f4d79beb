/** A finger that mashes on presses one key, whatever comes to lie under it. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { mindOneFinger } from './one-finger.ts'

let now = 0
const pressed: string[] = []

/** A key at this place, as a screen draws it. */
function key(word: string, left: number, width = 100): HTMLElement {
  const button = document.createElement('button')
  const inner = document.createElement('span')
  button.append(inner)
  button.getBoundingClientRect = () => new DOMRect(left, 0, width, 50)
  button.addEventListener('click', () => pressed.push(word))
  document.body.append(button)
  return button
}

function click(on: Element, x: number, detail = 1): void {
  on.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, clientX: x, clientY: 20, detail }))
}

beforeEach(() => {
  document.body.replaceChildren()
  pressed.length = 0
  now += 60_000
})
afterEach(() => document.body.replaceChildren())
mindOneFinger(document, () => now)

test('mashing on where a key has gone presses nothing else, until the finger rests', () => {
  const order = key('order', 0)
  click(order, 40)
  order.remove()
  const undo = key('undo', 10)
  for (let mash = 0; mash < 10; mash += 1) {
    now += 300
    click(undo.firstElementChild ?? undo, 40)
  }
  expect(pressed).toEqual(['order'])
  now += 1100
  click(undo, 40)
  expect(pressed).toEqual(['order', 'undo'])
})

test('nor does it after the finger fell into a gap for a moment', () => {
  const order = key('order', 0)
  click(order, 40)
  order.remove()
  now += 300
  click(document.body, 40)
  const other = key('other', 0)
  now += 300
  click(other, 40)
  expect(pressed).toEqual(['order'])
})

test('where the whole glass was a key, only what lies under that finger is not pressed', () => {
  const begin = key('begin', 0, innerWidth)
  click(begin, innerWidth / 2)
  begin.remove()
  const language = key('language', innerWidth - 100)
  const under = key('under', innerWidth / 2 - 50)
  now += 300
  click(under, innerWidth / 2)
  click(language, innerWidth - 50)
  expect(pressed).toEqual(['begin', 'language'])
})

test('quick taps on neighbours, on one key, and from a keyboard all count', () => {
  const a = key('a', 0)
  const b = key('b', 101)
  for (const [on, x] of [
    [a, 99],
    [b, 102],
    [a, 98],
    [a, 98],
  ] as const) {
    now += 50
    click(on, x)
  }
  a.remove()
  const c = key('c', 0)
  click(c, 98, 0)
  expect(pressed).toEqual(['a', 'b', 'a', 'a', 'c'])
})
