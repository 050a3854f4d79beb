/** Lists can be paged by buttons: nothing needs a swipe. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'

export interface Paging {
  readonly list: { current: HTMLDivElement | null }
  readonly canUp: boolean
  readonly canDown: boolean
  up(): void
  down(): void
}

/** Share of the list that one page moves: a row of the old page stays in sight. */
const pageShare = 0.8

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
  const move = (share: number) => {
    const element = list.current
    element?.scrollBy({ top: element.clientHeight * share, behavior: 'smooth' })
  }
  return { list, canUp: can.up, canDown: can.down, up: () => move(-pageShare), down: () => move(pageShare) }
}
