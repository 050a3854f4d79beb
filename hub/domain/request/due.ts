/** When time asks something of a request: derived from the state, so a restart changes nothing. */
import { assertNever } from '../../../shared/protocol/assert-never.ts'
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import type { Request } from '../state.ts'

export interface DueRequest {
  /** Ms since the epoch. */
  readonly at: number
  readonly command: CommandOf<'LapseTake' | 'EscalateRequest' | 'OverdueRequest' | 'LapseConfirmation'>
}

/** The owner has nobody above: from there on nothing escalates. */
export const highestLevel = 3
export const managersLevel = 2

/** The earliest of its clocks. */
export function dueRequest(request: Request | undefined): DueRequest | undefined {
  if (!request) return undefined
  const { id, status, level, escalatesAt, lapsesAt, confirmBy } = request
  switch (status) {
    case 'open':
      return earliest(
        escalatesAt === undefined || level >= highestLevel
          ? undefined
          : { at: escalatesAt, command: { type: 'EscalateRequest', request: id } },
        overdue(request),
      )
    case 'acknowledged':
      return earliest(
        lapsesAt === undefined ? undefined : { at: lapsesAt, command: { type: 'LapseTake', request: id } },
        overdue(request),
      )
    case 'resolved':
      return confirmBy === undefined
        ? undefined
        : { at: confirmBy, command: { type: 'LapseConfirmation', request: id } }
    case 'confirmed':
    case 'unconfirmed':
    case 'withdrawn':
      return undefined
    default:
      return assertNever(status)
  }
}

/** The managers hear of it also where somebody put it aside. */
const overdue = ({ id, resolveBy, overdue: told }: Request): DueRequest | undefined =>
  resolveBy === undefined || told ? undefined : { at: resolveBy, command: { type: 'OverdueRequest', request: id } }

const earliest = (one: DueRequest | undefined, other: DueRequest | undefined): DueRequest | undefined =>
  one && other ? (other.at < one.at ? other : one) : (one ?? other)
