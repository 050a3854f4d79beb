/** 转台, 并台: a party changes its room, or joins another party. */
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import { type Refusal, refuse } from '../../../shared/protocol/refusals.ts'
import type { Decision, Meta } from '../decision.ts'
import type { Event } from '../events.ts'
import { emptyPlaylist, isGuests } from '../playlist/evolve.ts'
import { isLead } from '../principal.ts'
import type { ReadState, Visit } from '../state.ts'
import type { Tariff, VenueConfig } from '../venue-config.ts'
import { mergedPlaylist } from './evolve-merge.ts'
import { liveVisit } from './live-visit.ts'
import { classOf, refuseRoom, refuseStay } from './open-visit.ts'
import { isOpenedAnew } from './opened-anew.ts'
import { clearAway } from './prepare.ts'
import { roomBill, type TariffTerms, termsAfterMove } from './tariff.ts'
import { totalsAfterMerge } from './totals.ts'

/** The minimum spend is that of the new room's class; the terms are too where staff chose one of its tariffs. */
export function moveVisit(state: ReadState, command: CommandOf<'MoveVisit'>, meta: Meta): Decision {
  const visit = liveVisit(state, command.visit)
  if ('refused' in visit) return visit
  const { room: to } = command
  if (to === visit.room) return { events: [] }
  const roomClass = classOf(meta.venue, to)
  if (!roomClass) return refuse('unknown', 'choose-other', { about: to })
  const taken = refuseRoom(state, meta, to, visit.reservation)
  if (taken) return taken
  const { venue, at } = meta
  const after = (tariff: Tariff) => termsAfterMove(visit.terms, tariff, at, venue)
  const terms = command.tariff === undefined ? undefined : newTerms(visit, command.tariff, roomClass.id, venue, after)
  if (terms && 'refused' in terms) return terms
  const cheaper = terms && refuseCheaper(visit.terms, terms, meta)
  if (cheaper) return cheaper
  const tooLong = refuseStay(state, meta, to, terms ?? visit.terms, visit.reservation)
  if (tooLong) return tooLong
  const { minimumSpend } = roomClass
  const less = refuseLess(visit, minimumSpend, meta)
  if (less) return less
  return {
    events: [{ type: 'VisitMoved', visit: visit.id, from: visit.room, to, minimumSpend, ...(terms && { terms }) }],
  }
}

/** `termsWith`: undefined where it is not sold at that hour, or counted in another way. */
export function newTerms(
  visit: Visit,
  id: Id,
  roomClass: Id,
  venue: VenueConfig,
  termsWith: (tariff: Tariff) => TariffTerms | undefined,
): TariffTerms | Refusal {
  // What was paid is not counted anew.
  if (visit.status === 'settled') return refuse('visit-settled', 'ask-manager', { about: visit.id })
  const tariff = venue.tariffs.find(one => one.id === id && one.roomClass === roomClass)
  if (!tariff) return refuse('unknown', 'choose-other', { about: id })
  return termsWith(tariff) ?? refuse('unavailable', 'choose-other', { about: id })
}

/** What was agreed as a whole was sung for already: to ask less for all of it is to give something away. */
export function refuseCheaper(before: TariffTerms, after: TariffTerms, { by }: Pick<Meta, 'by'>): Refusal | undefined {
  if (before.kind === 'timed' || after.kind === 'timed' || after.price >= before.price || isLead(by)) return undefined
  return refuse('not-allowed', 'ask-manager')
}

/** 低消 is what a party was let in for: in a smaller room they would owe less of what they said they would spend. */
function refuseLess(visit: Visit, minimumSpend: number, meta: Meta): Refusal | undefined {
  return minimumSpend >= visit.minimumSpend || isOpenedAnew(visit, meta) || isLead(meta.by)
    ? undefined
    : refuse('not-allowed', 'ask-manager')
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
  const less = refuseLess(from, into.minimumSpend, meta)
  if (less) return less
  const charge = roomBill(from.terms, meta.at)
  return {
    events: [
      { type: 'VisitsMerged', from: from.id, into: into.id, freed: from.room, charge },
      ...totalsAfterMerge(from, into, meta),
      // Whoever asked for quiet still does; the panel that both have now shows it, and takes it back.
      ...(from.doNotDisturb && !into.doNotDisturb
        ? [{ type: 'DoNotDisturbSet' as const, visit: into.id, on: true }]
        : []),
      ...sungOn(state, from, into),
      ...(from.discreet && !into.discreet ? clearAway(state, into.id) : []),
    ],
  }
}

/** Where nothing was playing the songs that came along begin; what the house laid ready goes on waiting for its guests. */
function sungOn(state: ReadState, from: Visit, into: Visit): Event[] {
  const other = state.playlists.get(from.id)
  const merged = other && mergedPlaylist(state.playlists.get(into.id) ?? emptyPlaylist, other)
  const first = merged?.queue[0]
  return first && isGuests(first) && !merged.playing
    ? [{ type: 'SongStarted', visit: into.id, entry: first.entry }]
    : []
}
