/** 到钟: the agreed time is up, said once. */
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import type { Visit } from '../state.ts'

export interface DueVisit {
  /** Ms since the epoch. */
  readonly at: number
  readonly command: CommandOf<'EndTariffTime'>
}

export function dueVisit(visit: Visit | undefined): DueVisit | undefined {
  if (!visit || visit.status === 'closed' || visit.timeEnded || visit.terms.endsAt === undefined) return undefined
  return { at: visit.terms.endsAt, command: { type: 'EndTariffTime', visit: visit.id } }
}
