/**
 * Issues what is due. Due times are derived from the state, so a restart changes nothing; what fell due while
 * the hub was down gets `graceMs` after the start, because nobody could have answered meanwhile.
 */
import TinyQueue from 'tinyqueue'
import type { TimeCommand } from '../../shared/protocol/commands.ts'
import type { Due } from '../domain/due.ts'
import type { Clock } from '../ports.ts'

export interface Scheduler {
  /** What is due next for this aggregate, or that nothing is any more. */
  set(key: string, due: Due | undefined): void
  stop(): void
}

export function createScheduler(deps: {
  clock: Clock
  issue: (command: TimeCommand) => void
  graceMs: number
}): Scheduler {
  const { clock, issue } = deps
  /** Earlier once a clock that was ahead at the start was put right: what is due since is not what nobody could answer. */
  let startedAt = clock.now()
  const current = new Map<string, Due>()
  // Entries are not removed when they change: an entry that is no longer the current one of its key is passed over.
  const queue = new TinyQueue<{ key: string; due: Due }>([], (a, b) => a.due.at - b.due.at)
  let cancel: (() => void) | undefined
  let stopped = false
  let wakesAt = Number.POSITIVE_INFINITY

  const wake = () => {
    wakesAt = Number.POSITIVE_INFINITY
    const now = clock.now()
    for (let next = queue.peek(); next && next.due.at <= now; next = queue.peek()) {
      queue.pop()
      if (current.get(next.key) !== next.due) continue
      current.delete(next.key)
      issue(next.due.command)
    }
    plan()
  }

  const plan = () => {
    if (stopped) return
    const next = queue.peek()
    if (!next || next.due.at >= wakesAt) return
    cancel?.()
    wakesAt = next.due.at
    cancel = clock.wakeAt(next.due.at, wake)
  }

  return {
    set(key, due) {
      if (!due) {
        current.delete(key)
        return
      }
      startedAt = Math.min(startedAt, clock.now())
      const at = due.at < startedAt ? startedAt + deps.graceMs : due.at
      const known = current.get(key)
      if (known && known.at === at && isSame(known.command, due.command)) return
      const entry = { at, command: due.command }
      current.set(key, entry)
      queue.push({ key, due: entry })
      plan()
    },
    stop() {
      stopped = true
      cancel?.()
    },
  }
}

/** Made by one function from one aggregate: equal ones have their keys in one order. */
const isSame = (one: TimeCommand, other: TimeCommand): boolean => JSON.stringify(one) === JSON.stringify(other)
