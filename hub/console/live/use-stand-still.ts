/**
 * What is shown stands still while a finger or the mouse is down on it: a card that moved between press and release
 * would leave the press to its neighbour, or to nobody.
 */
import { useEffect, useRef, useState } from 'preact/hooks'

export interface StandStill<T> {
  readonly shown: T
  /** For the element that holds the list. */
  readonly hands: { readonly onPointerDown: () => void; readonly onClick: () => void }
}

/** The click of a touch comes this much after the finger left, ms. */
const clickAfterMs = 120
/** What rests on the glass longer is no press, and what hurts most must not wait for it. */
const longestMs = 3000

export function useStandStill<T>(now: T): StandStill<T> {
  const [held, hold] = useState<{ readonly as: T }>()
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const shown = held ? held.as : now

  const letGo = () => {
    clearTimeout(timer.current)
    hold(undefined)
  }
  const letGoIn = (ms: number) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(letGo, ms)
  }
  useEffect(() => {
    if (!held) return undefined
    const onUp = () => letGoIn(clickAfterMs)
    window.addEventListener('pointerup', onUp)
    window.addEventListener('pointercancel', letGo)
    return () => {
      window.removeEventListener('pointerup', onUp)
      window.removeEventListener('pointercancel', letGo)
    }
  }, [held === undefined])
  useEffect(() => () => clearTimeout(timer.current), [])

  return {
    shown,
    hands: {
      onPointerDown() {
        hold({ as: shown })
        letGoIn(longestMs)
      },
      // The press has been heard: what it did is to be seen at once.
      onClick: letGo,
    },
  }
}
