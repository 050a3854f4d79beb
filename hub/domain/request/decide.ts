/** What may be asked about calls and complaints: by the guests here, by staff in answer.ts and hand-on.ts, by time in pass-time.ts. */
import { assertNever } from '../../../shared/protocol/assert-never.ts'
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import { accept, already, type Decision, type Meta } from '../decision.ts'
import type { ReadState, Request, Visit } from '../state.ts'
import { liveVisit } from '../visit/live-visit.ts'
import { answerRequest } from './answer.ts'
import { handOn } from './hand-on.ts'
import { openComplaint, openService, repeat } from './open.ts'
import { passTime } from './pass-time.ts'
import { isSameKind, pendingOf } from './pending.ts'

export type RequestCommand = CommandOf<
  | 'CallService'
  | 'Complain'
  | 'WithdrawRequest'
  | 'ConfirmRequest'
  | 'ReopenRequest'
  | 'SetDoNotDisturb'
  | 'TakeRequest'
  | 'ReleaseRequest'
  | 'GoToRequest'
  | 'ResolveRequest'
  | 'PassRequest'
  | 'SnoozeRequest'
  | 'ResumeRequest'
  | 'LapseTake'
  | 'EscalateRequest'
  | 'OverdueRequest'
  | 'LapseConfirmation'
>

export function decideRequest(state: ReadState, command: RequestCommand, meta: Meta): Decision {
  switch (command.type) {
    case 'Complain':
      if (meta.by.kind === 'staff') return toldStaff(state, command, meta)
      // On the glass nobody complains for another room.
      if (command.visit !== undefined) return refuse('malformed')
      return meta.visit && meta.visit.status !== 'closed'
        ? openComplaint(state, command.category, meta.visit, meta)
        : refuse('visit-closed')
    case 'CallService':
    case 'WithdrawRequest':
    case 'ConfirmRequest':
    case 'ReopenRequest':
    case 'SetDoNotDisturb':
      return meta.visit && meta.visit.status !== 'closed'
        ? byGuest(state, command, meta.visit, meta)
        : refuse('visit-closed')
    case 'TakeRequest':
    case 'ReleaseRequest':
    case 'GoToRequest':
    case 'ResolveRequest': {
      const request = state.requests.get(command.request)
      return request ? answerRequest(state, request, command, meta) : refuse('unknown', 'look-again')
    }
    case 'PassRequest':
    case 'SnoozeRequest':
    case 'ResumeRequest': {
      const request = state.requests.get(command.request)
      return request ? handOn(state, request, command, meta) : refuse('unknown', 'look-again')
    }
    case 'LapseTake':
    case 'EscalateRequest':
    case 'OverdueRequest':
    case 'LapseConfirmation': {
      const request = state.requests.get(command.request)
      return request ? passTime(state, request, command, meta) : refuse('unknown')
    }
    default:
      return assertNever(command)
  }
}

function toldStaff(state: ReadState, { category, visit: id }: CommandOf<'Complain'>, meta: Meta): Decision {
  if (id === undefined) return refuse('malformed')
  const visit = liveVisit(state, id)
  return 'refused' in visit ? visit : openComplaint(state, category, visit, meta)
}

type GuestCommand = Extract<
  RequestCommand,
  { type: 'CallService' | 'WithdrawRequest' | 'ConfirmRequest' | 'ReopenRequest' | 'SetDoNotDisturb' }
>

function byGuest(state: ReadState, command: GuestCommand, visit: Visit, meta: Meta): Decision {
  switch (command.type) {
    case 'CallService':
      return openService(state, command.service, visit, meta)
    case 'SetDoNotDisturb':
      return visit.doNotDisturb === command.on
        ? already
        : accept({ type: 'DoNotDisturbSet', visit: visit.id, on: command.on })
    case 'WithdrawRequest':
    case 'ConfirmRequest':
    case 'ReopenRequest': {
      const request = ofVisit(state, command.request, visit)
      if (!request) return refuse('unknown')
      if (command.type === 'WithdrawRequest') return withdraw(request)
      return command.type === 'ConfirmRequest' ? confirm(request) : reopen(state, request, visit, meta)
    }
    default:
      return assertNever(command)
  }
}

function withdraw({ id, status }: Request): Decision {
  switch (status) {
    case 'open':
    case 'acknowledged':
      return accept({ type: 'RequestWithdrawn', request: id })
    case 'withdrawn':
      return already
    case 'resolved':
    case 'confirmed':
    case 'unconfirmed':
      return refuse('already-resolved')
    default:
      return assertNever(status)
  }
}

/** 好了. Late is fine. */
function confirm({ id, status }: Request): Decision {
  switch (status) {
    case 'resolved':
    case 'unconfirmed':
      return accept({ type: 'RequestConfirmed', request: id })
    case 'confirmed':
      return already
    case 'open':
    case 'acknowledged':
    case 'withdrawn':
      return refuse('wrong-state', 'look-again')
    default:
      return assertNever(status)
  }
}

/** 还没好: it escalates at once. Where the guests called anew meanwhile, that call is urged: one of a kind is pending. */
function reopen(state: ReadState, request: Request, visit: Visit, { at }: Meta): Decision {
  switch (request.status) {
    case 'resolved':
    case 'unconfirmed': {
      const newer = pendingOf(state, visit).find(one => isSameKind(one.what, request.what))
      if (newer) return repeat(newer)
      const result = { request: request.id }
      return { events: [{ type: 'RequestReopened', request: request.id, escalatesAt: at }], result }
    }
    case 'open':
    case 'acknowledged':
      return already
    case 'confirmed':
    case 'withdrawn':
      return refuse('wrong-state', 'look-again')
    default:
      return assertNever(request.status)
  }
}

function ofVisit(state: ReadState, id: Id, visit: Visit): Request | undefined {
  return visit.requests.includes(id) ? state.requests.get(id) : undefined
}
