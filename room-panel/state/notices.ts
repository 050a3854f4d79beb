/** The one line at the foot of the screen: what just happened, with Undo while it can be undone. */
import { type ReadonlySignal, signal } from '@preact/signals'

export interface Notice {
  readonly text: string
  /** How long it stays, ms. */
  readonly lastsMs: number
  readonly undo?: () => void
  /** Its time is over, or something else is said: an undo is no longer possible. */
  readonly onOver?: () => void
}

export interface Notices {
  readonly current: ReadonlySignal<(Notice & { readonly id: number }) | undefined>
  say(notice: Notice): void
  /** The time of notice `id` is over. */
  over(id: number): void
  undo(id: number): void
  /** Its place on the screen goes: carried out now. */
  finish(): void
  /** Without carrying out what could still have been undone: its guests have gone. */
  clear(): void
}

export function createNotices(): Notices {
  const current = signal<(Notice & { readonly id: number }) | undefined>(undefined)
  let last = 0
  const take = (id: number) => {
    const notice = current.peek()
    if (notice?.id !== id) return undefined
    current.value = undefined
    return notice
  }
  return {
    current,
    say(notice) {
      current.peek()?.onOver?.()
      last += 1
      current.value = { ...notice, id: last }
    },
    over: id => take(id)?.onOver?.(),
    undo: id => take(id)?.undo?.(),
    finish() {
      const id = current.peek()?.id
      if (id !== undefined) take(id)?.onOver?.()
    },
    clear() {
      current.value = undefined
    },
  }
}
