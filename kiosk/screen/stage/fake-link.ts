/** A hub made of nothing, for looking at the lobby and for its tests: what it shows is put in, what it is told is kept. */
import { type Signal, signal } from '@preact/signals'
import type { LinkState } from '../../../shared/client/link.ts'
import type { Tap } from '../../../shared/client/tap.ts'
import { createViewStore } from '../../../shared/client/view-store.ts'
import { type Answer, done } from '../../../shared/protocol/answer.ts'
import type { PeopleCommand } from '../../../shared/protocol/commands.ts'
import type { KioskSlices } from '../../../shared/protocol/views/kiosk.ts'
import type { HubHealth } from '../../../shared/protocol/wire.ts'
import type { KioskLink } from '../lobby/kiosk-link.ts'

export interface FakeLink extends KioskLink {
  readonly state: Signal<LinkState>
  readonly health: Signal<HubHealth['status']>
  readonly sent: readonly PeopleCommand[]
  readonly reports: readonly unknown[]
  put<K extends keyof KioskSlices>(kind: K, value: KioskSlices[K], id?: string): void
  drop(key: string): void
  /** Answers the oldest tap that waits. */
  answer(answer: Answer): void
}

/** `answering`: every tap is answered at once; without it taps wait for `answer`. */
export function createFakeLink(options: { hubNow?: () => number; answering?: boolean } = {}): FakeLink {
  const { hubNow = Date.now, answering = false } = options
  const view = createViewStore<KioskSlices>()
  const state = signal<LinkState>({ at: 'online' })
  const health = signal<HubHealth['status']>('ok')
  const pending = signal<readonly Tap[]>([])
  const sent: PeopleCommand[] = []
  const reports: unknown[] = []
  const waiting: { tap: Tap; tell: (answer: Answer) => void }[] = []
  const frame = { seq: 1, now: 0, put: [], drop: [] }
  view.apply({ ...frame, whole: true })
  return {
    state,
    health,
    view,
    pending,
    sent,
    hubNow,
    reconnect: () => undefined,
    report(report) {
      reports.push(report)
      return Promise.resolve({ ok: true, value: { now: hubNow() } })
    },
    reports,
    put: (kind, value, id) =>
      view.apply({ ...frame, whole: false, put: [[id === undefined ? kind : `${kind}/${id}`, value]] }),
    drop: key => view.apply({ ...frame, whole: false, drop: [key] }),
    answer(answer) {
      const one = waiting.shift()
      pending.value = pending.value.filter(tap => tap !== one?.tap)
      one?.tell(answer)
    },
    tap(command) {
      sent.push(command)
      if (answering) return Promise.resolve(done())
      const tap: Tap = { outbox: 'o1', n: sent.length, tappedAt: hubNow(), command }
      pending.value = [...pending.value, tap]
      return new Promise(tell => waiting.push({ tap, tell }))
    },
  }
}
