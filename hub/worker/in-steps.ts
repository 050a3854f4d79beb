/** Long work in steps, between which whatever else waits in this thread is done. */
import { setImmediate } from 'node:timers/promises'

/** Longer, and somebody who searches meanwhile would notice; ms. */
const stepMs = 15

/** Each `yield` is where it may pause. */
export async function inSteps<T>(work: Generator<void, T>): Promise<T> {
  let since = performance.now()
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value
    if (performance.now() - since < stepMs) continue
    await setImmediate()
    since = performance.now()
  }
}

export function atOnce<T>(work: Generator<void, T>): T {
  for (let step = work.next(); ; step = work.next()) if (step.done) return step.value
}
