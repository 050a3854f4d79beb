/**
 * What a business day's facts say of visits, orders, requests and gifts, gathered line by line. It knows nothing of the live
 * state: any night that is still in the journal can be told, and the night that runs is told in the same way.
 */
import type { Id } from '../../shared/protocol/primitives.ts'
import type { Face, Factor } from '../../shared/protocol/words.ts'
import type { LineMeta } from '../domain/decision.ts'
import type { Event } from '../domain/events.ts'
import { createBillBook, type UndoneBill } from './bill-book.ts'
import { createBookingBook, type LostBooking } from './booking-book.ts'
import { type Call, createCallBook } from './call-book.ts'
import { createCompBook, type Given } from './comp-book.ts'
import { createKeepBook, type KeptStep } from './keep-book.ts'
import { createOrderBook, type Ordered, type Returned } from './order-book.ts'

/** A journal line as far as a report needs it. */
export interface Fact {
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
  /** What the bills of the day that is told add to what was told before: less than nothing where one was undone. */
  charge?: number
  /** Of bills that were made on the day before, and told there: its own, and of who joined it. */
  toldCharge?: number
  /** The room's charge as its bill has it now, whenever that was made. */
  billed?: number
  /** What its room ran up after its bill, which holds none of it. */
  afterwards?: number
  /** 低消 of the room that it is in. */
  minimumSpend: number
  /** The first that it sang in its own room. */
  firstSongAt?: number
  /** What was played of its playlist on the day that is told: a player's report of a song that runs is none more. */
  readonly songs: Set<Id>
  /** The newest face of each guest; one that was given on the day before is told there. */
  readonly faces: Map<number, GivenFace>
  /** The visit that took this one in. */
  into?: Id
  /** Something of it happened on the day that is told. */
  counts: boolean
}

export interface GivenFace {
  readonly face: Face
  readonly factors: readonly Factor[]
  /** So soon after a delivery that somebody may have stood there; who attended then, where somebody did. */
  readonly atTable: boolean
  readonly attendant?: Id
  readonly counts: boolean
}

export interface NightBook {
  readonly stays: ReadonlyMap<Id, Stay>
  readonly orders: ReadonlyMap<Id, Ordered>
  readonly calls: ReadonlyMap<Id, Call>
  readonly comps: readonly Given[]
  readonly returns: readonly Returned[]
  readonly undoneBills: readonly UndoneBill[]
  readonly keeps: readonly KeptStep[]
  readonly bookings: ReadonlyMap<Id, LostBooking>
  /** The stay that answers for this visit now: a party that was merged is part of another. */
  readonly stayOf: (visit: Id) => Stay | undefined
}

