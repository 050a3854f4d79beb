/** What staff do with a call that they do not settle now: pass it on, put it aside, take it up again. */
import { assertNever } from '../../../shared/protocol/assert-never.ts'
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import { accept, already, type Decision, type Meta } from '../decision.ts'
import { leads } from '../principal.ts'
import { actingStaff } from '../staff/acting-staff.ts'
import { isOffDuty } from '../staff/duty.ts'
import type { ReadState, Request } from '../state.ts'
import { alreadyResolved, alreadyTaken, notYours } from './others-hands.ts'
import { answerMsOf } from './pass-time.ts'
import { isSameKind, pendingOf } from './pending.ts'

export function handOn(
  state: ReadState,
  request: Request,
  command: CommandOf<'PassRequest' | 'SnoozeRequest' | 'ResumeRequest'>,
  meta: Meta,
): Decision {
  const staff = actingStaff(meta, command.as)
  if (typeof staff !== 'string') return staff
  // Whom a complaint is about neither settles it nor lets it lie.
  if (staff === request.notTo) return refuse('not-allowed', 'ask-manager')
  switch (command.type) {
    case 'PassRequest':
      return pass(state, request, staff, command, meta)
    case 'SnoozeRequest':
      return snooze(request, staff, command, meta)
    case 'ResumeRequest':
      return resume(state, request, staff, meta)
    default:
      return assertNever(command)
  }
}

/** It waits for them as though it had just come: they have the whole time to answer. */
function pass(
  state: ReadState,
  request: Request,
  staff: Id,
  { to }: CommandOf<'PassRequest'>,
  { at, venue, staff: find }: Meta,
): Decision {
  const refused = whyNotNow(request, staff, find)
  if (refused) return refused
  if ('staff' in to) {
    if (!find(to.staff)) return refuse('unknown', 'choose-other', { about: to.staff })
    if (to.staff === request.notTo) return refuse('not-allowed', 'choose-other')
    if (isOffDuty(state, to.staff, find)) return refuse('off-duty', 'choose-other', { about: to.staff })
  }
  const escalatesAt = at + answerMsOf(request, venue.policy)
  return accept({ type: 'RequestPassed', request: request.id, staff, to, escalatesAt })
}

/** Once for each, within the time that it should be done in: nobody puts a call aside for ever. */
function snooze(
  request: Request,
  staff: Id,
  { reason, minutes }: CommandOf<'SnoozeRequest'>,
  { at, staff: find }: Meta,
): Decision {
  const refused = whyNotNow(request, staff, find)
  if (refused) return refused
  if (request.asideBy?.includes(staff)) return refuse('aside-before', 'choose-other')
  const lapsesAt = at + minutes * 60_000
  // What was promised to the guest is not the floor's to put off.
  const promised = !isHigher(staff, find) && request.resolveBy !== undefined && lapsesAt > request.resolveBy
  return promised
    ? refuse('aside-too-long', 'ask-manager')
    : accept({ type: 'RequestSnoozed', request: request.id, staff, reason, lapsesAt })
}

/** Undo of 解决, and 重开 later: whoever takes it up again has it in hand. */
function resume(state: ReadState, request: Request, staff: Id, { at, venue }: Meta): Decision {
  switch (request.status) {
    case 'resolved':
    case 'unconfirmed':
      return isCalledAnew(state, request)
        ? refuse('wrong-state', 'look-again')
        : accept({ type: 'RequestResumed', request: request.id, staff, lapsesAt: at + venue.policy.takeLapsesMs })
    case 'acknowledged':
      return request.takenBy === staff ? already : alreadyTaken(request)
    case 'open':
    case 'confirmed':
    case 'withdrawn':
      return refuse('wrong-state', 'look-again')
    default:
      return assertNever(request.status)
  }
}

/** The guests said the same again meanwhile: one of a kind is pending. */
function isCalledAnew(state: ReadState, { about, what }: Request): boolean {
  const visit = 'visit' in about ? state.visits.get(about.visit) : undefined
  return visit !== undefined && pendingOf(state, visit).some(one => isSameKind(one.what, what))
}

/** What a colleague has in hand is theirs to hand on, or a manager's. */
function whyNotNow(request: Request, staff: Id, find: Meta['staff']): Decision | undefined {
  switch (request.status) {
    case 'open':
      return undefined
    case 'acknowledged':
      return request.takenBy === staff || isHigher(staff, find) ? undefined : notYours(request)
    case 'resolved':
    case 'confirmed':
    case 'unconfirmed':
      return alreadyResolved(request)
    case 'withdrawn':
      return refuse('wrong-state', 'look-again')
    default:
      return assertNever(request.status)
  }
}

const isHigher = (staff: Id, find: Meta['staff']): boolean => leads(find(staff)?.role)
