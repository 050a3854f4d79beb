/** What the clock on the wall changes is looked at as its minute does. */
import type { Clock } from '../ports.ts'

/** Answers how to end it. */
export function everyMinute(clock: Clock, act: () => void): () => void {
  let cancel: () => void = () => undefined
  const plan = () => {
    cancel = clock.wakeAt((Math.floor(clock.now() / 60_000) + 1) * 60_000, () => {
      act()
      plan()
    })
  }
  plan()
  return () => cancel()
}
