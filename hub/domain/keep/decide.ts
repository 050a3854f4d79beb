/** 存酒 and 取存酒: a guest's bottle stays in the house, comes out for them, is kept on, or becomes the house's. */
import { assertNever } from '../../../shared/protocol/assert-never.ts'
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import { type Refusal, refuse } from '../../../shared/protocol/refusals.ts'
import { undoKeepMs } from '../../../shared/protocol/words.ts'
import { addDays, businessDayOf, endOfBusinessDay } from '../business-day.ts'
import { checkPeople, type Giver } from '../comp/two-people.ts'
import type { Decision, Meta, Refused } from '../decision.ts'
import type { Event } from '../events.ts'
import { isLead, type Principal } from '../principal.ts'
import { answerRequest } from '../request/answer.ts'
import type { Keep, ReadState, Visit } from '../state.ts'
import { correctKeep } from './correct.ts'
import { labelFor } from './label.ts'
import { daysOnLabel, goodUntil, isOver, lastDayOf } from './last-day.ts'
import { isLeftOver } from './left-over.ts'

export type KeepCommand = CommandOf<
  'StoreKeep' | 'UndoKeep' | 'DrawKeep' | 'ExtendKeep' | 'ForfeitKeep' | 'CorrectKeep'
>

export function decideKeep(state: ReadState, command: KeepCommand, meta: Meta): Decision {
  const { by } = meta
  if (by.kind !== 'staff') return refuse('not-allowed', 'sign-in')
  if (command.type === 'StoreKeep') return store(state, command, meta, by.staff)
  const keep = state.keeps.get(command.keep)
  if (!keep) return refuse('unknown', 'look-again', { about: command.keep })
  switch (command.type) {
    case 'UndoKeep':
      return undo(state, keep, meta, by.staff)
    case 'DrawKeep':
      return draw(state, command, keep, meta)
    case 'ExtendKeep':
      return extend(command, keep, meta, by.staff)
    case 'ForfeitKeep':
      return forfeit(keep, meta, by.staff)
    case 'CorrectKeep':
      return correctKeep(state, command, keep, meta)
    default:
      return assertNever(command)
  }
}

/** As long as a hand is impatient, or comes back to what was not answered. */
const sameBottleMs = 5 * 60_000

function store(state: ReadState, command: CommandOf<'StoreKeep'>, meta: Meta, by: Id): Decision {
  const { member, tenths, shelf, days } = command
  const visit = ownerOf(state, command, meta)
  if (visit && 'refused' in visit) return visit
  const item = meta.item(command.item)
  // A package is not a bottle.
  if (!item || item.components.length > 0) return refuse('unknown-item', 'choose-other', { about: command.item })
  const same = [...state.keeps.values()].find(one => isSameBottle(one, command, meta, by))
  if (same) return { events: [], result: { ...told(same, meta), already: true } }
  const people = stoodBy(state, command, visit, meta)
  if (people && 'refused' in people) return people
  const keep = meta.id('k')
  const label = labelFor(keep, state.keeps)
  const expiresAt = endOfBusinessDay(addDays(businessDayOf(meta.at, meta.venue), days), meta.venue)
  return {
    events: [
      {
        type: 'KeepStored',
        keep,
        ...(member !== undefined && { member }),
        ...(visit && { visit: visit.id, room: visit.room }),
        item: item.id,
        tenths,
        shelf,
        label,
        expiresAt,
        by,
        ...(people?.second !== undefined && { second: people.second }),
      },
    ],
    result: told({ id: keep, label, expiresAt, storedAt: meta.at }, meta),
  }
}

/** What is written on the bottle now. */
const told = (keep: Pick<Keep, 'id' | 'label' | 'expiresAt' | 'storedAt'>, { venue }: Meta) => ({
  keep: keep.id,
  label: keep.label,
  expiresAt: goodUntil(keep, venue),
  ...daysOnLabel(keep, venue),
})

/** What was not brought to that party is put on the shelf by two people: another night's, a gift, or of who left long ago. */
function stoodBy(
  state: ReadState,
  { item, tenths, pin, second }: CommandOf<'StoreKeep'>,
  visit: Visit | undefined,
  meta: Meta,
): Giver | Refused | undefined {
  if (second || pin !== undefined) return checkPeople(state, meta, second, true)
  if (!visit) return refuse('second-person', 'ask-manager', { about: item })
  return isLeftOver(state, visit, { item, tenths }, meta.at)
    ? undefined
    : refuse('not-brought', 'ask-manager', { about: item })
}

/** The same hand put the same on the same shelf just now: two such bottles are stored by who says so. */
function isSameBottle(keep: Keep, command: CommandOf<'StoreKeep'>, { at, sure }: Meta, by: Id): boolean {
  if (sure || keep.storedBy !== by || keep.storedAt === undefined || at - keep.storedAt > sameBottleMs) return false
  if (keep.second !== command.second?.staff) return false
  return (['visit', 'member', 'item', 'tenths', 'shelf'] as const).every(key => keep[key] === command[key])
}

