/** Who works here. A locked console shows them too: it is where one signs in. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { StaffView } from '../../../shared/protocol/views/console.ts'
import type { ViewContext } from '../context.ts'
import type { Sees } from './sees.ts'

export function staffView(context: ViewContext, sees: Sees, signedIn: ReadonlySet<Id>, id: Id): StaffView | undefined {
  const staff = context.staff(id)
  if (!staff) return undefined
  const { name, role, zone } = staff
  return {
    id,
    name,
    role,
    zone,
    signedIn: signedIn.has(id),
    ...(sees.house && context.state.pins.get(id)?.off && { pinOff: true as const }),
    ...(sees.house && { compLeft: compLeft(context, id) }),
  }
}

function compLeft({ state, venue, staff }: ViewContext, id: Id): number {
  const role = staff(id)?.role
  const quota = role === undefined ? 0 : venue.policy.compQuota[role]
  return Math.max(0, quota - (state.comps.get(`${id}/${state.day}`) ?? 0))
}
