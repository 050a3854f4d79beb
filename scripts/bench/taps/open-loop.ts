/** Taps when they are due, whatever became of the ones before: a slow answer holds nothing back and hides nothing. */
import type { Arrival } from '../schedule.ts'
import { patienceMs, type Target } from './target.ts'

export interface Heard {
  /** ms from when each tap was due, not from when it was sent, to its event; Infinity for what no console heard. */
  readonly latencies: readonly number[]
  readonly refused: number
  readonly lost: number
}

/** Taps `schedule` once through `target`. Resolves when every tap was heard, or nobody may still hope to hear it. */
export function createOpenLoop(
  target: Pick<Target, 'tap' | 'onHeard'>,
): (schedule: readonly Arrival[]) => Promise<Heard> {
  const due = new Map<number, number[]>()
  let latencies: number[] = []
  let waiting = 0
  let allHeard: () => void = () => undefined

  target.onHeard(panel => {
    const since = due.get(panel)?.shift()
    if (since === undefined) return
    latencies.push(performance.now() - since)
    waiting -= 1
    if (waiting === 0) allHeard()
  })

  return async schedule => {
    latencies = []
    waiting = schedule.length
    due.clear()
    let refused = 0
    const heard = new Promise<void>(resolve => {
      allHeard = resolve
    })
    const start = performance.now() + 20
    for (const { at, client } of schedule) {
      await until(start + at)
      due.set(client, [...(due.get(client) ?? []), start + at])
      target.tap(client).then(
        accepted => {
          if (!accepted) refused += 1
        },
        () => {
          refused += 1
        },
      )
    }
    await Promise.race([heard, new Promise(gaveUp => setTimeout(gaveUp, patienceMs))])
    const never = Array.from({ length: waiting }, () => Number.POSITIVE_INFINITY)
    return { latencies: [...latencies, ...never], refused, lost: Math.max(0, waiting - refused) }
  }
}

/** Timers are late by a millisecond and more: the last moment is waited out turn by turn, while frames are still read. */
const timerLateMs = 2

export async function until(instant: number): Promise<void> {
  const left = instant - performance.now()
  if (left > timerLateMs) await new Promise(next => setTimeout(next, left - timerLateMs))
  while (performance.now() < instant) await new Promise<void>(next => setImmediate(next))
}
