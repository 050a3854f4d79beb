/**
 * After a start a whole house comes back at once and wants every core there is: what nobody waits for yet begins once all
 * are in.
 */
import type { Clock } from './ports.ts'

export interface Rush {
  /** The door is open. */
  begin(): void
  /** Somebody came in. */
  came(): void
  /** Resolves once nobody came for a moment, or when it took long enough. */
  readonly over: Promise<void>
}

/** A page tries again after 300 ms at first, and at most as much later again. */
const quietMs = 500
const longestMs = 5000

export function createRush(clock: Clock): Rush {
  let last = 0
  let end: () => void = () => undefined
  const over = new Promise<void>(done => {
    end = done
  })
  return {
    over,
    begin() {
      last = clock.now()
      const longest = last + longestMs
      const look = () => {
        const due = Math.min(last + quietMs, longest)
        if (clock.now() >= due) end()
        else clock.wakeAt(due, look)
      }
      look()
    },
    came() {
      last = clock.now()
    },
  }
}
