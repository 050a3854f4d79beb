/** The one line at the foot of the screen: what just happened. */
import { type ReadonlySignal, signal } from '@preact/signals'

export interface Notice {
  readonly text: string
  /** How long it stays, ms. */
  readonly lastsMs: number
}

export interface Notices {
  readonly current: ReadonlySignal<(Notice & { readonly id: number }) | undefined>
  say(notice: Notice): void
  /** The time of notice `id` is over. */
  over(id: number): void
  clear(): void
}

export function createNotices(): Notices {
  const current = signal<(Notice & { readonly id: number }) | undefined>(undefined)
  let last = 0
  return {
    current,
    say(notice) {
      last += 1
      current.value = { ...notice, id: last }
    },
    over(id) {
      if (current.peek()?.id === id) current.value = undefined
    },
    clear() {
      current.value = undefined
    },
  }
}
