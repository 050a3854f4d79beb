/**
 * The hub has been away for longer than it takes to start: what a guest does here is not heard in time, so nobody is invited
 * to do anything. Before that nothing changes, because a screen that flickers at each restart looks broken.
 */
import { effect, type ReadonlySignal, signal } from '@preact/signals'
import type { KioskLink } from './kiosk-link.ts'

/** A start takes 1–3 s, ms. */
const patienceMs = 4000

export interface Gone {
  readonly gone: ReadonlySignal<boolean>
  stop(): void
}

export function createGone(
  { state, hubNow }: Pick<KioskLink, 'state' | 'hubNow'>,
  away: ReadonlySignal<boolean>,
): Gone {
  const gone = signal(false)
  const stop = effect(() => {
    if (!away.value) {
      gone.value = false
      return undefined
    }
    const now = state.peek()
    // On a clock that is set meanwhile it may be any time ago.
    const waited = now.at === 'away' ? Math.max(0, hubNow() - now.since) : 0
    const timer = setTimeout(
      () => {
        gone.value = true
      },
      Math.max(0, patienceMs - waited),
    )
    return () => clearTimeout(timer)
  })
  return { gone, stop }
}
