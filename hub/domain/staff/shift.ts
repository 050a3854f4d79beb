/** 开始值班 and 下班: who is on duty. Nobody is hindered by being off duty; nothing is given to them. */
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import type { Accepted, Decision, Meta } from '../decision.ts'
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
    return due && meta.at >= due.at
      ? { events: [{ type: 'ShiftEnded', staff: command.staff, why: 'lapsed' }] }
      : { events: [] }
  }
  const staff = actingStaff(meta, command.as)
  if (typeof staff !== 'string') return staff
  const onDuty = state.shifts.has(staff)
  if (command.type === 'EndShift') return onDuty ? { events: [{ type: 'ShiftEnded', staff, why: 'left' }] } : already
  if (onDuty) return already
  return { events: [{ type: 'ShiftStarted', staff, endsAt: meta.at + meta.venue.policy.shiftMs }] }
}

const already: Accepted = { events: [], result: { already: true } }
