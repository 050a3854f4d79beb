/** What stands for a while and goes by itself: for as long again when it is said once more, and at once when it is cleared. */
import { type ReadonlySignal, signal } from '@preact/signals'

export interface Passing<T> {
  readonly now: ReadonlySignal<T | undefined>
  say(next: T): void
  clear(): void
}

export function createPassing<T>(ms: number): Passing<T> {
  const now = signal<T>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const clear = () => {
    clearTimeout(timer)
    now.value = undefined
  }
  return {
    now,
    say(next) {
      clearTimeout(timer)
      now.value = next
      timer = setTimeout(clear, ms)
    },
    clear,
  }
}
