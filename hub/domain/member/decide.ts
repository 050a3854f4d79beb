/** What members decide about their own card, and how they leave: they ask, and a manager erases. */
import { assertNever } from '../../../shared/protocol/assert-never.ts'
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import { type Refusal, refuse } from '../../../shared/protocol/refusals.ts'
import { waitingOf } from '../check-in/waiting.ts'
import { commits, type Decision, type Meta } from '../decision.ts'
import type { Event } from '../events.ts'
import { mayCome } from '../reservation/held.ts'
import { refusePin } from '../staff/pin.ts'
import type { ReadState } from '../state.ts'
import { merge } from './merge.ts'
import { ownMember } from './own.ts'
import { textsOf } from './texts.ts'

export type MemberCommand = CommandOf<
  'SaveMyself' | 'AskToLeave' | 'StayAfterAll' | 'DismissLeave' | 'MergeMembers' | 'EraseMember' | 'EraseAgain'
>

export function decideMember(state: ReadState, command: MemberCommand, meta: Meta): Decision {
  switch (command.type) {
    case 'SaveMyself': {
      const { saved } = meta.facts
      const member = own(state, meta)
      if (typeof member !== 'string') return member
      if (saved?.id !== member) return refuse('unknown', 'look-again')
      return { events: [{ type: 'RecordSaved', kind: 'member', ...saved }] }
    }
    case 'AskToLeave': {
      const member = own(state, meta)
      if (typeof member !== 'string') return member
      return { events: state.leaving.has(member) ? [] : [{ type: 'LeaveAsked', member }] }
    }
    case 'StayAfterAll': {
      const member = own(state, meta)
      if (typeof member !== 'string') return member
      return { events: state.leaving.has(member) ? [{ type: 'LeaveWithdrawn', member }] : [] }
    }
    case 'DismissLeave':
      if (!state.leaving.has(command.member)) return refuse('already-done', 'look-again', { about: command.member })
      return { events: [{ type: 'LeaveWithdrawn', member: command.member }] }
    case 'MergeMembers':
      return merge(state, command, meta)
    case 'EraseMember':
    case 'EraseAgain':
      return erase(state, command, meta)
    default:
      return assertNever(command)
  }
}

function own(state: ReadState, { facts }: Meta): Id | Refusal {
  const checkIn = facts.claimed === undefined ? undefined : state.checkIns.get(facts.claimed)
  return ownMember(checkIn) ?? refuse('please-wait', 'call-staff')
}

/** The row's end is on the disk already, and that of what was typed about them; promises made to them end with it. */
function erase(state: ReadState, command: CommandOf<'EraseMember' | 'EraseAgain'>, meta: Meta): Decision {
  const { by, facts } = meta
  const { member } = command
  if (command.type === 'EraseMember') {
    if (by.kind !== 'staff') return refuse('not-allowed')
    const refused = refusePin(state, meta, by.staff, facts.pin)
    if (refused) return refused
  }
  const { saved, staged = [], formerly = [] } = facts
  if (saved?.id !== member) return refuse('unknown', 'look-again', { about: member })
  // Whoever is in the house has screens, orders and a bill that name them.
  if (state.present.has(member) || waitingOf(state, member))
    return refuse('already-in', 'look-again', { about: member })
  const unasked = command.type === 'EraseMember' && !command.keepsToo
  if (unasked && hasKeeps(state, member)) return refuse('has-keeps', 'confirm', { about: member })
  // Something was typed about them since their texts were looked up.
  if ([...textsOf(state, member)].some(text => !staged.some(({ id }) => id === text)))
    return refuse('already-done', 'look-again', { about: member })
  const promised = [...state.reservations.values()].filter(one => one.member === member && mayCome(one))
  const ended: Event[] = promised.map(({ id }) => ({ type: 'ReservationCancelled', reservation: id }))
  const erased: Event = { type: 'MemberErased', member, rev: saved.rev, ...(formerly.length > 0 && { formerly }) }
  return { events: [...ended, ...commits(facts), erased] }
}

function hasKeeps({ keeps }: ReadState, member: Id): boolean {
  for (const keep of keeps.values()) if (keep.member === member && keep.tenths > 0) return true
  return false
}
