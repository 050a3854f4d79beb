/** A night counted anew from the bare lines of its journal, to hold 早报 against: nothing of the hub's own counting is used. */
import * as v from 'valibot'
import type { JournalLine } from '../../hub/ports.ts'
import { consolePart as words } from '../../shared/i18n/zh-hans/console.ts'
import { groupBy } from '../demo/group-by.ts'
import { demoStaff } from '../demo/staff.ts'
import { rooms } from '../demo/venue/rooms.ts'

/** Rows as the page writes them, by their first cell. */
export interface CountedNight {
  /** Room, calls, the usual wait, resolved of all. */
  readonly rooms: readonly Row[]
  /** What was called for, calls, the usual wait, resolved of all. */
  readonly kinds: readonly Row[]
  /** Who took calls, how many, how quickly. */
  readonly people: readonly Row[]
  /** Room, hour of opening, party, money ordered, orders. */
  readonly visits: readonly Row[]
  readonly called: number
  /** Answered or resolved more often than it was given back. */
  readonly twice: readonly string[]
}

export type Row = readonly string[]

const Fact = v.variant('type', [
  v.object({ type: v.literal('VisitOpened'), visit: v.string(), room: v.string(), party: v.number() }),
  v.object({ type: v.literal('ServiceCalled'), request: v.string(), visit: v.string(), service: v.string() }),
  v.object({ type: v.literal('Complained'), request: v.string(), visit: v.string(), category: v.string() }),
  v.object({ type: v.literal('RequestTaken'), request: v.string(), staff: v.string() }),
  v.object({ type: v.literal('TakeLapsed'), request: v.string() }),
  v.object({ type: v.literal('RequestResolved'), request: v.string(), staff: v.string() }),
  v.object({ type: v.literal('OrderPlaced'), order: v.string(), visit: v.string(), total: v.number() }),
  v.object({ type: v.literal('OrderCancelled'), order: v.string() }),
  v.object({ type: v.literal('OrderRejected'), order: v.string() }),
])

/** Of a night in which this happened the count below would not be enough. */
const uncounted = new Set([
  'VisitCancelled',
  'VisitMoved',
  'VisitsMerged',
  'OrderDivided',
  'RequestReleased',
  'RequestReopened',
  'RequestWithdrawn',
])

interface Call {
  readonly request: string
  readonly visit: string
  readonly what: string
  readonly at: number
  takenAt?: number
  takenBy?: string
  taken: number
  lapsed: number
  resolved: number
}

export function countNight(lines: readonly JournalLine<unknown>[]): CountedNight {
  const calls = new Map<string, Call>()
  const visits = new Map<string, { room: string; party: number; at: number; orders: number; money: number }>()
  const orders = new Map<string, { visit: string; total: number }>()
  for (const { at, events } of lines) {
    for (const event of events) {
      const { type } = v.parse(v.object({ type: v.string() }), event)
      if (uncounted.has(type)) throw new Error(`the count knows nothing of ${type}`)
      const fact = v.safeParse(Fact, event)
      if (fact.success) note(fact.output, at)
    }
  }

  function note(fact: v.InferOutput<typeof Fact>, at: number): void {
    switch (fact.type) {
      case 'VisitOpened':
        visits.set(fact.visit, { room: fact.room, party: fact.party, at, orders: 0, money: 0 })
        return
      case 'ServiceCalled':
      case 'Complained': {
        const what = fact.type === 'Complained' ? complaint(fact.category) : word(`service.${fact.service}`)
        calls.set(fact.request, { ...fact, what, at, taken: 0, lapsed: 0, resolved: 0 })
        return
      }
      case 'RequestTaken':
      case 'RequestResolved': {
        const call = calls.get(fact.request)
        if (!call) return
        call.takenAt ??= at
        call.takenBy ??= fact.staff
        if (fact.type === 'RequestTaken') call.taken += 1
        else call.resolved += 1
        return
      }
      case 'TakeLapsed': {
        const call = calls.get(fact.request)
        if (call) call.lapsed += 1
        return
      }
      case 'OrderPlaced':
        orders.set(fact.order, fact)
        return
      default:
        orders.delete(fact.order)
    }
  }

  for (const { visit, total } of orders.values()) {
    const stay = visits.get(visit)
    if (!stay) continue
    stay.orders += 1
    stay.money += total
  }
  const all = [...calls.values()]
  const roomOf = ({ visit }: Call) => roomName(visits.get(visit)?.room)
  return {
    rooms: rowsBy(all, roomOf, waited),
    kinds: rowsBy(all, ({ what }) => what, waited),
    people: rowsBy(
      all.filter(({ takenBy }) => takenBy !== undefined),
      ({ takenBy }) => demoStaff.find(({ id }) => id === takenBy)?.name.zhHans ?? '',
      of => [String(of.length), usualWait(of)],
    ),
    visits: [...visits.values()]
      .map(stay => [
        roomName(stay.room),
        hour.format(stay.at),
        String(stay.party),
        String(stay.money / 100),
        String(stay.orders),
      ])
      .sort(byName),
    called: all.length,
    twice: all
      .filter(({ taken, lapsed, resolved }) => taken > lapsed + 1 || resolved > 1)
      .map(({ request }) => request),
  }
}

export const byName = ([a = '']: Row, [b = '']: Row): number => a.localeCompare(b)

function rowsBy(calls: readonly Call[], of: (call: Call) => string, cells: (of: readonly Call[]) => string[]): Row[] {
  return [...groupBy(calls, of)].map(([name, its]) => [name, ...cells(its)]).sort(byName)
}

const waited = (calls: readonly Call[]): string[] => [
  String(calls.length),
  usualWait(calls),
  `${calls.filter(({ resolved }) => resolved > 0).length}/${calls.length}`,
]

/** The middle one, the lower of two. */
function usualWait(calls: readonly Call[]): string {
  const waits = calls.flatMap(({ at, takenAt }) => (takenAt === undefined ? [] : [takenAt - at])).sort((a, b) => a - b)
  const middle = waits[Math.ceil(waits.length / 2) - 1]
  if (middle === undefined) return '–'
  const seconds = Math.ceil(middle / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

const hour = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' })
const roomName = (room: string | undefined): string => rooms.find(({ id }) => id === room)?.name ?? ''
const all: Readonly<Record<string, string>> = words
const word = (key: string): string => all[key] ?? key
const complaint = (category: string): string => word('complaintIn').replace('{what}', word(`complaint.${category}`))
