/** Who asks. Built from a token at the edge, never from what a frame says. */
import type { Id } from '../../shared/protocol/primitives.ts'
import type { Role, Station } from '../../shared/protocol/words.ts'

export type Principal =
  | { kind: 'kiosk'; device: Id }
  | { kind: 'reader'; device: Id; kiosk: Id }
  | { kind: 'panel'; device: Id; room: Id }
  /** With a room it plays there; without, wherever there is something to play. */
  | { kind: 'player'; device: Id; room?: Id }
  /** A console nobody signed in on. */
  | { kind: 'console'; device: Id }
  /** A console at a fixed place, for what needs no PIN. */
  | { kind: 'station'; device: Id; station: Station }
  | { kind: 'staff'; device: Id; session: Id; staff: Id; role: Role }
  /** A guest's phone that claimed this kiosk's ticket. */
  | { kind: 'phone'; claim: Id; kiosk: Id }
  | { kind: 'system' }

export type StaffPrincipal = Extract<Principal, { kind: 'staff' }>

/** Who answers for what the others do. */
export const isLead = (by: Principal): boolean => by.kind === 'staff' && leads(by.role)

export const leads = (role: Role | undefined): boolean => role === 'manager' || role === 'owner'

/** One column of the authorisation table. */
export type PrincipalKind = Exclude<Principal['kind'], 'staff' | 'station'> | Role | 'bar-station' | 'floor-station'
