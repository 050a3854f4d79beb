/** Long work in steps, between which whatever else waits in this thread is done. */
import { setImmediate, setTimeout } from 'node:timers/promises'

/** Longer, and somebody who searches meanwhile would notice; ms. */
const unnoticedMs = 15

/** Each `yield` is where it may pause. `gently`: it rests as long as it worked, so that other threads have the processor. */
export async function inSteps<T>(
  work: Generator<void, T>,
  { gently = false, stepMs = unnoticedMs }: { readonly gently?: boolean; readonly stepMs?: number } = {},
): Promise<T> {
  let since = performance.now()
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value
    const took = performance.now() - since
    if (took < stepMs) continue
    await (gently ? setTimeout(took) : setImmediate())
    since = performance.now()
  }
}

export function atOnce<T>(work: Generator<void, T>): T {
  for (let step = work.next(); ; step = work.next()) if (step.done) return step.value
}
