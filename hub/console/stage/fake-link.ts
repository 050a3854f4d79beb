/** A link without a hub, for the stage and the tests: slices by hand, answers by hand, every command remembered. */
import { type Signal, signal } from '@preact/signals'
import { createViewStore } from '../../../shared/client/view-store.ts'
import { type Answer, done, refused } from '../../../shared/protocol/answer.ts'
import type { PeopleCommand } from '../../../shared/protocol/commands.ts'
import type { Query } from '../../../shared/protocol/queries.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import type { SoundReport } from '../../../shared/protocol/sound.ts'
import type { ConsoleSlices, FeedLine } from '../../../shared/protocol/views/console.ts'
import type { Connection, ConsoleLink, PendingTap } from '../link/console-link.ts'

export interface FakeLink extends ConsoleLink {
  readonly sent: readonly PeopleCommand[]
  readonly reports: readonly SoundReport[]
  readonly connection: Signal<Connection>
  readonly feed: Signal<readonly FeedLine[]>
  put(...slices: readonly (readonly [key: string, value: unknown])[]): void
  drop(...keys: readonly string[]): void
  /** What the next commands are answered; without one a tap stays pending. */
  answerWith(answer: (command: PeopleCommand, sure: boolean) => Answer | undefined): void
  answerQueries(answer: (query: Query) => unknown): void
  setNow(at: number): void
}

export function createFakeLink(device: string, at: number): FakeLink {
  const view = createViewStore<ConsoleSlices>()
  const pending = signal<readonly PendingTap[]>([])
  const sent: PeopleCommand[] = []
  const reports: SoundReport[] = []
  let now = at
  let started = Date.now()
  let answer: (command: PeopleCommand, sure: boolean) => Answer | undefined = () => undefined
  let answerQuery: (query: Query) => unknown = () => undefined
  return {
    device,
    sent,
    reports,
    pending,
    ready: signal(true),
    feed: signal<readonly FeedLine[]>([]),
    connection: signal<Connection>({ at: 'online' }),
    one: kind => view.one(kind),
    all: kind => view.all(kind),
    get: (kind, id) => view.get(kind, id),
    put: (...put) => view.apply({ seq: 1, whole: false, now, put, drop: [] }),
    drop: (...drop) => view.apply({ seq: 1, whole: false, now, put: [], drop }),
    answerWith(next) {
      answer = next
    },
    answerQueries(next) {
      answerQuery = next
    },
    setNow(to) {
      now = to
      started = Date.now()
    },
    hubNow: () => now + Date.now() - started,
    reconnect: () => undefined,
    tap(command, sure = false) {
      sent.push(command)
      const given = answer(command, sure)
      if (given) return Promise.resolve(given)
      pending.value = [...pending.value, { command, tappedAt: now }]
      return new Promise(nothing)
    },
    async sendNow(command, sure = false) {
      sent.push(command)
      return answer(command, sure) ?? done()
    },
    async sendFile(_upload, file, sent) {
      sent(file.size)
      return true
    },
    async report(report) {
      reports.push(report)
      return { ok: true, value: undefined }
    },
    // The stage answers what it was given; the types of both ends are the protocol's.
    async ask(query) {
      const value = answerQuery(query)
      if (value === undefined) return refused(refuse('unavailable', 'try-again'))
      return { ok: true, value: value as never }
    },
  }
}

function nothing(): void {
  // Never answered: the tap stays on its way.
}
