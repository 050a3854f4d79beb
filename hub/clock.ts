/** The real clock. */
import type { Clock } from './ports.ts'

/** The longest single sleep, ms: wall clocks get corrected, and a timer does not notice. */
const longestSleep = 30_000

export function createClock(): Clock {
  return { now: Date.now, wakeAt }
}

function wakeAt(at: number, wake: () => void): () => void {
  let timer: NodeJS.Timeout
  const sleep = () => {
    timer = setTimeout(look, Math.min(Math.max(at - Date.now(), 0), longestSleep))
    // A due time must not keep a hub alive that is shutting down.
    timer.unref()
  }
  const look = () => (Date.now() >= at ? wake() : sleep())
  sleep()
  return () => clearTimeout(timer)
}
