/** Asks, every few minutes, whoever is due for a new token to fetch it. */
import type { Clock } from '../ports.ts'

const everyMs = 10 * 60_000

/** The answer stops it. */
export function keepAsking({ clock, ask }: { clock: Clock; ask: () => void }): () => void {
  let cancel: () => void = () => undefined
  const plan = () => {
    cancel = clock.wakeAt(clock.now() + everyMs, () => {
      plan()
      ask()
    })
  }
  plan()
  return () => cancel()
}
