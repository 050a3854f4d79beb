/** A clock that flows from a given instant and that a test turns forward: what falls due on the way is woken in its order. */
import type { Clock } from '../../hub/ports.ts'

export interface TurnedClock extends Clock {
  turn(ms: number): void
}

export function createTurnedClock(epoch: number): TurnedClock {
  const startedAt = performance.now()
  let turned = 0
  const sleepers = new Set<{ at: number; wake: () => void; timer: NodeJS.Timeout }>()
  const now = () => Math.round(epoch + turned + performance.now() - startedAt)

  function wakeAt(at: number, wake: () => void): () => void {
    const fire = () => {
      sleepers.delete(sleeper)
      wake()
    }
    const sleeper = { at, wake: fire, timer: setTimeout(fire, Math.max(0, at - now())) }
    sleeper.timer.unref()
    sleepers.add(sleeper)
    return () => {
      clearTimeout(sleeper.timer)
      sleepers.delete(sleeper)
    }
  }

  return {
    now,
    wakeAt,
    turn(ms) {
      turned += ms
      const waiting = [...sleepers]
      for (const sleeper of waiting) clearTimeout(sleeper.timer)
      for (const sleeper of waiting.sort((a, b) => a.at - b.at)) {
        if (!sleepers.has(sleeper)) continue
        if (sleeper.at <= now()) sleeper.wake()
        else {
          sleeper.timer = setTimeout(sleeper.wake, sleeper.at - now())
          sleeper.timer.unref()
        }
      }
    },
  }
}
