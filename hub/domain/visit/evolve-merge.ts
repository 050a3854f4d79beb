/** 并台: everything of one visit goes on in another. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { LineMeta } from '../decision.ts'
import type { EventOf } from '../events.ts'
import { emptyPlaylist, isGuests, sungKept } from '../playlist/evolve.ts'
import type { Entry, Playlist, State, Visit } from '../state.ts'
import { includedLeft, withIncluded } from './tariff.ts'

export function mergeVisits(state: State, event: EventOf<'VisitsMerged'>, { at }: LineMeta): void {
  const from = state.visits.get(event.from)
  const into = state.visits.get(event.into)
  if (!from || !into) return
  state.visits.set(into.id, united(from, into, event.charge, at))
  state.visits.set(from.id, emptied(from, into.id, at))
  state.rooms.set(event.freed, { condition: 'to-clean' })
  for (const member of from.members) state.present.set(member, into.id)
  for (const id of from.orders) {
    const order = state.orders.get(id)
    if (order) state.orders.set(id, { ...order, visit: into.id })
  }
  for (const id of from.requests) {
    const request = state.requests.get(id)
    if (request) state.requests.set(id, { ...request, about: { visit: into.id } })
  }
  mergePlaylists(state, from.id, into.id)
  for (const one of [...state.keeps.values()])
    if (one.visit === from.id) state.keeps.set(one.id, { ...one, visit: into.id })
  // Friends who come late are led to where the party is.
  for (const one of [...state.reservations.values()])
    if (one.visit === from.id) state.reservations.set(one.id, { ...one, visit: into.id })
  for (const one of [...state.checkIns.values()])
    if (one.joins === from.id) state.checkIns.set(one.id, { ...one, joins: into.id })
}

function united(from: Visit, into: Visit, charge: number, at: number): Visit {
  // Who is known leads a party that gave no name, and is called as it was said.
  const { host, text } = into.host === undefined && into.text === undefined ? from : into
  return {
    ...into,
    tookIn: true,
    ...(host !== undefined && { host }),
    ...(text !== undefined && host !== undefined && { text }),
    // Whoever brought the one has brought them both, where nobody brought the other.
    ...(into.booker === undefined && from.booker !== undefined && { booker: from.booker }),
    party: into.party + from.party,
    members: [...into.members, ...from.members],
    ...(from.left && { left: [...(into.left ?? []), ...from.left] }),
    discreet: into.discreet || from.discreet,
    terms: withIncluded({ ...into.terms, added: into.terms.added + charge }, includedLeft(from.terms, at)),
    orders: [...into.orders, ...from.orders],
    requests: [...into.requests, ...from.requests],
    comps: [...into.comps, ...from.comps],
    // Seats are numbered room by room: where both gave a face, that of the room they went to stays.
    feedback: new Map([...from.feedback, ...into.feedback]),
    ordered: into.ordered + from.ordered,
    compTotal: into.compTotal + from.compTotal,
    ...((from.deposit ?? into.deposit) && { deposit: true }),
    ...(from.notes && { notes: [...(into.notes ?? []), ...from.notes] }),
    ...(from.favourites && { favourites: [...new Set([...from.favourites, ...(into.favourites ?? [])])] }),
    ...(from.passedOn && { passedOn: [...(into.passedOn ?? []), ...from.passedOn] }),
    ...(from.bottles && { bottles: [...(into.bottles ?? []), ...from.bottles] }),
    ...(from.rewarded !== undefined && { rewarded: from.rewarded }),
    ...(from.seekers && { seekers: [...(into.seekers ?? []), ...from.seekers] }),
    ...before(from, into),
    ...lastDelivery(from, into),
  }
}

function emptied({ before: _told, ...from }: Visit, into: Id, at: number): Visit {
  const nothing = {
    members: [],
    left: [],
    orders: [],
    requests: [],
    comps: [],
    usual: [],
    seekers: [],
    favourites: [],
    passedOn: [],
    bottles: [],
    notes: [],
    ordered: 0,
    compTotal: 0,
  }
  return { ...from, ...nothing, feedback: new Map(), status: 'closed', closedAt: at, into }
}

function mergePlaylists(state: State, from: Id, into: Id): void {
  const other = state.playlists.get(from)
  state.playlists.delete(from)
  if (other) state.playlists.set(into, mergedPlaylist(state.playlists.get(into) ?? emptyPlaylist, other))
}

/** The songs of `other` come after one's own, and before what the house laid ready; what was cut off by the move is sung again. */
export function mergedPlaylist(own: Playlist, other: Playlist): Playlist {
  const interrupted = other.playing ? [entryOf(other.playing)] : []
  return {
    ...own,
    // The house's own proposals were for a party that had nothing yet.
    queue: [
      ...[...own.queue, ...interrupted, ...other.queue].filter(isGuests),
      ...own.queue.filter(one => !isGuests(one)),
    ],
    sung: [...own.sung, ...other.sung].sort((a, b) => b.endedAt - a.endedAt).slice(0, sungKept),
  }
}

const entryOf = ({
  startedAt: _cutOff,
  reported: _reported,
  voices: _voices,
  ...entry
}: NonNullable<Playlist['playing']>): Entry => entry

function before(...visits: readonly Visit[]): Pick<Visit, 'before'> {
  const known = visits.flatMap(visit => visit.before ?? [])
  const sum = (of: 'ordered' | 'compTotal') => known.reduce((total, one) => total + one[of], 0)
  return known.length === 0 ? {} : { before: { ordered: sum('ordered'), compTotal: sum('compTotal') } }
}

function lastDelivery(...visits: readonly Visit[]): Partial<Visit> {
  const known = visits.flatMap(({ lastDeliveryAt }) => lastDeliveryAt ?? [])
  return known.length === 0 ? {} : { lastDeliveryAt: Math.max(...known) }
}
