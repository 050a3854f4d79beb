/** 转台, 并台, 续时: a party changes its room, joins another party, stays longer. */
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import type { Decision, Meta } from '../decision.ts'
import type { Event } from '../events.ts'
import { emptyPlaylist } from '../playlist/evolve.ts'
import type { ReadState, Visit } from '../state.ts'
import { mergedPlaylist } from './evolve-merge.ts'
import { liveVisit } from './live-visit.ts'
import { classOf, refuseRoom } from './open-visit.ts'
import { clearAway } from './prepare.ts'
import { extensionCharge, roomBill } from './tariff.ts'

/** The terms stay as they were agreed; the minimum spend is that of the new room's class. */
export function moveVisit(state: ReadState, command: CommandOf<'MoveVisit'>, meta: Meta): Decision {
  const visit = liveVisit(state, command.visit)
  if ('refused' in visit) return visit
  const { room: to } = command
  if (to === visit.room) return { events: [] }
  const roomClass = classOf(meta.venue, to)
  if (!roomClass) return refuse('unknown', 'choose-other', { about: to })
  const taken = refuseRoom(state, meta, to, visit.reservation)
  if (taken) return taken
  const { minimumSpend } = roomClass
  return { events: [{ type: 'VisitMoved', visit: visit.id, from: visit.room, to, minimumSpend }] }
}

export function mergeVisits(state: ReadState, command: CommandOf<'MergeVisits'>, meta: Meta): Decision {
  const from = liveVisit(state, command.from)
  if ('refused' in from) return from
  const into = liveVisit(state, command.into)
  if ('refused' in into) return into
  if (from.id === into.id) return refuse('malformed', 'choose-other', { about: into.id })
  const settled = [from, into].find(visit => visit.status === 'settled')
  // What is paid and what is not cannot share a bill.
  if (settled) return refuse('visit-settled', 'ask-manager', { about: settled.id })
  const charge = roomBill(from.terms, meta.at)
  return {
    events: [
      { type: 'VisitsMerged', from: from.id, into: into.id, freed: from.room, charge },
      ...sungOn(state, from, into),
      ...(from.discreet && !into.discreet ? clearAway(state, into.id) : []),
    ],
  }
}

/** Where nothing was playing the songs that came along begin. */
function sungOn(state: ReadState, from: Visit, into: Visit): Event[] {
  const other = state.playlists.get(from.id)
  const merged = other && mergedPlaylist(state.playlists.get(into.id) ?? emptyPlaylist, other)
  const first = merged?.queue[0]
  return first && !merged.playing ? [{ type: 'SongStarted', visit: into.id, entry: first.entry }] : []
}

/** Goes on from the agreed end; without one it is only a reminder, because every minute is charged anyway. */
export function extendVisit(state: ReadState, command: CommandOf<'ExtendVisit'>, meta: Meta): Decision {
  const visit = liveVisit(state, command.visit)
  if ('refused' in visit) return visit
  const { minutes } = command
  const { terms, lastExtension: last } = visit
  // A hand that taps twice means one hour more; two taps from a hub that was away are as far apart as they were tapped.
  if (last?.minutes === minutes && Math.abs(meta.tappedAt - last.at) < meta.venue.policy.sameTapMs)
    return { events: [], result: { already: true } }
  const endsAt = (terms.endsAt ?? meta.at) + minutes * 60_000
  const tariff = meta.venue.tariffs.find(one => one.id === terms.tariff)
  const roomClass = tariff?.roomClass ?? classOf(meta.venue, visit.room)?.id ?? ''
  const charge = extensionCharge(meta.venue, roomClass, terms, minutes)
  const tapped = meta.tappedAt < meta.at ? { tappedAt: meta.tappedAt } : {}
  return {
    events: [{ type: 'VisitExtended', visit: visit.id, minutes, endsAt, charge, ...tapped }],
    result: { endsAt, charge },
  }
}
