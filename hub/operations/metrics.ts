/**
 * What an operator's Prometheus may know of a hub: how quick, how busy, how well; of people and rooms nothing, not even ids.
 * Counted around the ports, so that the loop itself knows nothing of it.
 */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Answer, QueryAnswer } from '../../shared/protocol/answer.ts'
import type { DeviceKind } from '../../shared/protocol/words.ts'
import type { JournalStore } from '../ports.ts'
import type { HubDoor } from '../sockets/hub-door.ts'

export interface HubFigures {
  readonly healthy: boolean
  /** The last fact on the disk. */
  readonly seq: number
  /** Paired devices by kind, and how many of them are connected. */
  readonly devices: ReadonlyMap<DeviceKind, { readonly paired: number; readonly online: number }>
  /** Of the house as its last good backup has it, ms since the epoch; undefined: there is none. */
  readonly backupAt: number | undefined
  /** The end of the certificate that is shown, ms since the epoch; undefined: the hub speaks plain HTTP. */
  readonly certificateUntil: number | undefined
}

export interface Metrics {
  readonly contentType: string
  /** In Prometheus' text format. */
  text(): Promise<string>
  /** The same store; how long each append takes to be on the disk is measured. */
  timed<E>(store: JournalStore<E>): JournalStore<E>
  /** The same door; answers are counted. */
  counted(door: HubDoor): HubDoor
}

/** `figures` is asked when somebody looks; undefined before the hub has started. */
export function createMetrics(figures: () => HubFigures | undefined): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  // Sums of gauges under a counter's name: promtool takes offence, and rate() of them means nothing.
  for (const kind of ['resources', 'handles', 'requests']) registry.removeSingleMetric(`nodejs_active_${kind}_total`)
  const registers = [registry]
  const appended = new Histogram({
    name: 'changming_journal_append_seconds',
    help: 'From the first byte of a batch until it is on the disk',
    buckets: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 5],
    registers,
  })
  const facts = new Counter({ name: 'changming_journal_lines_total', help: 'Lines written by this process', registers })
  const answers = new Counter({
    name: 'changming_answers_total',
    help: 'Commands and queries by their outcome: ok, or the code of the refusal',
    labelNames: ['kind', 'outcome'] as const,
    registers,
  })
  gauge('changming_healthy', '1 while what is acknowledged can be kept', ({ healthy }) => (healthy ? 1 : 0))
  gauge('changming_seq', 'The last fact on the disk', ({ seq }) => seq)
  // Times and no ages: whoever looks counts from their own clock, and an alarm goes off though the hub is long dead.
  timeGauge(
    'changming_backup_last_success_timestamp_seconds',
    'When the last good backup was made',
    now => now.backupAt,
  )
  timeGauge(
    'changming_certificate_expiry_timestamp_seconds',
    'When the certificate ends that devices are shown',
    now => now.certificateUntil,
  )
  devicesGauge('changming_devices_paired', 'Paired devices', ({ paired }) => paired)
  devicesGauge('changming_devices_online', 'Devices that are connected', ({ online }) => online)

  function gauge(name: string, help: string, value: (now: HubFigures) => number): void {
    new Gauge({
      name,
      help,
      registers,
      collect() {
        const now = figures()
        if (now) this.set(value(now))
      },
    })
  }

  /** `value` in ms. Of what is not there nothing is said, for `absent()` to find: a 0 would be 1970. */
  function timeGauge(name: string, help: string, value: (now: HubFigures) => number | undefined): void {
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.remove()
        const now = figures()
        const at = now && value(now)
        if (at !== undefined) this.set(at / 1000)
      },
    })
  }

  function devicesGauge(name: string, help: string, value: (of: { paired: number; online: number }) => number): void {
    new Gauge({
      name,
      help,
      labelNames: ['kind'] as const,
      registers,
      collect() {
        this.reset()
        for (const [kind, of] of figures()?.devices ?? []) this.set({ kind }, value(of))
      },
    })
  }

  const count = <A extends Answer | QueryAnswer<unknown>>(kind: 'command' | 'query', answer: A): A => {
    answers.inc({ kind, outcome: answer.ok ? 'ok' : answer.refusal.refused })
    return answer
  }

  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    timed: store => ({
      async open(after) {
        const journal = await store.open(after)
        const { append } = journal
        return Object.assign(journal, {
          append(lines: Parameters<typeof append>[0]) {
            const end = appended.startTimer()
            append(lines)
            end()
            facts.inc(lines.length)
          },
        })
      },
    }),
    counted: door => ({
      submit: async (principal, envelope) => count('command', await door.submit(principal, envelope)),
      query: async (principal, query) => count('query', await door.query(principal, query)),
      report: door.report,
      attach: door.attach,
      onPrincipalChange: door.onPrincipalChange,
      sessionOf: door.sessionOf,
    }),
  }
}
