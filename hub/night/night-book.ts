/**
 * What a business day's facts say of visits, orders, requests and gifts, gathered line by line. It knows nothing of the live
 * state: any night that is still in the journal can be told, and the night that runs is told in the same way.
 */
import { assertNever } from '../../shared/protocol/assert-never.ts'
import type { CallKind, NightComp, SlipStep } from '../../shared/protocol/night-report.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import type { Face, Factor, OrderSource, Outcome } from '../../shared/protocol/words.ts'
import type { LineMeta } from '../domain/decision.ts'
import type { Event, EventOf } from '../domain/events.ts'
import type { OrderEvent, OrderLine } from '../domain/order/events.ts'
import type { RequestEvent } from '../domain/request/events.ts'

/** A journal line as far as a report needs it. */
export interface Fact {
  readonly seq: number
  readonly at: number
  readonly by: LineMeta['by']
  readonly events: readonly Event[]
}

export interface Stay {
  readonly visit: Id
  room: Id
  readonly openedAt: number
  closedAt?: number
  party: number
  attendant?: Id
  booker?: Id
  charge?: number
  firstSongAt?: number
  songs: number
  /** The newest face of each guest. */
  readonly faces: Map<number, { face: Face; factors: readonly Factor[] }>
  /** The visit that took this one in. */
  into?: Id
  /** Something of it happened on the day that is told. */
  counts: boolean
}

export interface Ordered {
  readonly order: Id
  readonly visit: Id
  readonly at: number
  readonly source: OrderSource
  readonly lines: readonly OrderLine[]
  readonly total: number
  attendant?: Id
  status: 'placed' | 'accepted' | 'delivered' | 'cancelled' | 'rejected'
  needsTick: boolean
  ticked: boolean
  readonly steps: SlipStep[]
  readonly counts: boolean
}

export interface Call {
  readonly request: Id
  readonly what: CallKind
  readonly visit?: Id
  readonly at: number
  takenAt?: number
  takenBy?: Id
  resolvedAt?: number
  resolvedBy?: Id
  outcome?: Outcome
  withdrawn: boolean
  escalated: number
  reopened: number
  readonly counts: boolean
}

export interface Returned {
  readonly order: Id
  readonly amount: number
  readonly by: Id
}

export interface NightBook {
  readonly stays: ReadonlyMap<Id, Stay>
  readonly orders: ReadonlyMap<Id, Ordered>
  readonly calls: ReadonlyMap<Id, Call>
  readonly comps: readonly (NightComp & { readonly comp: Id })[]
  readonly returns: readonly Returned[]
  readonly keepsStored: number
  readonly keepsDrawn: number
  readonly facts: number
  readonly seq: number
  /** The stay that answers for this visit now: a party that was merged is part of another. */
  readonly stayOf: (visit: Id) => Stay | undefined
}

