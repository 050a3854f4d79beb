/** 撤销开台: as though it had never been opened. */
import type { EventOf } from '../events.ts'
import type { State } from '../state.ts'

export function cancelVisit(state: State, { visit: id, room, members }: EventOf<'VisitCancelled'>): void {
  const visit = state.visits.get(id)
  if (!visit) return
  state.visits.delete(id)
  state.rooms.set(room, { condition: 'ready' })
  state.playlists.delete(id)
  for (const order of visit.orders) state.orders.delete(order)
  for (const request of visit.requests) state.requests.delete(request)
  for (const member of members) if (state.present.get(member) === id) state.present.delete(member)
  // Their room is promised to them again; where its hour has passed, time releases it.
  for (const { visit: came, ...one } of [...state.reservations.values()])
    if (came === id) state.reservations.set(one.id, { ...one, status: 'held' })
  for (const { joins, ...one } of [...state.checkIns.values()]) if (joins === id) state.checkIns.set(one.id, one)
}
