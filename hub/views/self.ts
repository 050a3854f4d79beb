/** Who a console is, and who is signed in on it. */
import type { Id } from '../../shared/protocol/primitives.ts'
import type { SelfView } from '../../shared/protocol/views/console.ts'
import type { Session } from '../domain/state.ts'
import type { ViewContext } from './context.ts'

/** Of one console: the only slice that is computed per device. A device that is not paired (any more) has its id for a name. */
export function selfView(context: ViewContext, device: Id): SelfView {
  const { name, station } = context.device(device) ?? { name: device }
  const signedIn = sessionOn(context, device)
  return {
    device,
    deviceName: name,
    ...(station !== undefined && { station }),
    ...(context.unencrypted && { unencrypted: true }),
    ...(context.onlyHere && { onlyHere: true }),
    ...(signedIn && {
      session: {
        id: signedIn.session.id,
        staff: signedIn.staff.id,
        name: signedIn.staff.name,
        role: signedIn.staff.role,
        endsAt: signedIn.session.endsAt,
        idleMs: signedIn.session.idleMs,
        ...elsewhere(context, signedIn.session),
      },
    }),
  }
}

function elsewhere({ state, device: find }: ViewContext, own: Session) {
  const others = [...state.sessions.values()].filter(
    ({ staff, device }) => staff === own.staff && device !== own.device,
  )
  return others.length > 0 ? { elsewhere: others.map(({ device }) => find(device)?.name ?? device) } : {}
}

function sessionOn({ state, staff: find }: ViewContext, device: Id) {
  const session = state.sessions.get(device)
  const staff = session && find(session.staff)
  return session && staff && { session, staff }
}
