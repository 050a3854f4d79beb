/** What facts make of visits and rooms. */
import { assertNever } from '../../../shared/protocol/assert-never.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { LineMeta } from '../decision.ts'
import type { EventOf } from '../events.ts'
import type { State, Visit } from '../state.ts'
import type { VisitEvent } from './events.ts'
import { cancelVisit } from './evolve-cancel.ts'
import { mergeVisits } from './evolve-merge.ts'
import { memberLeft } from './leave.ts'
import { noteNight } from './nights.ts'
import { withPassedOn } from './pass-on.ts'
import { rollDay } from './roll-day.ts'
import { withIncluded } from './tariff.ts'

export function evolveVisit(state: State, event: VisitEvent, line: LineMeta): void {
  switch (event.type) {
    case 'VisitOpened':
      return opened(state, event, line)
    case 'MemberJoined':
      return joined(state, event)
    case 'MemberLeft':
      return memberLeft(state, event)
    case 'VisitCancelled':
      return cancelVisit(state, event)
    case 'VisitMoved':
      return moved(state, event)
    case 'VisitsMerged':
      return mergeVisits(state, event, line)
    case 'VisitExtended':
      return change(state, event.visit, visit => extended(visit, event, line))
    case 'ExtensionUndone':
      return change(state, event.visit, visit => shortened(visit, event))
    case 'TariffChanged':
      return change(state, event.visit, visit => ({
        ...visit,
        terms: event.terms,
        // Of another end nobody was told.
        timeEnded: visit.timeEnded && event.terms.endsAt === visit.terms.endsAt,
      }))
    case 'TariffTimeEnded':
      return change(state, event.visit, visit => ({ ...visit, timeEnded: true }))
    case 'DiscreetSet':
      return change(state, event.visit, visit => ({ ...visit, discreet: event.discreet }))
    case 'OrderRuleSet':
      return change(state, event.visit, visit => ({ ...visit, orderRule: event.rule }))
    case 'TotalsSet':
      return change(state, event.visit, visit => ({
        ...visit,
        totals: {
          ...visit.totals,
          shown: event.shown,
          misses: 0,
          ...(event.code !== undefined && { code: event.code }),
        },
      }))
    case 'HostCodeMissed':
      return change(state, event.visit, visit => ({
        ...visit,
        totals: { ...visit.totals, misses: visit.totals.misses + 1 },
      }))
    case 'AttendantSet':
      return change(state, event.visit, visit => ({ ...visit, attendant: event.attendant }))
    case 'BookerSet':
      return change(state, event.visit, ({ booker: _before, ...visit }) => ({
        ...visit,
        ...(event.booker !== undefined && { booker: event.booker }),
      }))
    case 'PartyCounted':
      return change(state, event.visit, visit => ({ ...visit, party: event.party }))
    case 'DoNotDisturbSet':
      return change(state, event.visit, visit => ({ ...visit, doNotDisturb: event.on }))
    case 'TapPassedOn':
      return change(state, event.visit, visit => ({
        ...visit,
        passedOn: withPassedOn(visit.passedOn ?? [], event),
      }))
    case 'PassedOnAnswered':
      return change(state, event.visit, visit => ({
        ...visit,
        passedOn: (visit.passedOn ?? []).filter(({ tap }) => !event.taps.includes(tap)),
      }))
    case 'VisitSettled':
      return change(state, event.visit, visit => ({ ...visit, status: 'settled', settledAt: line.at }))
    case 'SettleUndone':
      return change(state, event.visit, ({ settledAt: _undone, ...visit }) => ({ ...visit, status: 'open' }))
    case 'VisitClosed':
      return closed(state, event, line)
    case 'RoomConditionSet':
      return state.rooms.set(event.room, { ...state.rooms.get(event.room), condition: event.condition })
    case 'DayRolled':
      return rollDay(state, event.day, line.at)
    default:
      return assertNever(event)
  }
}

function opened(state: State, { type: _type, visit: id, ...said }: EventOf<'VisitOpened'>, { at }: LineMeta): void {
  const members = said.host === undefined ? [] : [said.host]
  state.visits.set(id, {
    ...said,
    id,
    wasIn: [said.room],
    status: 'open',
    openedAt: at,
    members,
    timeEnded: false,
    totals: { shown: true, misses: 0 },
    doNotDisturb: false,
    orders: [],
    requests: [],
    comps: [],
    feedback: new Map(),
    usual: [],
    ordered: 0,
    compTotal: 0,
  })
  state.rooms.set(said.room, { condition: 'ready', visit: id })
  for (const member of members) state.present.set(member, id)
  noteNight(state, at)
}

function joined(state: State, { visit: id, member, discreet, text }: EventOf<'MemberJoined'>): void {
  change(state, id, visit => ({
    ...visit,
    members: [...visit.members, member],
    discreet: visit.discreet || discreet,
    // Of a party that nobody knew, and that gave no name, the first who is known is the host.
    ...(visit.host === undefined && visit.text === undefined && { host: member, ...(text !== undefined && { text }) }),
  }))
  state.present.set(member, id)
}

function extended(
  visit: Visit,
  { minutes, endsAt, charge, included = 0, tappedAt }: EventOf<'VisitExtended'>,
  { at }: LineMeta,
): Visit {
  const { terms } = visit
  const before = terms.endsAt === undefined ? {} : { before: terms.endsAt }
  return {
    ...visit,
    timeEnded: false,
    lastExtension: { minutes, at: tappedAt ?? at, charge, ...(included > 0 && { included }), ...before },
    terms: withIncluded({ ...terms, endsAt, extensions: terms.extensions + 1, added: terms.added + charge }, -included),
  }
}

function shortened(visit: Visit, { charge, included = 0, endsAt }: EventOf<'ExtensionUndone'>): Visit {
  const { lastExtension: _undone, ...rest } = visit
  const terms = withIncluded(visit.terms, included)
  const counted = { extensions: terms.extensions - 1, added: terms.added - charge }
  if (endsAt !== undefined) return { ...rest, terms: { ...terms, ...counted, endsAt } }
  // Only by the hour there was no end before.
  if (terms.kind !== 'timed') return visit
  const { endsAt: _none, ...endless } = terms
  return { ...rest, terms: { ...endless, ...counted } }
}

function moved(state: State, { visit: id, from, to, minimumSpend, terms }: EventOf<'VisitMoved'>): void {
  change(state, id, visit => ({
    ...visit,
    room: to,
    wasIn: [...visit.wasIn.filter(room => room !== to), to],
    minimumSpend,
    ...(terms && { terms }),
  }))
  state.rooms.set(from, { condition: 'to-clean' })
  state.rooms.set(to, { condition: 'ready', visit: id })
}

function closed(state: State, { visit: id, room, members }: EventOf<'VisitClosed'>, { at }: LineMeta): void {
  change(state, id, visit => ({ ...visit, status: 'closed', closedAt: at, usual: [] }))
  state.rooms.set(room, { condition: 'to-clean' })
  state.playlists.delete(id)
  for (const member of members) if (state.present.get(member) === id) state.present.delete(member)
}

function change(state: State, id: Id, to: (visit: Visit) => Visit): void {
  const visit = state.visits.get(id)
  if (visit) state.visits.set(id, to(visit))
}
