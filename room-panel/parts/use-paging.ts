/** Lists can be paged by buttons: nothing needs a swipe. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'

export interface Paging {
  readonly list: { current: HTMLDivElement | null }
  readonly canUp: boolean
  readonly canDown: boolean
  up(): void
  down(): void
}

/** Share of the list that one page moves where its rows are higher than it. */
const pageShare = 0.8
/** What a page begins with. */
const rows = 'li, .category, .tile'

/** Put `list` on the element that scrolls. `changes`: what its height depends on. */
export function usePaging(...changes: readonly unknown[]): Paging {
  const list = useRef<HTMLDivElement>(null)
  const [can, setCan] = useState({ up: false, down: false })
  useLayoutEffect(() => {
    const element = list.current
    if (!element) return undefined
    const look = () => {
      const { scrollTop, scrollHeight, clientHeight } = element
      const up = scrollTop > 2
      const down = scrollTop + clientHeight < scrollHeight - 2
      // The sheet lets the last lines fade: there is more.
      element.toggleAttribute('data-more', down)
      setCan(old => (old.up === up && old.down === down ? old : { up, down }))
    }
    look()
    element.addEventListener('scroll', look, { passive: true })
    const sizes = typeof ResizeObserver === 'undefined' ? undefined : new ResizeObserver(look)
    sizes?.observe(element)
    return () => {
      element.removeEventListener('scroll', look)
      sizes?.disconnect()
    }
  }, changes)
  const move = (way: 1 | -1) => {
    const element = list.current
    if (!element) return
    const boxes = [...element.querySelectorAll(rows)].map(row => row.getBoundingClientRect())
    const page = (way > 0 ? nextPage : pageBefore)(element.getBoundingClientRect(), boxes)
    element.scrollBy({ top: page * way, behavior: 'smooth' })
  }
  return { list, canUp: can.up, canDown: can.down, up: () => move(-1), down: () => move(1) }
}

type Box = Pick<DOMRect, 'top' | 'bottom' | 'height'>

/** px. It begins with the uppermost row that this page does not show whole; of one that is higher than the list its foot comes. */
export function nextPage(list: Box, boxes: readonly Box[]): number {
  const cut = uppermost(boxes.filter(({ bottom }) => bottom > list.bottom + 2))
  if (!cut) return list.height * pageShare
  const by = cut.top - list.top
  return by > 2 ? Math.min(by, list.height) : Math.min(cut.bottom - list.bottom, list.height * pageShare)
}

/** px, upwards. It begins with the uppermost row from which everything down to this page fits. */
export function pageBefore(list: Box, boxes: readonly Box[]): number {
  const first = uppermost(boxes.filter(({ top }) => top > list.top - list.height - 2))
  const by = first ? list.top - first.top : 0
  return by > 2 ? by : list.height * pageShare
}

/** Cards stand side by side: the first of the page is not always the first of them. */
const uppermost = (boxes: readonly Box[]): Box | undefined => [...boxes].sort((a, b) => a.top - b.top)[0]
