/** Who enrolled just now leaves, at the kiosk, the number to check in by the next time. */
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import type { Decision, Meta } from '../decision.ts'
import type { ReadState } from '../state.ts'
import { kioskOf } from './arrival.ts'
import { callDesk } from './call-desk.ts'

export function leaveNumber(state: ReadState, { checkIn: id }: CommandOf<'LeaveNumber'>, meta: Meta): Decision {
  const checkIn = state.checkIns.get(id)
  const kiosk = kioskOf(meta)
  // Of this kiosk's own guest only, and never of a member who was known before: whoever stands here could take their file.
  if (kiosk === undefined || checkIn?.kiosk !== kiosk || checkIn.enrolled !== true || checkIn.member === undefined)
    return refuse('unknown', 'look-again', { about: id })
  const { saved, members } = meta.facts
  const { member } = checkIn
  if (members.get(member)?.member.phone !== undefined) return refuse('already-done', 'look-again', { about: id })
  // Seated meanwhile is no reason to throw away what somebody is typing.
  if (checkIn.status !== 'waiting' && checkIn.status !== 'seated')
    return refuse('already-done', 'look-again', { about: id })
  // The number is another member's: that is nobody's business in the lobby.
  if (saved?.id !== member)
    return { ...refuse('please-wait', 'call-staff'), events: callDesk(state, meta, kiosk, 'help').events }
  return { events: [{ type: 'RecordSaved', kind: 'member', ...saved }] }
}