/** `counts`: false for lines of the day before, which only say what the day's own lines are about. */
export function createNightBook(): NightBook & { add(line: Fact, counts: boolean): void } {
  const stays = new Map<Id, Stay>()
  const orders = new Map<Id, Ordered>()
  const calls = new Map<Id, Call>()
  const comps: (NightComp & { comp: Id })[] = []
  const returns: Returned[] = []
  const sums = { keepsStored: 0, keepsDrawn: 0, facts: 0, seq: 0 }

  function stayOf(visit: Id): Stay | undefined {
    let stay = stays.get(visit)
    // A merged party may be merged again; it never becomes part of itself.
    for (let hops = 0; stay?.into !== undefined && hops < stays.size; hops += 1) stay = stays.get(stay.into)
    return stay
  }

  function add({ seq, at, by, events }: Fact, counts: boolean): void {
    if (counts) {
      sums.facts += 1
      sums.seq = seq
    }
    for (const event of events) {
      if (counts && 'visit' in event && event.visit !== undefined) {
        const stay = stayOf(event.visit)
        if (stay) stay.counts = true
      }
      note(event, at, by, counts)
    }
  }

  function note(event: Event, at: number, by: LineMeta['by'], counts: boolean): void {
    switch (event.type) {
      case 'VisitOpened': {
        const { visit, room, party, attendant, booker } = event
        const people = { ...(attendant !== undefined && { attendant }), ...(booker !== undefined && { booker }) }
        stays.set(visit, { visit, room, openedAt: at, party, ...people, songs: 0, faces: new Map(), counts })
        return
      }
      case 'VisitMoved':
        return change(event.visit, stay => {
          stay.room = event.to
        })
      case 'VisitsMerged':
        return change(event.from, stay => {
          const into = stayOf(event.into)
          if (!into || into === stay) return
          into.party += stay.party
          into.counts ||= counts
          stay.into = into.visit
        })
      case 'AttendantSet':
        return change(event.visit, stay => {
          stay.attendant = event.attendant
        })
      case 'VisitSettled':
        return change(event.visit, stay => {
          stay.charge = event.room
        })
      case 'SettleUndone':
        return change(event.visit, stay => {
          delete stay.charge
        })
      case 'VisitClosed':
        return change(event.visit, stay => {
          stay.closedAt = at
        })
      case 'SongStarted':
        return change(event.visit, stay => {
          stay.firstSongAt ??= at
          if (counts) stay.songs += 1
        })
      case 'FeedbackGiven':
        return change(event.visit, stay => {
          stay.faces.set(event.guest, { face: event.face, factors: event.factors })
        })
      case 'CompGiven':
        if (counts) comps.push(compOf(event, at))
        return
      case 'KeepStored':
        sums.keepsStored += counts ? 1 : 0
        return
      case 'KeepDrawn':
        sums.keepsDrawn += counts ? 1 : 0
        return
      case 'OrderPlaced':
      case 'OrderCancelled':
      case 'OrderApproved':
      case 'OrderAccepted':
      case 'OrderDelivered':
      case 'OrderRejected':
      case 'LineReturned':
      case 'OrderTicked':
        return noteOrder(event, at, by, counts)
      case 'ServiceCalled':
      case 'Complained':
      case 'RequestTaken':
      case 'RequestReleased':
      case 'TakeLapsed':
      case 'RequestEscalated':
      case 'RequestResolved':
      case 'RequestReopened':
      case 'RequestWithdrawn':
        return noteCall(event, at, counts)
      case 'DeskCalled':
        return call({ request: event.request, what: 'desk', at, counts })
      case 'DeviceCopied':
        return call({ request: event.request, what: 'device', at, counts })
      default:
        // The rest of the night is not told on this page.
        return
    }
  }

  function noteOrder(event: Extract<OrderEvent, { order: Id }>, at: number, by: LineMeta['by'], counts: boolean) {
    const hand = {
      at,
      ...(by.device !== undefined && { device: by.device }),
      ...(by.staff !== undefined && { staff: by.staff }),
    }
    if (event.type === 'OrderPlaced') {
      const { order, visit, source, lines, total, attendant } = event
      const more = attendant === undefined ? {} : { attendant }
      const steps: SlipStep[] = [{ ...hand, what: 'placed' }]
      orders.set(order, {
        order,
        visit,
        at,
        source,
        lines,
        total,
        ...more,
        status: 'placed',
        needsTick: false,
        ticked: false,
        steps,
        counts,
      })
      return
    }
    const order = orders.get(event.order)
    if (!order) return
    switch (event.type) {
      case 'OrderCancelled':
        order.status = 'cancelled'
        order.steps.push({ ...hand, what: 'cancelled' })
        return
      case 'OrderApproved':
        order.steps.push({ ...hand, staff: event.staff, what: 'approved' })
        return
      case 'OrderAccepted':
        order.status = 'accepted'
        order.needsTick = event.needsTick
        order.steps.push({ ...hand, ...(event.staff !== undefined && { staff: event.staff }), what: 'accepted' })
        return
      case 'OrderDelivered':
        order.status = 'delivered'
        order.steps.push({ ...hand, ...(event.staff !== undefined && { staff: event.staff }), what: 'delivered' })
        return
      case 'OrderRejected':
        order.status = 'rejected'
        order.steps.push({ ...hand, ...(event.staff !== undefined && { staff: event.staff }), what: 'rejected' })
        return
      case 'LineReturned': {
        const { line, qty, amount, by: giver, second } = event
        order.steps.push({ ...hand, staff: giver, second, what: 'returned', line, qty })
        if (counts) returns.push({ order: order.order, amount, by: giver })
        return
      }
      case 'OrderTicked':
        order.ticked = event.ticked
        order.steps.push({ ...hand, what: event.ticked ? 'ticked' : 'unticked' })
        return
      default:
        return assertNever(event)
    }
  }

  function noteCall(
    event: Extract<
      RequestEvent,
      {
        type:
          | 'ServiceCalled'
          | 'Complained'
          | 'RequestTaken'
          | 'RequestReleased'
          | 'TakeLapsed'
          | 'RequestEscalated'
          | 'RequestResolved'
          | 'RequestReopened'
          | 'RequestWithdrawn'
      }
    >,
    at: number,
    counts: boolean,
  ) {
    if (event.type === 'ServiceCalled')
      return call({ request: event.request, what: event.service, visit: event.visit, at, counts })
    if (event.type === 'Complained')
      return call({ request: event.request, what: `complaint-${event.category}`, visit: event.visit, at, counts })
    const known = calls.get(event.request)
    if (!known) return
    switch (event.type) {
      case 'RequestTaken':
        // The first who came counts: what happened after that is in `reopened` and `escalated`.
        known.takenAt ??= at
        known.takenBy ??= event.staff
        return
      case 'RequestReleased':
      case 'TakeLapsed':
        return
      case 'RequestEscalated':
        known.escalated += 1
        return
      case 'RequestResolved':
        known.resolvedAt = at
        known.resolvedBy = event.staff
        known.outcome = event.outcome
        return
      case 'RequestReopened':
        known.reopened += 1
        delete known.resolvedAt
        delete known.outcome
        return
      case 'RequestWithdrawn':
        known.withdrawn = true
        return
      default:
        return assertNever(event)
    }
  }

  function call(begun: Pick<Call, 'request' | 'what' | 'visit' | 'at' | 'counts'>): void {
    calls.set(begun.request, { ...begun, withdrawn: false, escalated: 0, reopened: 0 })
  }

  function change(visit: Id, make: (stay: Stay) => void): void {
    const stay = stayOf(visit)
    if (stay) make(stay)
  }

  function compOf(event: EventOf<'CompGiven'>, at: number): NightComp & { comp: Id } {
    const { comp, visit, kind, amount, reason, item, by, second } = event
    const room = stayOf(visit)?.room ?? ''
    return {
      comp,
      at,
      visit,
      room,
      kind,
      amount,
      reason,
      ...(item !== undefined && { item }),
      by,
      ...(second !== undefined && { second }),
    }
  }

  return {
    stays,
    orders,
    calls,
    comps,
    returns,
    stayOf,
    add,
    get keepsStored() {
      return sums.keepsStored
    },
    get keepsDrawn() {
      return sums.keepsDrawn
    },
    get facts() {
      return sums.facts
    },
    get seq() {
      return sums.seq
    },
  }
}
