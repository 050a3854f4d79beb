/** A hub made of nothing, for looking at the lobby and for its tests: what it shows is put in, what it is told is kept. */
import { type Signal, signal } from '@preact/signals'
import { unavailable } from '../../../shared/client/direct.ts'
import type { LinkState } from '../../../shared/client/link.ts'
import { createViewStore } from '../../../shared/client/view-store.ts'
import type { Answer } from '../../../shared/protocol/answer.ts'
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
  /** Answers the oldest that waits. */
  answer(answer: Answer): void
}

export function createFakeLink(hubNow: () => number = Date.now): FakeLink {
  const view = createViewStore<KioskSlices>()
  const state = signal<LinkState>({ at: 'online' })
  const health = signal<HubHealth['status']>('ok')
  const sent: PeopleCommand[] = []
  const reports: unknown[] = []
  const waiting: ((answer: Answer) => void)[] = []
  const frame = { seq: 1, now: 0, put: [], drop: [] }
  view.apply({ ...frame, whole: true })
  return {
    state,
    health,
    view,
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
    answer: answer => waiting.shift()?.(answer),
    async sendNow(command) {
      if (state.peek().at !== 'online') return unavailable
      sent.push(command)
      return new Promise(tell => waiting.push(tell))
    },
  }
}
