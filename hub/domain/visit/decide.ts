/** What may be done with visits and rooms. */
import { assertNever } from '../../../shared/protocol/assert-never.ts'
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import { type Refusal, refuse } from '../../../shared/protocol/refusals.ts'
import { businessDayOf } from '../business-day.ts'
import { waitingOf } from '../check-in/waiting.ts'
import { clockDoubt } from '../clock-doubt.ts'
import { already, commits, type Decision, type Meta } from '../decision.ts'
import type { Event } from '../events.ts'
import { reservationOf } from '../reservation/of-member.ts'
import { isOffDuty } from '../staff/duty.ts'
import type { ReadState } from '../state.ts'
import { closeVisit, settleVisit, undoSettle } from './bill.ts'
import { changeTariff } from './change-tariff.ts'
import { dueVisit } from './due.ts'
import { extendVisit, undoExtend } from './extend.ts'
import { leaveVisit } from './leave.ts'
import { liveVisit } from './live-visit.ts'
import { mergeVisits, moveVisit } from './move.ts'
import { openVisit } from './open-visit.ts'
import { answerPassedOn } from './pass-on.ts'
import { clearAway, usualAgain } from './prepare.ts'
import { setCondition } from './rooms.ts'
import { setBooker } from './set-booker.ts'
import { hideTotals, setTotalsShown, showTotals } from './totals.ts'
import { undoOpen } from './undo-open.ts'

export type VisitCommand = CommandOf<
  | 'OpenVisit'
  | 'UndoOpen'
  | 'MoveVisit'
  | 'ChangeTariff'
  | 'MergeVisits'
  | 'ExtendVisit'
  | 'UndoExtend'
  | 'SettleVisit'
  | 'UndoSettle'
  | 'CloseVisit'
  | 'SetDiscreet'
  | 'SetOrderRule'
  | 'SetTotalsShown'
  | 'ShowTotals'
  | 'HideTotals'
  | 'SetAttendant'
  | 'SetBooker'
  | 'CountParty'
  | 'LeaveVisit'
  | 'AnswerPassedOn'
  | 'CleanRoom'
  | 'SetOutOfOrder'
  | 'EndTariffTime'
  | 'RollDay'
  | 'StartDay'
>

export function decideVisit(state: ReadState, command: VisitCommand, meta: Meta): Decision {
  switch (command.type) {
    case 'OpenVisit':
      return open(state, command, meta)
    case 'UndoOpen':
      return undoOpen(state, command.visit, meta)
    case 'MoveVisit':
      return moveVisit(state, command, meta)
    case 'ChangeTariff':
      return changeTariff(state, command, meta)
    case 'MergeVisits':
      return mergeVisits(state, command, meta)
    case 'ExtendVisit':
      return extendVisit(state, command, meta)
    case 'UndoExtend':
      return undoExtend(state, command.visit, meta)
    case 'SettleVisit':
      return settleVisit(state, command, meta)
    case 'UndoSettle':
      return undoSettle(state, command.visit, meta)
    case 'CloseVisit':
      return closeVisit(state, command.visit, meta)
    case 'SetDiscreet':
      return setDiscreet(state, command, meta)
    case 'SetOrderRule':
      return setOnce(state, command.visit, { type: 'OrderRuleSet', visit: command.visit, rule: command.rule })
    case 'SetTotalsShown':
      return setTotalsShown(state, command, meta)
    case 'ShowTotals':
      return showTotals(command, meta)
    case 'HideTotals':
      return hideTotals(meta)
    case 'SetAttendant':
      if (!meta.staff(command.staff)) return refuse('unknown', 'choose-other', { about: command.staff })
      if (isOffDuty(state, command.staff, meta.staff))
        return refuse('off-duty', 'choose-other', { about: command.staff })
      return setOnce(state, command.visit, { type: 'AttendantSet', visit: command.visit, attendant: command.staff })
    case 'SetBooker':
      return setBooker(state, command, meta)
    case 'CountParty':
      return setOnce(state, command.visit, { type: 'PartyCounted', visit: command.visit, party: command.party })
    case 'LeaveVisit':
      return leaveVisit(state, command, meta)
    case 'AnswerPassedOn':
      return answerPassedOn(command, meta)
    case 'CleanRoom':
    case 'SetOutOfOrder':
      return setCondition(state, command, meta)
    case 'EndTariffTime': {
      const due = dueVisit(state.visits.get(command.visit))
      return { events: due && meta.at >= due.at ? [{ type: 'TariffTimeEnded', visit: command.visit }] : [] }
    }
    case 'RollDay':
      // It was planned for an hour to which somebody set the clock.
      return clockDoubt(state, meta.venue, meta.at) === 'ahead' ? { events: [] } : rollDay(state, command.day, meta)
    case 'StartDay':
      if (command.day === state.day) return already
      // Somebody said yes to a date that a clock showed which was put right meanwhile.
      return command.day > state.day && command.day === businessDayOf(meta.at, meta.venue)
        ? rollDay(state, command.day, meta)
        : refuse('changed', 'look-again', { about: command.day })
    default:
      return assertNever(command)
  }
}

/** A day that is over does not come again, whatever a clock was set to. */
const rollDay = (state: ReadState, day: string, { facts }: Meta): Decision => ({
  events: day > state.day ? [...commits(facts), { type: 'DayRolled', day }] : [],
})

function open(state: ReadState, { room, tariff, party, member: host }: CommandOf<'OpenVisit'>, meta: Meta): Decision {
  const visit = meta.id('v')
  if (host === undefined)
    return accepted(visit, openVisit(state, meta, visit, { room, tariff, party, discreet: false }))
  const known = meta.facts.members.get(host)?.member
  if (!known) return refuse('unknown', 'look-again', { about: host })
  if (known.blocked) return refuse('banned', 'ask-manager', { about: host })
  const waiting = waitingOf(state, host)
  const reservation = reservationOf(state, host, meta.at)
  const alias = waiting?.text ?? (reservation?.member === host ? reservation.text : undefined)
  const opened = openVisit(state, meta, visit, {
    room,
    tariff,
    party,
    host,
    ...(reservation && { reservation }),
    discreet: waiting?.discreet ?? (known.discreet || reservation?.discreet === true),
    ...(alias !== undefined && { text: alias }),
    ...(waiting?.language !== undefined && { language: waiting.language }),
  })
  // They stand in the lobby: nobody is to seat them a second time.
  const seated: Event[] = waiting ? [{ type: 'CheckInSeated', checkIn: waiting.id, visit }] : []
  return 'refused' in opened ? opened : accepted(visit, [...seated, ...opened])
}

const accepted = (visit: string, events: readonly Event[] | Refusal): Decision =>
  'refused' in events ? events : { events, result: { visit } }

function setDiscreet(state: ReadState, { visit: id, discreet }: CommandOf<'SetDiscreet'>, meta: Meta): Decision {
  const visit = liveVisit(state, id)
  if ('refused' in visit) return visit
  if (visit.discreet === discreet) return { events: [] }
  const set: Event = { type: 'DiscreetSet', visit: id, discreet }
  return { events: [set, ...(discreet ? clearAway(state, id) : [usualAgain(state, meta, id, visit.members)])] }
}

function setOnce(state: ReadState, id: string, event: Event): Decision {
  const visit = liveVisit(state, id)
  return 'refused' in visit ? visit : { events: [event] }
}
