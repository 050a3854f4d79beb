/** Who works here. A locked console shows them too: it is where one signs in. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { StaffView } from '../../../shared/protocol/views/console.ts'
import type { ViewContext } from '../context.ts'
import { signedIn } from '../sessions.ts'
import { onceForWhoSees } from '../worked-out-once.ts'

export const staffView = onceForWhoSees(['house'], (context, sees, id): StaffView | undefined => {
  const staff = context.staff(id)
  if (!staff) return undefined
  const { name, role, zone } = staff
  const shift = context.state.shifts.get(id)
  return {
    id,
    name,
    role,
    zone,
    ...(staff.gone && { gone: true as const }),
    signedIn: signedIn(context).has(id),
    ...(shift && { onDutySince: shift.since }),
    ...(sees.house && context.state.pins.get(id)?.off && { pinOff: true as const }),
    ...(sees.house && budgetOf(context, id)),
  }
})

function budgetOf({ state, venue, staff }: ViewContext, id: Id): Pick<StaffView, 'compLeft' | 'compLow'> {
  const role = staff(id)?.role
  const quota = role === undefined ? 0 : venue.policy.compQuota[role]
  const compLeft = Math.max(0, quota - (state.comps.get(`${id}/${state.day}`) ?? 0))
  const { compLowPercent } = venue.policy
  const low = quota > 0 && compLowPercent > 0 && compLeft * 100 <= quota * compLowPercent
  return { compLeft, ...(low && { compLow: true as const }) }
}
