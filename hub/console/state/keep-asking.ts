/** Asks until the hub has answered: again after what passes by itself, and at once when the hub is back. */
import { effect, type ReadonlySignal } from '@preact/signals'
import type { QueryAnswer } from '../../../shared/protocol/answer.ts'
import { isUndecided } from '../../../shared/protocol/refusals.ts'
import type { Connection } from '../link/console-link.ts'

export interface KeepAskingDeps<T> {
  /** Never rejects. */
  readonly ask: () => Promise<QueryAnswer<T>>
  readonly connection: ReadonlySignal<Connection>
  /** Every answer, also the one that is asked again by itself. */
  readonly answered: (answer: QueryAnswer<T>) => void
  /** Before the first question, ms. */
  readonly pauseMs: number
}

export interface Asking {
  /** Now, whatever was answered. */
  again(): void
  stop(): void
}

/** A hub that is busy is not helped by being asked ever faster. */
const firstPauseMs = 2000
const longestPauseMs = 15_000

export function keepAsking<T>({ ask, connection, answered, pauseMs }: KeepAskingDeps<T>): Asking {
  let timer: ReturnType<typeof setTimeout> | undefined
  let turn = 0
  let missed = 0
  let failed = false

  const askIn = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(askNow, ms)
  }
  async function askNow(): Promise<void> {
    clearTimeout(timer)
    turn += 1
    const own = turn
    const answer = await ask()
    // An older answer must not replace a newer one.
    if (own !== turn) return
    failed = !answer.ok && isUndecided(answer.refusal.refused)
    missed = failed ? missed + 1 : 0
    answered(answer)
    // One that is away is asked when it is back.
    if (!answer.ok && failed && isThere(connection.peek()))
      askIn(Math.max(answer.refusal.waitMs ?? 0, Math.min(longestPauseMs, firstPauseMs * 2 ** (missed - 1))))
  }

  let there = isThere(connection.peek())
  const unfollow = effect(() => {
    const now = isThere(connection.value)
    if (now && !there && failed) askIn(0)
    there = now
  })
  askIn(pauseMs)

  return {
    again() {
      missed = 0
      void askNow()
    },
    /** What is on its way comes too late. */
    stop() {
      turn += 1
      clearTimeout(timer)
      unfollow()
    },
  }
}

/** One whose disk failed still answers. */
const isThere = ({ at }: Connection): boolean => at === 'online' || at === 'stopped'
