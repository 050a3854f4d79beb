/** A session ends when nobody used it for a while, and in any case after its absolute limit. */
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { Session, Shift } from '../state.ts'

export interface DueSession {
  /** Ms since the epoch. */
  readonly at: number
  readonly command: CommandOf<'ExpireSession'>
}

export const dueSession = (session: Session | undefined): DueSession | undefined =>
  session && {
    at: Math.min(session.lastUsedAt + session.idleMs, session.endsAt),
    command: { type: 'ExpireSession', session: session.id },
  }

export const dueShift = (
  staff: Id,
  shift: Shift | undefined,
): { readonly at: number; readonly command: CommandOf<'LapseShift'> } | undefined =>
  shift && { at: shift.endsAt, command: { type: 'LapseShift', staff } }
