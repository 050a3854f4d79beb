/** In whose hands a request is: what it keeps when that turns, and how an undo turns it back. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { Request } from '../state.ts'

export const inHand = (
  request: Request,
  { staff, lapsesAt }: { readonly staff: Id; readonly lapsesAt: number },
  at: number,
): Request => ({ ...lasting(request), status: 'acknowledged', takenAt: at, takenBy: staff, lapsesAt })

/** What a request keeps through every turn: no deadline, no taker, no result. */
export function lasting(request: Request): Omit<Request, 'status'> {
  const { id, about, what, openedAt, times, level, reopened, firstTakenAt, answerMs, notTo } = request
  const { resolveBy, overdue, asideBy, passed } = request
  return {
    id,
    about,
    what,
    openedAt,
    times,
    level,
    reopened,
    onTheWay: false,
    ...(firstTakenAt !== undefined && { firstTakenAt }),
    ...(answerMs !== undefined && { answerMs }),
    ...(resolveBy !== undefined && { resolveBy }),
    ...(overdue && { overdue }),
    ...(asideBy && { asideBy }),
    ...(passed && { passed }),
    ...(notTo !== undefined && { notTo }),
  }
}

/** What the undo of putting it aside, or of passing it on, gives back. */
export function heldFor(request: Request): Pick<Request, 'heldEscalatesAt' | 'before'> {
  const { onTheWay, lapsesAt, heldEscalatesAt, snooze, passed, before } = request
  const held = request.escalatesAt ?? heldEscalatesAt
  return {
    ...(held !== undefined && { heldEscalatesAt: held }),
    before: {
      ...takenOf(request),
      onTheWay,
      ...(lapsesAt !== undefined && { lapsesAt }),
      ...(heldEscalatesAt !== undefined && { heldEscalatesAt }),
      ...(snooze !== undefined && { snooze }),
      ...(passed && { passed }),
      ...(before && { before }),
    },
  }
}

/** Into the hands that it was in before; as though it had never been taken, where that was nobody. */
export function released(request: Request): Request {
  const { before, snooze, takenAt, heldEscalatesAt } = request
  const { firstTakenAt, asideBy, passed, ...rest } = lasting(request)
  // Putting it aside was a slip of the finger too.
  const aside = snooze === undefined ? asideBy : asideBy?.slice(0, -1)
  const kept = { ...rest, ...(aside && aside.length > 0 && { asideBy: aside }) }
  const answered = firstTakenAt === undefined ? {} : { firstTakenAt }
  if (before?.takenBy !== undefined) {
    const held = heldEscalatesAt === undefined ? {} : { heldEscalatesAt }
    return { ...kept, ...answered, ...before, status: 'acknowledged', ...held }
  }
  const escalatesAt = heldEscalatesAt ?? request.escalatesAt
  const clock = escalatesAt === undefined ? {} : { escalatesAt }
  if (before) return { ...kept, ...answered, ...before, status: 'open', ...clock }
  // Passed on, then taken and given back meanwhile: it goes back to everybody.
  if (request.status === 'open') return { ...kept, ...answered, status: 'open', ...clock }
  const earlier = firstTakenAt === takenAt ? {} : answered
  return { ...kept, ...earlier, ...(passed && { passed }), status: 'open', ...clock }
}

/** Whoever it was passed on to went home: the clock runs on, and there is no hand to give it back to. */
export function everybodys(request: Request): Request {
  const { escalatesAt } = request
  return { ...unpassed(lasting(request)), status: 'open', ...(escalatesAt !== undefined && { escalatesAt }) }
}

/** Whoever has it goes there now: it is neither put aside any more, nor to be given back. */
export function unsnoozed({ snooze: _why, before: _hands, ...request }: Request): Request {
  return request
}

/** Those to whom it was passed on did not see to it: it is everybody's again. */
export function unpassed<R extends Partial<Request>>({ passed: _to, ...request }: R): Omit<R, 'passed'> {
  return request
}

export const takenOf = ({ takenAt, takenBy }: Request): Pick<Request, 'takenAt' | 'takenBy'> => ({
  ...(takenAt !== undefined && { takenAt }),
  ...(takenBy !== undefined && { takenBy }),
})
