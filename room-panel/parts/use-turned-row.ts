/** A row of keys that is longer than the glass is turned by a key beside it: nothing needs a swipe. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'

export interface TurnedRow {
  readonly row: { current: HTMLDivElement | null }
  /** It holds more than it shows. */
  readonly longer: boolean
  /** On, and from the end back to the start. */
  turn(): void
}

/** Put `row` on the element that scrolls. `changes`: what its length depends on. */
export function useTurnedRow(...changes: readonly unknown[]): TurnedRow {
  const row = useRef<HTMLDivElement>(null)
  const [longer, setLonger] = useState(false)
  useLayoutEffect(() => {
    const element = row.current
    if (!element) return undefined
    const look = () => setLonger(element.scrollWidth > element.clientWidth + 2)
    look()
    const sizes = typeof ResizeObserver === 'undefined' ? undefined : new ResizeObserver(look)
    sizes?.observe(element)
    return () => sizes?.disconnect()
  }, changes)
  const turn = () => {
    const element = row.current
    if (!element) return
    const { left, right } = element.getBoundingClientRect()
    // The first that is not there whole begins the next turn.
    const next = [...element.children].map(one => one.getBoundingClientRect()).find(one => one.right > right + 2)
    element.scrollTo({ left: next ? element.scrollLeft + next.left - left : 0, behavior: 'smooth' })
  }
  return { row, longer, turn }
}
