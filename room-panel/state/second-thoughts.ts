/**
 * What was tapped and can still be taken back: 切歌, 删除, 不用备歌. It waits here and not on a screen, so that leaving the
 * screen neither loses nor hurries it.
 */
import { type ReadonlySignal, signal } from '@preact/signals'
import type { Id } from '../../shared/protocol/primitives.ts'

/** How long most of it can be taken back. */
export const undoMs = 8000

/** What 删除 is called among them. */
export const removalOf = (entry: Id): string => `remove ${entry}`

export interface Waiting {
  readonly lastsMs: number
  /** Share of that already gone, 0 to 1, just now. */
  gone(): number
}

export interface SecondThoughts {
  /** By what was tapped; reading it in a component subscribes. */
  readonly waiting: ReadonlySignal<ReadonlyMap<string, Waiting>>
  /** Carried out after `lastsMs`, unless it is taken back. */
  after(lastsMs: number, what: string, carryOut: () => void): void
  takeBack(what: string): void
  /** None of it is carried out: its guests have gone. */
  clear(): void
}

/** `now` in ms, on any clock that runs evenly. */
export function createSecondThoughts(now: () => number = () => performance.now()): SecondThoughts {
  const waiting = signal<ReadonlyMap<string, Waiting>>(new Map())
  const timers = new Map<string, ReturnType<typeof setTimeout>>()
  const end = (what: string) => {
    clearTimeout(timers.get(what))
    timers.delete(what)
    waiting.value = new Map([...waiting.peek()].filter(([one]) => one !== what))
  }
  return {
    waiting,
    after(lastsMs, what, carryOut) {
      if (timers.has(what)) return
      const since = now()
      waiting.value = new Map([
        ...waiting.peek(),
        [what, { lastsMs, gone: () => Math.min(1, (now() - since) / lastsMs) }],
      ])
      timers.set(
        what,
        setTimeout(() => {
          // Done before it is out of sight: nothing comes back for a moment in between.
          carryOut()
          end(what)
        }, lastsMs),
      )
    },
    takeBack: end,
    clear() {
      for (const what of [...timers.keys()]) end(what)
    },
  }
}