/** `counts`: false for lines of the day before, which only say what the day's own lines are about. */
export function createNightBook(): NightBook & { add(line: Fact, counts: boolean): void } {
  const stays = new Map<Id, Stay>()
  const orders = createOrderBook(roomOf)
  const calls = createCallBook()
  const comps = createCompBook(roomOf)
  const bills = createBillBook(roomOf)
  const keeps = createKeepBook(visit => (visit === undefined ? undefined : stayOf(visit)?.room))
  const bookings = createBookingBook()

  function stayOf(visit: Id): Stay | undefined {
    let stay = stays.get(visit)
    // A merged party may be merged again; it never becomes part of itself.
    for (let hops = 0; stay?.into !== undefined && hops < stays.size; hops += 1) stay = stays.get(stay.into)
    return stay
  }

  function roomOf(visit: Id): Id {
    return stayOf(visit)?.room ?? ''
  }

  function add({ at, by, events }: Fact, counts: boolean): void {
    for (const event of events) {
      if (counts && 'visit' in event) noteStay(event.visit)
      bills.note(event, at, by, counts)
      note(event, at, by, counts)
    }
  }

  function noteStay(visit: Id | undefined): void {
    const stay = visit === undefined ? undefined : stayOf(visit)
    if (stay) stay.counts = true
  }

  function note(event: Event, at: number, by: LineMeta['by'], counts: boolean): void {
    switch (event.type) {
      case 'VisitOpened': {
        const { visit, room, party, attendant, booker, minimumSpend } = event
        const people = { ...(attendant !== undefined && { attendant }), ...(booker !== undefined && { booker }) }
        const nothing = { songs: new Set<Id>(), faces: new Map<number, GivenFace>() }
        stays.set(visit, { visit, room, openedAt: at, party, minimumSpend, ...people, ...nothing, counts })
        return
      }
      case 'VisitCancelled':
        orders.forget(event.visit)
        calls.forget(event.visit)
        stays.delete(event.visit)
        return
      case 'VisitMoved':
        return change(event.visit, stay => {
          stay.room = event.to
          stay.minimumSpend = event.minimumSpend
        })
      case 'VisitsMerged':
        return change(event.from, stay => {
          const into = stayOf(event.into)
          if (!into || into === stay) return
          into.party += stay.party
          if (into.booker === undefined && stay.booker !== undefined) into.booker = stay.booker
          into.counts ||= counts
          // Its bill was told on the day before and undone on this one: what it is part of now is told by what it differs.
          if (stay.toldCharge !== undefined) {
            into.toldCharge = (into.toldCharge ?? 0) + stay.toldCharge
            into.charge = 0 - into.toldCharge
          }
          for (const entry of stay.songs) into.songs.add(entry)
          // Seats are numbered room by room: where both gave a face, that of the room they went to stays.
          for (const [guest, given] of stay.faces) if (!into.faces.has(guest)) into.faces.set(guest, given)
          stay.into = into.visit
        })
      case 'AttendantSet':
        return change(event.visit, stay => {
          stay.attendant = event.attendant
        })
      case 'BookerSet':
        return change(event.visit, stay => {
          if (event.booker === undefined) delete stay.booker
          else stay.booker = event.booker
        })
      case 'PartyCounted':
        return change(event.visit, stay => {
          stay.party = event.party
        })
      case 'VisitSettled':
        return change(event.visit, stay => {
          stay.billed = event.room
          if (counts) stay.charge = event.room - (stay.toldCharge ?? 0)
          else stay.toldCharge = event.room
        })
      case 'SettleUndone':
        return change(event.visit, stay => {
          delete stay.billed
          if (!counts) delete stay.toldCharge
          else if (stay.toldCharge === undefined) delete stay.charge
          else stay.charge = 0 - stay.toldCharge
        })
      case 'VisitExtended':
        return change(event.visit, stay => paidLater(stay, event.charge, counts))
      case 'ExtensionUndone':
        return change(event.visit, stay => paidLater(stay, 0 - event.charge, counts))
      case 'VisitClosed':
        return change(event.visit, stay => {
          stay.closedAt = at
          if (counts && event.afterwards !== undefined) stay.afterwards = event.afterwards
        })
      case 'SongStarted':
        return change(event.visit, stay => {
          if (event.reported) return
          // What began because nobody touched the panel says nothing of how long guests wait for their first song.
          if (!by.system) stay.firstSongAt ??= at
          if (counts) stay.songs.add(event.entry)
        })
      case 'FeedbackGiven':
        return change(event.visit, stay => {
          const { guest, face, factors, afterDelivery: atTable } = event
          const { attendant } = stay
          stay.faces.set(guest, { face, factors, atTable, ...(attendant !== undefined && { attendant }), counts })
        })
      case 'CompGiven':
      case 'CompTakenBack':
        return comps.note(event, at, counts)
      case 'KeepStored':
      case 'KeepUndone':
      case 'KeepDrawn':
      case 'KeepExtended':
      case 'KeepCorrected':
      case 'KeepForfeited':
        return keeps.note(event, at, by, counts)
      case 'Reserved':
      case 'ReservationAmended':
      case 'ReservationHonoured':
      case 'ReservationReleased':
      case 'ReservationCancelled':
        return bookings.note(event, at, by, counts)
      case 'OrderCancelled':
      case 'OrderRejected':
      case 'LineReturned':
        if (counts) noteStay(orders.orders.get(event.order)?.visit)
        return orders.note(event, at, by, counts)
      case 'OrderPlaced':
      case 'OrderApproved':
      case 'OrderAccepted':
      case 'OrderDelivered':
      case 'OrderRecalled':
      case 'OrderDivided':
      case 'OrderTicked':
        return orders.note(event, at, by, counts)
      case 'ServiceCalled':
      case 'Complained':
      case 'RequestTaken':
      case 'RequestPassed':
      case 'RequestSnoozed':
      case 'RequestReleased':
      case 'TakeLapsed':
      case 'PassLapsed':
      case 'RequestEscalated':
      case 'RequestResolved':
      case 'RequestReopened':
      case 'RequestResumed':
      case 'RequestWithdrawn':
        return calls.note(event, at, counts)
      case 'DeskCalled':
        return calls.begin({ request: event.request, what: `desk-${event.why}`, at, counts })
      case 'DeviceCopied':
        return calls.begin({ request: event.request, what: 'device', at, counts })
      default:
        // The rest of the night is not told on this page.
        return
    }
  }

  function change(visit: Id, make: (stay: Stay) => void): void {
    const stay = stayOf(visit)
    if (stay) make(stay)
  }

  return {
    stays,
    orders: orders.orders,
    calls: calls.calls,
    comps: comps.comps,
    keeps: keeps.keeps,
    bookings: bookings.lost,
    returns: orders.returns,
    undoneBills: bills.undone,
    stayOf,
    add,
  }
}

/** Of a party that had paid: no bill that comes would hold it. */
function paidLater(stay: Stay, charge: number, counts: boolean): void {
  if (stay.billed === undefined || charge === 0) return
  stay.billed += charge
  if (counts) stay.charge = (stay.charge ?? 0) + charge
  else stay.toldCharge = (stay.toldCharge ?? 0) + charge
}
