/**
 * What is shown stands still while a finger or the mouse is down: a card that moved between press and release, or a banner
 * that pushed everything down, would leave the press to its neighbour, or to nobody.
 */
import { useEffect, useRef } from 'preact/hooks'
import { type House, useHouse } from '../state/house.ts'

/** The click of a touch comes this much after the finger left, ms. */
const clickAfterMs = 120
/** What rests on the glass longer is no press, and what hurts most must not wait for it. */
const longestMs = 3000

/** What was shown when the hand came down, as long as it is; else `now`. */
export function useStandStill<T>(now: T): T {
  const house = useHouse()
  const shown = useRef(now)
  if (!house.handDown.value) shown.current = now
  return shown.current
}

/** Knows when a hand is down, anywhere on the screen. */
export function useHand(house: House): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const letGo = () => {
      clearTimeout(timer)
      house.handDown.value = false
    }
    const letGoIn = (ms: number) => {
      clearTimeout(timer)
      timer = setTimeout(letGo, ms)
    }
    const onDown = () => {
      house.handDown.value = true
      letGoIn(longestMs)
    }
    const onUp = () => letGoIn(clickAfterMs)
    // What it did is to be seen at once, but not before it was heard: between two listeners of one click a page is drawn anew.
    const onClick = () => letGoIn(0)
    // Before whoever stops them on their way.
    const heard = [
      ['pointerdown', onDown],
      ['pointerup', onUp],
      ['pointercancel', letGo],
      ['click', onClick],
    ] as const
    for (const [name, does] of heard) window.addEventListener(name, does, true)
    return () => {
      letGo()
      for (const [name, does] of heard) window.removeEventListener(name, does, true)
    }
  }, [house])
}
