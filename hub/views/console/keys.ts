/** Which entities a console is told about: all there are, or those that a batch can have changed. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { ReadTable } from '../../domain/table.ts'
import type { ViewContext } from '../context.ts'
import { isLive, touchedMembers, visitsOfTouchedMembers, visitsOfTouchedRooms } from '../members.ts'
import { itemsAround } from '../menu.ts'
import { signInsChanged } from '../sessions.ts'
import { onceABatch } from '../worked-out-once.ts'

/** Several roles go through the same ones. */
type Ids = readonly Id[] | ReadonlySet<Id>

export interface ConsoleKeys {
  readonly rooms: Ids
  readonly visits: Ids
  readonly orders: Ids
  readonly requests: Ids
  readonly checkIns: Ids
  readonly troubles: Ids
  readonly leaving: Ids
  readonly reservations: Ids
  readonly staff: Ids
  readonly items: Ids
  readonly categories: Ids
  readonly tags: Ids
  readonly tariffs: Ids
  readonly devices: Ids
}

export function allKeys({ state, venue, menu, allStaff, allDevices }: ViewContext): ConsoleKeys {
  return {
    rooms: idsOf(venue.rooms),
    visits: idsOf(state.visits.values()),
    orders: idsOf(state.orders.values()),
    requests: idsOf(state.requests.values()),
    checkIns: idsOf(state.checkIns.values()),
    troubles: [...state.kioskTrouble.entries()].map(([kiosk]) => kiosk),
    leaving: [...state.leaving.entries()].map(([member]) => member),
    reservations: idsOf(state.reservations.values()),
    staff: idsOf(allStaff()),
    items: idsOf(menu.items),
    categories: idsOf(menu.categories),
    tags: idsOf(menu.tags),
    tariffs: idsOf(venue.tariffs),
    devices: idsOf(allDevices()),
  }
}

/** `'whole'`: a record that everything refers to changed. */
export const changedKeys = onceABatch((context, touched): ConsoleKeys | 'whole' => {
  const { state } = context
  const { tables } = touched
  if (touched.venue || touched.menu || touched.staff) return 'whole'
  const members = touchedMembers(context, touched)
  const isTheirs = ({ member }: { readonly member?: Id }) => member !== undefined && members.has(member)
  const ofThem = (table: ReadTable<{ readonly id: Id; readonly member?: Id }>): readonly Id[] =>
    members.size === 0 ? [] : idsWhere(table.values(), isTheirs)
  const troubled = members.size === 0 ? [] : [...state.kioskTrouble.entries()]
  const booked = ofThem(state.reservations)
  const joined = visitsOfTouchedMembers(context, touched)
  // A party may have moved and left in one batch: then its rooms no longer know it.
  const gone = closedOf(context, tables.visits)
  const around = new Set([...joined, ...visitsOfTouchedRooms(context, touched), ...gone])
  return {
    rooms: new Set([
      ...tables.rooms,
      ...roomsOfDevices(context, touched.devices),
      ...roomsOfReservations(context, tables.reservations),
    ]),
    visits: new Set([
      ...tables.visits,
      ...tables.playlists,
      ...visitsOfOrders(context, tables.orders),
      ...joined,
      // Their guests sit there, and read what was noted for them until they are erased.
      ...booked.flatMap(id => state.reservations.get(id)?.visit ?? []),
    ]),
    orders: new Set([...tables.orders, ...ordersOf(context, around)]),
    // A saved record may change whose call is a VIP's, of parties that left too.
    requests:
      // Who is on duty changes whose every call is.
      touched.members.size > 0 || tables.shifts.size > 0
        ? idsOf(state.requests.values())
        : new Set([...tables.requests, ...requestsOf(context, around)]),
    checkIns: new Set([...tables.checkIns, ...ofThem(state.checkIns)]),
    troubles: new Set([...tables.kioskTrouble, ...troubled.flatMap(([kiosk, one]) => (isTheirs(one) ? kiosk : []))]),
    leaving: new Set([...tables.leaving, ...touched.members]),
    reservations: new Set([...tables.reservations, ...booked]),
    staff: signInsChanged(context, touched)
      ? idsOf(context.allStaff())
      : new Set([...[...tables.comps].map(giverOf), ...tables.pins, ...tables.shifts]),
    items: itemsAround(context, tables.soldOut),
    categories: [],
    tags: [],
    tariffs: [],
    devices: touched.devices,
  }
})

/** A night's check-ins are thousands: nothing is made of those that are not meant. */
function idsWhere<V extends { readonly id: Id }>(rows: Iterable<V>, is: (row: V) => boolean): readonly Id[] {
  const ids: Id[] = []
  for (const row of rows) if (is(row)) ids.push(row.id)
  return ids
}

const idsOf = (rows: Iterable<{ readonly id: Id }>): readonly Id[] => [...rows].map(({ id }) => id)

/** A reservation that is gone or is another now may have held any room. */
const roomsOfReservations = ({ venue }: ViewContext, reservations: ReadonlySet<Id>): Iterable<Id> =>
  reservations.size > 0 ? idsOf(venue.rooms) : []

const roomsOfDevices = ({ device }: ViewContext, devices: Iterable<Id>): readonly Id[] =>
  [...devices].flatMap(id => device(id)?.room ?? [])

const visitsOfOrders = ({ state }: ViewContext, orders: ReadonlySet<Id>): readonly Id[] =>
  [...orders].flatMap(id => state.orders.get(id)?.visit ?? [])

const closedOf = ({ state }: ViewContext, visits: ReadonlySet<Id>): readonly Id[] =>
  [...visits].filter(id => !isLive(state.visits.get(id)))

const ordersOf = ({ state }: ViewContext, visits: Iterable<Id>): readonly Id[] =>
  [...visits].flatMap(id => state.visits.get(id)?.orders ?? [])

const requestsOf = ({ state }: ViewContext, visits: Iterable<Id>): readonly Id[] =>
  [...visits].flatMap(id => state.visits.get(id)?.requests ?? [])

/** Keys of comps are `staff/period`. */
const giverOf = (key: string): Id => key.slice(0, key.lastIndexOf('/'))
