/** What the rounds of a crowd come to, beside what they have to hold up against. Pure. */
import type { Figure } from '../figure.ts'
import type { Scale } from '../options.ts'
import { lowdbEvents } from '../relay-keepers.ts'
import { median, percentile, spreadOf } from '../statistics.ts'

/** One repetition; `few`: so many clients fewer, on the same hub. */
export interface Round {
  readonly hub: {
    /** More with all than with few. */
    readonly heapKb: number
    readonly rssKb: number
    /** ms from when a tap was due to its event on a console, of one panel and of all. */
    readonly alone: readonly number[]
    readonly among: readonly number[]
    readonly blockedMs: number
    readonly relaysPerCpuSecond: number
    readonly backMs: number
  }
  readonly relay: { readonly relaysPerCpuSecond: number; readonly blockedMs: number; readonly backMs: number }
  /** It keeps as the hub keeps and sends what the hub sends, and decides nothing. */
  readonly showing: { readonly relaysPerCpuSecond: number; readonly blockedMs: number }
  readonly lowdb: { readonly relaysPerCpuSecond: number }
  /** ms of each of many. */
  readonly syncs: readonly number[]
}

const bars = {
  kbPerConnection: 35,
  amongToAlone: 1.15,
  cpuToRelay: 0.6,
  cpuToLowdb: 15,
  back: 1.5,
  blocked: 2,
} as const

export function crowdFigures(rounds: readonly Round[], { panels, perSecond }: Scale['crowd']): Figure[] {
  const many = panels.many.toLocaleString('en')
  const of = (what: (round: Round) => number) => median(rounds.map(what))
  const connections = panels.many - panels.few
  const alone = spreadOf(rounds.map(({ hub }) => hub.alone))
  const among = spreadOf(rounds.map(({ hub }) => hub.among))
  const syncs = spreadOf(rounds.map(round => round.syncs))
  const head = {
    section: `人多 a crowd: ${many} panels and four consoles on one hub`,
    how: `memory: after its rubbish was collected, ${panels.few} panels and then ${panels.many}; taps: ${perSecond} a second in all, durable, to the event on a console; loop: meanwhile 0.1 tap/s a panel; CPU: the server's own, every panel taps as fast as it is answered; lowdb: ${lowdbEvents.toLocaleString('en')} events in one file, written anew for each; back: from kill -9 to the last client's whole view`,
    samples: rounds.length,
  }
  const perConnection = (name: string, kb: number): Figure => ({
    ...head,
    name: `memory per connection  ${name}`,
    value: kb / connections,
    unit: 'KB',
    beside: { what: 'limit', value: bars.kbPerConnection },
    atMost: 1,
  })
  const cpu = of(({ hub }) => hub.relaysPerCpuSecond)
  const relays = (what: string, value: number, atLeast?: number): Figure => ({
    ...head,
    name: 'relays per CPU-second',
    value: cpu,
    unit: '/s',
    beside: { what, value },
    ...(atLeast !== undefined && { atLeast }),
  })
  const blocked: Omit<Figure, 'beside'> = {
    ...head,
    name: 'loop blocked  p99',
    value: of(({ hub }) => hub.blockedMs),
    unit: 'ms',
  }
  return [
    perConnection(
      'heap and buffers',
      of(({ hub }) => hub.heapKb),
    ),
    perConnection(
      'resident',
      of(({ hub }) => hub.rssKb),
    ),
    {
      ...head,
      name: `tap → console, ${many} panels connected  p50`,
      value: among.p50,
      unit: 'ms',
      beside: { what: 'the same hub, 1 panel', value: alone.p50 },
      atMost: bars.amongToAlone,
      samples: among.samples,
    },
    {
      ...head,
      name: `tap → console, ${many} panels connected  p99`,
      value: among.p99,
      unit: 'ms',
      beside: { what: 'the same hub, 1 panel', value: alone.p99 },
      samples: among.samples,
    },
    relays(
      'bare relay',
      of(({ relay }) => relay.relaysPerCpuSecond),
      bars.cpuToRelay,
    ),
    relays(
      'relay that keeps and shows as much',
      of(({ showing }) => showing.relaysPerCpuSecond),
    ),
    relays(
      'relay + lowdb write',
      of(({ lowdb }) => lowdb.relaysPerCpuSecond),
      bars.cpuToLowdb,
    ),
    {
      ...head,
      name: `${many} clients back after kill -9`,
      value: of(({ hub }) => hub.backMs) / 1000,
      unit: 's',
      beside: { what: 'bare socket.io', value: of(({ relay }) => relay.backMs) / 1000 },
      atMost: bars.back,
    },
    { ...blocked, beside: { what: 'one fdatasync p99', value: syncs.p99 }, atMost: bars.blocked },
    { ...blocked, beside: { what: 'one fdatasync p50', value: syncs.p50 } },
    { ...blocked, beside: { what: 'bare relay', value: of(({ relay }) => relay.blockedMs) } },
    {
      ...blocked,
      beside: { what: 'relay that keeps and shows as much', value: of(({ showing }) => showing.blockedMs) },
    },
    {
      ...head,
      name: 'one fdatasync  p50',
      value: median(rounds.map(round => percentile(round.syncs, 0.5))),
      unit: 'ms',
      samples: syncs.samples,
    },
  ]
}
