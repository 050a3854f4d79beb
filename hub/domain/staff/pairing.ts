/**
 * A round of pairing: the manager's PIN once, then one device after the other. It ends with the session, when it is said to,
 * and when nobody paired anything for a while: a console that lies about pairs nothing.
 */
import { refuse } from '../../../shared/protocol/refusals.ts'
import type { DeviceKind } from '../../../shared/protocol/words.ts'
import type { Decision, Meta, Refused } from '../decision.ts'
import type { EventOf } from '../events.ts'
import type { ReadState, Session } from '../state.ts'
import { refusePin } from './pin.ts'

const roundMs = 10 * 60_000

export function startPairing(state: ReadState, meta: Meta): Decision {
  const session = sessionOf(state, meta)
  if (!session) return refuse('not-allowed')
  const refused = refusePin(state, meta, session.staff, meta.facts.pin)
  if (refused) return refused
  const allowed = allowedFrom(session, meta.at)
  return { events: [allowed], result: { until: allowed.until } }
}

export function endPairing(state: ReadState, meta: Meta): Decision {
  const session = sessionOf(state, meta)
  return { events: session?.pairsUntil === undefined ? [] : [{ type: 'PairingEnded', session: session.id }] }
}

/** Whether this device may be paired now, by the PIN or within a round; each device keeps the round open. */
export function pairingAllowed(
  state: ReadState,
  meta: Meta,
  command: Pairs,
): Refused | { readonly goesOn: readonly EventOf<'PairingAllowed'>[] } {
  if (meta.by.kind !== 'staff') return refuse('not-allowed')
  if (command.pin !== undefined) return refusePin(state, meta, meta.by.staff, meta.facts.pin) ?? { goesOn: [] }
  const session = sessionOf(state, meta)
  return session && pairsWithoutPin(session, command, meta.at)
    ? { goesOn: [allowedFrom(session, meta.at)] }
    : refuse('pin-again', 'try-again')
}

export const isPairing = (session: Session | undefined, at: number): boolean => (session?.pairsUntil ?? 0) > at

/** A round is for the tablets of rooms: what acts for more than a room is never paired by a console that lies about. */
export const pairsWithoutPin = (session: Session | undefined, { kind }: Pick<Pairs, 'kind'>, at: number): boolean =>
  kind === 'panel' && isPairing(session, at)

/** Of a command that lets a device in: what it is, as far as there is such a device. */
interface Pairs {
  readonly kind: DeviceKind | undefined
  readonly pin?: string
}

const sessionOf = (state: ReadState, { by }: Pick<Meta, 'by'>): Session | undefined =>
  by.kind === 'staff' ? state.sessions.get(by.device) : undefined

const allowedFrom = (session: Session, at: number): EventOf<'PairingAllowed'> => ({
  type: 'PairingAllowed',
  session: session.id,
  until: Math.min(at + roundMs, session.endsAt),
})
