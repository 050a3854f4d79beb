/** Which panels a batch concerns. */
import type { Id } from '../../shared/protocol/primitives.ts'
import type { Touched, ViewContext } from './context.ts'
import { isLive, visitsOfTouchedMembers } from './members.ts'

/** Costs what was touched, however many rooms there are. `all`: something that lies in every room changed. */
export function touchedRooms(context: ViewContext, touched: Touched): ReadonlySet<Id> | 'all' {
  const { state } = context
  const { tables } = touched
  if (touched.venue || touched.menu || touched.staff || tables.soldOut.size > 0) return 'all'
  const rooms = new Set(tables.rooms)
  const addRoomOf = (visit: Id | undefined) => {
    const found = visit === undefined ? undefined : state.visits.get(visit)
    // The room of a closed visit is itself touched when it closes; later it is another party's.
    if (isLive(found)) rooms.add(found.room)
  }
  for (const id of tables.visits) addRoomOf(id)
  for (const id of tables.playlists) addRoomOf(id)
  for (const id of tables.orders) addRoomOf(state.orders.get(id)?.visit)
  for (const id of tables.requests) {
    const about = state.requests.get(id)?.about
    if (about && 'visit' in about) addRoomOf(about.visit)
  }
  for (const id of visitsOfTouchedMembers(context, touched)) addRoomOf(id)
  return rooms
}
