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
/** What is shown whole or not at all, where the sheet says so. */
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
    const { top, bottom, height } = element.getBoundingClientRect()
    const boxes = [...element.querySelectorAll(rows)].map(row => row.getBoundingClientRect())
    // A page begins with the first row that the one before did not show whole.
    const first = boxes.find(box => (way > 0 ? box.bottom > bottom + 2 : box.top > top - height - 2))
    const by = first ? (first.top - top) * way : 0
    const page = by > height / 4 && by < height + 3 ? by : height * pageShare
    element.scrollBy({ top: page * way, behavior: 'smooth' })
  }
  return { list, canUp: can.up, canDown: can.down, up: () => move(-1), down: () => move(1) }
}
