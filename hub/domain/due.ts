/** What time will ask of an aggregate, and when: derived from the state, so that a restart forgets nothing. */
import { assertNever } from '../../shared/protocol/assert-never.ts'
import type { TimeCommand } from '../../shared/protocol/commands.ts'
import { addDays, businessDayOf, endOfBusinessDay } from './business-day.ts'
import { dueCheckIn } from './check-in/due.ts'
import { clockDoubt, type HouseClock } from './clock-doubt.ts'
import { duePlaylist } from './playlist/due.ts'
import { dueRequest } from './request/due.ts'
import { dueReservation } from './reservation/due.ts'
import { dueSession, dueShift } from './staff/due.ts'
import type { ReadState, TableName } from './state.ts'
import type { Policy } from './venue-config.ts'
import { dueVisit } from './visit/due.ts'

export interface Due {
  /** Ms since the epoch; may have passed. */
  readonly at: number
  readonly command: TimeCommand
}

/** The earliest due thing of row `id` of `table`; undefined when nothing is, or no longer. Ask anew when the row is touched. */
export function dueOf(
  state: ReadState,
  table: TableName,
  id: string,
  policy: Pick<Policy, 'assumedSongMs'>,
): Due | undefined {
  switch (table) {
    case 'checkIns':
      return dueCheckIn(state.checkIns.get(id))
    case 'visits':
      return dueVisit(state.visits.get(id))
    case 'playlists':
      return duePlaylist(id, state.playlists.get(id), policy)
    case 'requests':
      return dueRequest(state.requests.get(id))
    case 'reservations':
      return dueReservation(state.reservations.get(id))
    case 'sessions':
      return dueSession(state.sessions.get(id))
    case 'shifts':
      return dueShift(id, state.shifts.get(id))
    case 'rooms':
    case 'present':
    case 'kioskTrouble':
    case 'claims':
    case 'orders':
    case 'keeps':
    case 'comps':
    case 'soldOut':
    case 'leaving':
    case 'pins':
    case 'nights':
    case 'backups':
    case 'catalogues':
      return undefined
    default:
      return assertNever(table)
  }
}

/**
 * The next cutover: at once for a hub that never had a day, or slept through one. Undefined while the clock is so far ahead
 * that somebody has to say what day it is.
 */
export function dueRollDay(state: Pick<ReadState, 'day'>, clock: HouseClock, now: number): Due | undefined {
  if (clockDoubt(state, clock, now) === 'ahead') return undefined
  const { day } = state
  const today = businessDayOf(now, clock)
  if (day < today) return { at: now, command: { type: 'RollDay', day: today } }
  return { at: endOfBusinessDay(day, clock), command: { type: 'RollDay', day: addDays(day, 1) } }
}
