/**
 * Whether a call was heard. Consoles say which calls sounded at them; one that none of them confirms in time does not
 * wait for its turn to escalate. Nothing of it is journaled but that escalation.
 */

import type { Id } from '../../shared/protocol/primitives.ts'
import type { Clock } from '../ports.ts'

export interface Alarms {
  /** At a start: every call there is. Consoles need a moment to come back. */
  begin(requests: Iterable<Id>): void
  /** These calls were opened, taken, or came back. */
  look(requests: Iterable<Id>): void
  /** These are somebody else's now: who heard them before heard another's call. */
  again(requests: Iterable<Id>): void
  /** All that sounded at this console and still waits. */
  heard(device: Id, requests: readonly Id[]): void
  gone(device: Id): void
  stop(): void
}

export interface AlarmsDeps {
  readonly clock: Pick<Clock, 'now' | 'wakeAt'>
  /** Open, and nobody higher was told yet. */
  readonly isWaiting: (request: Id) => boolean
  /** Ms; 0: it is not asked whether anything sounded. */
  readonly withinMs: () => number
  readonly graceMs: number
  readonly escalate: (request: Id) => void
}

export function createAlarms({ clock, isWaiting, withinMs, graceMs, escalate }: AlarmsDeps): Alarms {
  const heardAt = new Map<Id, readonly Id[]>()
  /** Calls that wait → ends the wait for a console to confirm them. */
  const waiting = new Map<Id, () => void>()

  const isHeard = (request: Id) => [...heardAt.values()].some(heard => heard.includes(request))

  const watch = (request: Id, ms: number) => {
    waiting.get(request)?.()
    waiting.set(request, isHeard(request) ? nothing : clock.wakeAt(clock.now() + ms, () => escalate(request)))
  }

  const forget = (request: Id) => {
    waiting.get(request)?.()
    waiting.delete(request)
  }

  const stop = () => {
    for (const request of [...waiting.keys()]) forget(request)
  }

  const look = (requests: Iterable<Id>) => {
    for (const request of requests) {
      if (!isWaiting(request)) forget(request)
      else if (!waiting.has(request) && withinMs() > 0) watch(request, withinMs())
    }
  }

  return {
    begin(requests) {
      stop()
      if (withinMs() === 0) return
      for (const request of requests) if (isWaiting(request)) watch(request, Math.max(graceMs, withinMs()))
    },
    look,
    again(requests) {
      const those = [...requests]
      for (const [device, heard] of heardAt)
        heardAt.set(
          device,
          heard.filter(id => !those.includes(id)),
        )
      for (const request of those) forget(request)
      look(those)
    },
    heard(device, requests) {
      heardAt.set(device, requests)
      for (const request of requests) {
        if (!waiting.has(request)) continue
        forget(request)
        // Remembered as heard: the console that heard it may go.
        waiting.set(request, nothing)
      }
    },
    gone: device => void heardAt.delete(device),
    stop,
  }
}

function nothing(): void {
  // It was heard: nobody waits for that any more.
}
