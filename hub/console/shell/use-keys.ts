/**
 * The desk's keys: A takes, R resolves, Z takes back, / searches, arrows walk over cards and tiles. They press what is
 * on the screen, in the sheet where one is open: a card carries `data-cursor`, its buttons `data-key`.
 */
import { useEffect } from 'preact/hooks'
import { topSheet } from '../parts/sheet.tsx'
import type { House } from '../state/house.ts'
import { createSecondClick, createSteadyHand, type Press, pressOn } from './steady-hand.ts'

type IsMeant = (press: Press) => boolean

export function useKeys(house: House): void {
  useEffect(() => {
    const isMeant = createSteadyHand(() => performance.now())
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      if (document.querySelector('dialog[open]')) return
      if (handle(house, event, isMeant)) event.preventDefault()
    }
    const isSecond = createSecondClick()
    // Keys press by themselves, and are asked there.
    const onClick = (event: MouseEvent) => {
      const button = event.detail > 0 && event.target instanceof Element ? event.target.closest('button') : null
      const press = button && pressOn(button, event.clientX, event.clientY)
      const astray = isSecond(button, event.detail)
      if (!astray && (!press || isMeant(press))) return
      event.preventDefault()
      event.stopPropagation()
    }
    document.addEventListener('keydown', onKey)
    document.addEventListener('click', onClick, true)
    return () => {
      document.removeEventListener('keydown', onKey)
      document.removeEventListener('click', onClick, true)
    }
  }, [house])
}

function handle(house: House, { key, repeat }: KeyboardEvent, isMeant: IsMeant): boolean {
  switch (key) {
    case 'a':
    case 'A':
    case 'r':
    case 'R':
    case 'z':
    case 'Z':
      // A key that is held down is one press.
      return repeat || press(key.toLowerCase(), isMeant)
    case '/': {
      const box = document.querySelector<HTMLElement>('[data-search]')
      if (box) {
        box.focus()
        return true
      }
      house.screen.value = 'members'
      house.openMember.value = undefined
      requestAnimationFrame(() => document.getElementById('member-search')?.focus())
      return true
    }
    case 'ArrowUp':
      return move(0, -1)
    case 'ArrowDown':
      return move(0, 1)
    case 'ArrowLeft':
      return move(-1, 0)
    case 'ArrowRight':
      return move(1, 0)
    default:
      return false
  }
}

/** A sheet lies over the rest of the screen: what is behind it is not pressed. */
const inFront = (): ParentNode => topSheet() ?? document

/** The button of the card under the cursor; else the first one in front, which hurts most. */
function press(key: string, isMeant: IsMeant): boolean {
  const front = inFront()
  const focused = document.activeElement?.closest('[data-cursor]')
  const card = focused && front.contains(focused) ? focused : front
  // A complaint about who sits here leads the list, and is not theirs to take.
  const button = card.querySelector(
    `[data-key="${key}"] button:not([disabled]), button[data-key="${key}"]:not([disabled])`,
  )
  if (!(button instanceof HTMLElement)) return false
  const pressed = pressOn(button, 0, 0)
  if (!pressed || isMeant(pressed)) button.click()
  return true
}

function move(dx: number, dy: number): boolean {
  const all = [...inFront().querySelectorAll<HTMLElement>('[data-cursor]')].filter(one => one.offsetParent !== null)
  const here = document.activeElement?.closest<HTMLElement>('[data-cursor]')
  const next = here && all.includes(here) ? nearest(all, here, dx, dy) : all[0]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
  return next !== undefined
}

/** The nearest in that direction; what lies askew counts as farther away. */
function nearest(all: readonly HTMLElement[], from: HTMLElement, dx: number, dy: number): HTMLElement | undefined {
  const origin = middle(from)
  let best: { readonly element: HTMLElement; readonly far: number } | undefined
  for (const element of all) {
    if (element === from) continue
    const { x, y } = middle(element)
    const along = (x - origin.x) * dx + (y - origin.y) * dy
    const askew = Math.abs((x - origin.x) * dy) + Math.abs((y - origin.y) * dx)
    const far = along + 2.5 * askew
    if (along > 4 && (!best || far < best.far)) best = { element, far }
  }
  return best?.element
}

function middle(element: Element): { x: number; y: number } {
  const { left, top, width, height } = element.getBoundingClientRect()
  return { x: left + width / 2, y: top + height / 2 }
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
