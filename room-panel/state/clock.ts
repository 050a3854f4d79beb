/** The hub's time as signals: seconds for what runs out, the venue's minute for prices. */
import { computed, type ReadonlySignal, signal } from '@preact/signals'

export interface Clock {
  /** Hub time, ms, a second old at most. */
  readonly now: ReadonlySignal<number>
  /** Hub time, ms, at the start of the minute. */
  readonly minute: ReadonlySignal<number>
}

/** Runs as long as the page. */
export function createClock(hubNow: () => number): Clock {
  const now = signal(hubNow())
  setInterval(() => {
    now.value = hubNow()
  }, 1000)
  return { now, minute: computed(() => now.value - (now.value % 60_000)) }
}
