/** A clock that stands still until it is told to go on: for tests, and for making a demo's evening before it is now. */
import type { Clock } from '../ports.ts'

export interface ToldClock extends Clock {
  /** Goes on by `ms` and wakes whoever is due on the way, in order. */
  turn(ms: number): Promise<void>
  /** Somebody sets it, forward or back: as with the real one, nobody who sleeps waits the longer for it. */
  setBy(ms: number): void
}

export function createToldClock(start: number): ToldClock {
  let now = start
  let sleepers: { at: number; readonly wake: () => void }[] = []
  return {
    now: () => now,
    wakeAt(at, wake) {
      const sleeper = { at, wake }
      sleepers.push(sleeper)
      return () => {
        sleepers = sleepers.filter(one => one !== sleeper)
      }
    },
    setBy(ms) {
      now += ms
      for (const sleeper of sleepers) sleeper.at += Math.min(ms, 0)
    },
    async turn(ms) {
      const until = now + ms
      for (;;) {
        const [next] = sleepers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)
        if (!next) break
        sleepers = sleepers.filter(one => one !== next)
        now = Math.max(now, next.at)
        next.wake()
        await settled()
      }
      now = until
      await settled()
    },
  }
}

/** Lets what is already under way come to its end: a write in memory or a small one on the disk takes a few turns of the loop. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise(next => setImmediate(next))
}
