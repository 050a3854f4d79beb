/** What time does to a request that nobody answers, or that nobody says 好了 to. */
import { assertNever } from '../../../shared/protocol/assert-never.ts'
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import { accept, type Decision, type Meta, none } from '../decision.ts'
import type { ReadState, Request } from '../state.ts'
import type { Policy } from '../venue-config.ts'
import { dueRequest, highestLevel, managersLevel } from './due.ts'
import type { RequestEvent } from './events.ts'

type TimeCommand = CommandOf<'LapseTake' | 'EscalateRequest' | 'OverdueRequest' | 'LapseConfirmation'>

/** What is not due (any more) is accepted without facts. */
export function passTime(
  state: ReadState,
  request: Request,
  command: TimeCommand,
  { at, venue }: Pick<Meta, 'at' | 'venue'>,
): Decision {
  if (command.type === 'EscalateRequest' && command.unheard) return unheard(state, request, at, venue.policy)
  const due = dueRequest(request)
  if (due?.command.type !== command.type || at < due.at) return none
  const { id } = request
  switch (command.type) {
    case 'LapseTake':
      if (isOver(state, request)) return accept({ type: 'RequestWithdrawn', request: id, over: true })
      return accept({ type: 'TakeLapsed', request: id, escalatesAt: at + answerMsOf(request, venue.policy) })
    case 'EscalateRequest':
      if (isOver(state, request)) return accept({ type: 'RequestWithdrawn', request: id, over: true })
      return accept(...escalated(request, at, answerMsOf(request, venue.policy)))
    case 'OverdueRequest':
      if (isOver(state, request)) return accept({ type: 'RequestWithdrawn', request: id, over: true })
      // The managers learn of it, whoever has it in hand.
      return accept({ type: 'RequestOverdue', request: id, level: Math.max(request.level, managersLevel) })
    case 'LapseConfirmation':
      return accept({ type: 'ConfirmationLapsed', request: id })
    default:
      return assertNever(command)
  }
}

/** The first step at once; the others keep their pace. */
function unheard(state: ReadState, request: Request, at: number, policy: Policy): Decision {
  if (request.status !== 'open' || request.level > 0) return none
  if (isOver(state, request)) return accept({ type: 'RequestWithdrawn', request: request.id, over: true })
  return accept(...escalated(request, at, answerMsOf(request, policy)))
}

/** One level up, and after `answerMs` the next. */
export function escalated({ id, level }: Request, at: number, answerMs: number): readonly RequestEvent[] {
  if (level >= highestLevel) return []
  const up: RequestEvent = { type: 'RequestEscalated', request: id, level: level + 1 }
  return [level + 1 >= highestLevel ? up : { ...up, escalatesAt: at + answerMs }]
}

export function answerMsOf({ answerMs, what }: Request, { answerMs: limits }: Pick<Policy, 'answerMs'>): number {
  return answerMs ?? (what.kind === 'complaint' ? limits.complaint : limits.service)
}

/** Ice for guests who are gone. Their complaints go on. */
function isOver(state: ReadState, { about, what }: Request): boolean {
  if (!('visit' in about) || what.kind === 'complaint') return false
  const visit = state.visits.get(about.visit)
  return !visit || visit.status === 'closed'
}
