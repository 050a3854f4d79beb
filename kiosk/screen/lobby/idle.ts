/**
 * Whether the guest is still there: after 60 s without a touch, key or scan the lobby asks, and 30 s later forgets them.
 * Any sign of life begins anew, as often as needed. Never while a command is on its way.
 */
import { effect, type ReadonlySignal, signal } from '@preact/signals'

export interface Idle {
  /** 还在吗？ is on the screen. */
  readonly asking: ReadonlySignal<boolean>
  /** A sign of life. */
  poke(): void
  stop(): void
}

const warnAfterMs = 60_000
export const ringMs = 30_000

export function createIdle(deps: {
  /** There is something of a guest's to forget. */
  armed: ReadonlySignal<boolean>
  busy: ReadonlySignal<boolean>
  reset: () => void
}): Idle {
  const { armed, busy, reset } = deps
  const asking = signal(false)
  let timer: ReturnType<typeof setTimeout> | undefined

  const begin = () => {
    clearTimeout(timer)
    asking.value = false
    if (armed.peek() && !busy.peek()) timer = setTimeout(ask, warnAfterMs)
  }
  const ask = () => {
    asking.value = true
    timer = setTimeout(() => {
      asking.value = false
      reset()
    }, ringMs)
  }

  const stopWatching = effect(() => {
    // Read both: each change is a new beginning, an answer that arrives gives its reader the whole time.
    void armed.value
    void busy.value
    begin()
  })
  return {
    asking,
    poke: begin,
    stop() {
      clearTimeout(timer)
      stopWatching()
    },
  }
}
