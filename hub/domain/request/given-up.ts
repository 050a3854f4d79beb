/** Calls that wait for somebody who is not on duty any more: a shift that begins or ends makes them everybody's again. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { Meta } from '../decision.ts'
import { isOffDuty } from '../staff/duty.ts'
import type { ReadState, Shift } from '../state.ts'
import type { PassedTo, RequestEvent } from './events.ts'
import { answerMsOf } from './pass-time.ts'

export interface ShiftChange {
  readonly staff: Id
  readonly onDuty: boolean
}

export function givenUp(
  state: ReadState,
  change: ShiftChange,
  { at, venue, staff: find }: Pick<Meta, 'at' | 'venue' | 'staff'>,
): readonly RequestEvent[] {
  const shifts = new Map<Id, Shift>(state.shifts.entries())
  if (change.onDuty) shifts.set(change.staff, { since: at, endsAt: at })
  else shifts.delete(change.staff)
  const left = (staff: Id) => !change.onDuty && staff === change.staff

  /** Also who never came, once others of their kind did. */
  function isNobodys(to: PassedTo): boolean {
    if ('staff' in to) return left(to.staff) || isOffDuty({ shifts }, to.staff, find)
    // Where a role keeps no shifts the call went on to others from the start.
    return find(change.staff)?.role === to.role && ![...shifts.keys()].some(id => find(id)?.role === to.role)
  }

  return [...state.requests.values()].flatMap((request): RequestEvent[] => {
    const { id, status, takenBy, passed } = request
    if (status === 'acknowledged' && takenBy !== undefined && left(takenBy))
      return [{ type: 'TakeLapsed', request: id, escalatesAt: at + answerMsOf(request, venue.policy) }]
    return status === 'open' && passed && isNobodys(passed.to) ? [{ type: 'PassLapsed', request: id }] : []
  })
}
