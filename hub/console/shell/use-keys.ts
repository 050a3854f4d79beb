/**
 * The desk's keys: A takes, R resolves, Z takes back, / searches, arrows walk over cards and tiles. They press what is
 * on the screen: a card carries `data-cursor`, its buttons `data-key`.
 */
import { useEffect } from 'preact/hooks'
import type { House } from '../state/house.ts'

export function useKeys(house: House): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      if (document.querySelector('dialog[open]')) return
      if (handle(house, event.key)) event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [house])
}

function handle(house: House, key: string): boolean {
  switch (key) {
    case 'a':
    case 'A':
    case 'r':
    case 'R':
    case 'z':
    case 'Z':
      return press(key.toLowerCase())
    case '/':
      house.screen.value = 'members'
      house.openMember.value = undefined
      requestAnimationFrame(() => document.getElementById('member-search')?.focus())
      return true
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

/** The button of the card under the cursor; else the first one on the screen, which hurts most. */
function press(key: string): boolean {
  const card = document.activeElement?.closest('[data-cursor]')
  const button = (card ?? document).querySelector(`[data-key="${key}"] button, button[data-key="${key}"]`)
  if (!(button instanceof HTMLElement)) return false
  button.click()
  return true
}

function move(dx: number, dy: number): boolean {
  const all = [...document.querySelectorAll<HTMLElement>('[data-cursor]')].filter(one => one.offsetParent !== null)
  const here = document.activeElement?.closest<HTMLElement>('[data-cursor]')
  const next = here ? nearest(all, here, dx, dy) : all[0]
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
