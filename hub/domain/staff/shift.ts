/** 开始值班 and 下班: who is on duty. Nobody is hindered by being off duty; nothing is given to them. */
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import { type Accepted, already, type Decision, type Meta } from '../decision.ts'
import type { EventOf } from '../events.ts'
import { givenUp } from '../request/given-up.ts'
import type { ReadState } from '../state.ts'
import { actingStaff } from './acting-staff.ts'
import { dueShift } from './due.ts'

export function decideShift(
  state: ReadState,
  command: CommandOf<'StartShift' | 'EndShift' | 'LapseShift'>,
  meta: Meta,
): Decision {
  if (command.type === 'LapseShift') {
    const due = dueShift(command.staff, state.shifts.get(command.staff))
    return due && meta.at >= due.at ? ended(state, command.staff, 'lapsed', meta) : { events: [] }
  }
  const staff = actingStaff(meta, command.as)
  if (typeof staff !== 'string') return staff
  const onDuty = state.shifts.has(staff)
  if (command.type === 'EndShift') return onDuty ? ended(state, staff, 'left', meta) : already
  if (onDuty) return already
  const endsAt = meta.at + meta.venue.policy.shiftMs
  return { events: [{ type: 'ShiftStarted', staff, endsAt }, ...givenUp(state, { staff, onDuty: true }, meta)] }
}

const ended = (state: ReadState, staff: Id, why: EventOf<'ShiftEnded'>['why'], meta: Meta): Accepted => ({
  events: [{ type: 'ShiftEnded', staff, why }, ...givenUp(state, { staff, onDuty: false }, meta)],
})
