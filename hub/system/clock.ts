/** The real clock. */
import type { Clock } from '../ports.ts'

/** The longest single sleep, ms: wall clocks get corrected, and a timer does not notice. */
const longestSleep = 30_000

/** A time server moves the wall clock by parts of a second, and it counts whole ms where the even clock has more: nobody wakes early for that. */
const setBackMs = 1000

export function createClock(): Clock {
  return { now: Date.now, wakeAt }
}

function wakeAt(at: number, wake: () => void): () => void {
  let timer: NodeJS.Timeout
  /** By a clock that nobody sets: who asked for a minute is not to wait for hours because the wall's went back. */
  const over = performance.now() + at - Date.now() + setBackMs
  const left = () => Math.min(at - Date.now(), over - performance.now())
  const sleep = () => {
    timer = setTimeout(look, Math.min(Math.max(left(), 0), longestSleep))
    // A due time must not keep a hub alive that is shutting down.
    timer.unref()
  }
  const look = () => (left() <= 0 ? wake() : sleep())
  sleep()
  return () => clearTimeout(timer)
}
