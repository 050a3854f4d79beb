/** 更正: what was entered wrongly of a bottle is set right, by two people, and what it was before stays told. */
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import { checkPeople } from '../comp/two-people.ts'
import { already, type Decision, type Meta } from '../decision.ts'
import type { Keep, ReadState } from '../state.ts'

export function correctKeep(state: ReadState, command: CommandOf<'CorrectKeep'>, keep: Keep, meta: Meta): Decision {
  const people = checkPeople(state, meta, command.second, true)
  if ('refused' in people) return people
  const { id, item, label } = keep
  const { tenths, shelf, member } = command
  // A PIN travels through no outbox: what was sent again after its answer was lost did happen the first time.
  if (tenths === keep.tenths && shelf === keep.shelf && member === keep.member) return already
  // Somebody drew from it meanwhile: what they left is not to be written over.
  if (command.had !== keep.tenths) return refuse('changed', 'look-again', { about: id })
  if (member !== undefined && member !== keep.member && !meta.facts.members.has(member))
    return refuse('unknown', 'choose-other', { about: member })
  return {
    events: [
      {
        type: 'KeepCorrected',
        keep: id,
        item,
        label,
        tenths,
        shelf,
        ...(member !== undefined && { member }),
        was: { tenths: keep.tenths, shelf: keep.shelf, ...(keep.member !== undefined && { member: keep.member }) },
        by: people.staff,
        ...(people.second !== undefined && { second: people.second }),
      },
    ],
  }
}
