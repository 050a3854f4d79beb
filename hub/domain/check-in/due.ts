/** A welcome ends; a check-in that nobody seats lapses. */
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import type { CheckIn } from '../state.ts'

export interface DueCheckIn {
  /** Ms since the epoch. */
  readonly at: number
  readonly command: CommandOf<'EndWelcome' | 'LapseCheckIn'>
}

/** The earlier of the two. */
export function dueCheckIn(checkIn: CheckIn | undefined): DueCheckIn | undefined {
  if (!checkIn) return undefined
  const ends = dueWelcome(checkIn)
  const lapses = dueLapse(checkIn)
  return ends && (!lapses || ends.at <= lapses.at) ? ends : lapses
}

export const dueWelcome = (checkIn: CheckIn | undefined): DueCheckIn | undefined =>
  checkIn && !checkIn.welcomeOver && checkIn.welcomeUntil !== undefined
    ? { at: checkIn.welcomeUntil, command: { type: 'EndWelcome', checkIn: checkIn.id } }
    : undefined

export const dueLapse = (checkIn: CheckIn | undefined): DueCheckIn | undefined =>
  checkIn?.status === 'waiting'
    ? { at: checkIn.lapsesAt, command: { type: 'LapseCheckIn', checkIn: checkIn.id } }
    : undefined
