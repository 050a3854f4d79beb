/** The party's own calls. */
import { assertNever } from '../../../shared/protocol/assert-never.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { PanelRequestView } from '../../../shared/protocol/views/panel.ts'
import type { Request, Visit } from '../../domain/state.ts'
import type { ViewContext } from '../context.ts'

/** Undefined once nothing is to be waited for or confirmed. */
export function panelRequestView(context: ViewContext, visit: Visit, id: Id): PanelRequestView | undefined {
  const request = context.state.requests.get(id)
  if (!request || !('visit' in request.about) || request.about.visit !== visit.id) return undefined
  const status = shownStatus(request)
  const what = shownWhat(request)
  if (!status || !what) return undefined
  const { openedAt, times, onTheWay, outcome } = request
  const person = personOf(request, status)
  const staff = person === undefined ? undefined : context.staff(person)
  return {
    id,
    what,
    status,
    openedAt,
    times,
    onTheWay,
    ...(staff && { staff: staff.name }),
    ...(outcome !== undefined && { outcome }),
  }
}

/** Whoever put it aside does not come now: no name. */
function personOf({ resolvedBy, takenBy }: Request, status: PanelRequestView['status']): Id | undefined {
  if (status === 'put-aside') return undefined
  return status === 'resolved' ? resolvedBy : takenBy
}

function shownStatus({ status, snooze }: Request): PanelRequestView['status'] | undefined {
  switch (status) {
    case 'acknowledged':
      return snooze === undefined ? 'acknowledged' : 'put-aside'
    case 'open':
    case 'resolved':
      return status
    case 'confirmed':
    case 'unconfirmed':
    case 'withdrawn':
      return undefined
    default:
      return assertNever(status)
  }
}

/** Others can read the panel: a complaint shows no category. */
function shownWhat({ what }: Request): PanelRequestView['what'] | undefined {
  switch (what.kind) {
    case 'service':
      return { kind: 'service', service: what.service }
    case 'complaint':
      return { kind: 'complaint' }
    case 'desk':
    case 'copied':
      return undefined
    default:
      return assertNever(what)
  }
}