/** The party that leaves it; undefined for a member who is not here. */
function ownerOf(
  state: ReadState,
  { visit: id, member }: CommandOf<'StoreKeep'>,
  { facts }: Meta,
): Visit | Refusal | undefined {
  if (id === undefined) {
    if (member === undefined) return refuse('malformed')
    return facts.members.has(member) ? undefined : refuse('unknown', 'choose-other', { about: member })
  }
  const visit = state.visits.get(id)
  if (!visit || visit.status === 'closed') return refuse('visit-closed', 'look-again')
  return member === undefined || isHere(visit, member) ? visit : refuse('unknown', 'choose-other', { about: member })
}

/** As long as nothing else became of it. */
function undo(state: ReadState, keep: Keep, { at }: Meta, by: Id): Decision {
  const { id, item, label, tenths, storedAt, storedBy } = keep
  if (storedBy !== by) return refuse('not-allowed', 'ask-manager')
  if (storedAt === undefined || at - storedAt > undoKeepMs) return refuse('undo-over', 'ask-manager')
  const visit = keep.visit === undefined ? undefined : state.visits.get(keep.visit)
  if (!visit || visit.status === 'closed') return refuse('visit-closed', 'ask-manager')
  if (keep.drawn) return refuse('changed', 'look-again', { about: id })
  return { events: [{ type: 'KeepUndone', keep: id, visit: visit.id, item, label, tenths, by }] }
}

function draw(state: ReadState, command: CommandOf<'DrawKeep'>, keep: Keep, meta: Meta): Decision {
  const people = checkPeople(state, meta, command.second, true)
  if ('refused' in people) return people
  const visit = state.visits.get(command.visit)
  if (!visit || visit.status === 'closed') return refuse('visit-closed', 'look-again')
  const others = notTheirs(keep, visit, command, meta.by)
  if (others) return others
  if (isOver(keep, meta.at, meta.venue) && !isLead(meta.by))
    return refuse('keep-expired', 'ask-manager', { about: keep.id })
  if (command.had !== keep.tenths)
    return isAgain(keep, command, people.staff)
      ? { events: [], result: { left: keep.tenths, already: true } }
      : refuse('changed', 'look-again', { about: keep.id })
  const { tenths } = command
  if (tenths > keep.tenths) return refuse('too-many', 'look-again', { about: keep.id })
  const left = keep.tenths - tenths
  const answered = answering(state, visit, command, meta)
  const { id, item, label } = keep
  return {
    events: [
      {
        type: 'KeepDrawn',
        keep: id,
        visit: visit.id,
        item,
        label,
        tenths,
        left,
        by: people.staff,
        ...(people.second !== undefined && { second: people.second }),
        ...(answered.length > 0 && command.request !== undefined && { request: command.request }),
      },
      ...answered,
    ],
    result: { left },
  }
}

/** For somebody else's table only who answers for the house may take it from the shelf; of nobody's, with the bottle in hand. */
function notTheirs(keep: Keep, visit: Visit, command: CommandOf<'DrawKeep'>, by: Principal): Refusal | undefined {
  const { id, member, givenUp, label } = keep
  if (member !== undefined && isHere(visit, member)) return undefined
  const leftHere = member === undefined && !givenUp && keep.visit === visit.id
  if (leftHere) return undefined
  if (!isLead(by)) return refuse('not-theirs', 'ask-manager', { about: id })
  if (member !== undefined || givenUp || command.label === label) return undefined
  return refuse('wrong-label', 'try-again', { about: id })
}

/** A PIN travels through no outbox: what was sent again after its answer was lost did happen the first time. */
function isAgain({ drawn, tenths }: Keep, { visit, second, had, tenths: wanted }: CommandOf<'DrawKeep'>, by: Id) {
  if (drawn?.by !== by || drawn.second !== second?.staff || drawn.visit !== visit) return false
  return drawn.tenths === wanted && had === tenths + drawn.tenths
}

/** The call is done with what was brought; one that somebody settled meanwhile is no reason not to pour. */
function answering(
  state: ReadState,
  visit: Visit,
  { request: id }: CommandOf<'DrawKeep'>,
  meta: Meta,
): readonly Event[] {
  if (id === undefined || !visit.requests.includes(id)) return []
  const request = state.requests.get(id)
  if (request?.what.kind !== 'service' || request.what.service !== 'keep') return []
  const decision = answerRequest(state, request, { type: 'ResolveRequest', request: id, outcome: 'done' }, meta)
  return 'refused' in decision ? [] : decision.events
}

function extend({ from, days, reason }: CommandOf<'ExtendKeep'>, keep: Keep, { at, venue }: Meta, by: Id): Decision {
  const { id, item, label } = keep
  const last = lastDayOf(keep, venue)
  // Two people were asked for it at once: once is enough.
  if (lastDayOf({ expiresAt: from }, venue) !== last) return refuse('already-done', 'look-again', { about: id })
  const counted = isOver(keep, at, venue) ? businessDayOf(at, venue) : last
  const expiresAt = endOfBusinessDay(addDays(counted, days), venue)
  return {
    events: [{ type: 'KeepExtended', keep: id, item, label, expiresAt, reason, by }],
    result: { expiresAt },
  }
}

function forfeit(keep: Keep, { at, venue }: Meta, by: Id): Decision {
  const { id, item, label, tenths } = keep
  if (!isOver(keep, at, venue)) return refuse('wrong-state', 'look-again', { about: id })
  return { events: [{ type: 'KeepForfeited', keep: id, item, label, tenths, by }] }
}

const isHere = ({ host, members }: Visit, member: Id): boolean => host === member || members.includes(member)
