/** Sessions and wrong PINs. Records committed live in the documents: here they change nothing. */
import { assertNever } from '../../../shared/protocol/assert-never.ts'
import type { LineMeta } from '../decision.ts'
import type { HouseEvent } from '../house-events.ts'
import type { State } from '../state.ts'
import { ofHouse } from './backup.ts'
import { sessionCalled } from './session.ts'

export function evolveHouse(
  state: State,
  event: Exclude<HouseEvent, { type: 'DeviceCopied' }>,
  { at }: LineMeta,
): void {
  switch (event.type) {
    case 'SignedIn': {
      const { session: id, device, staff, idleMs, endsAt } = event
      state.sessions.set(device, { id, device, staff, since: at, lastUsedAt: at, idleMs, endsAt })
      return state.pins.delete(staff)
    }
    case 'SignedOut': {
      const session = sessionCalled(state, event.session)
      if (session) state.sessions.delete(session.device)
      return
    }
    case 'ShiftStarted':
      return state.shifts.set(event.staff, { since: at, endsAt: event.endsAt })
    case 'ShiftEnded':
      return state.shifts.delete(event.staff)
    case 'PairingAllowed': {
      const session = sessionCalled(state, event.session)
      return session && state.sessions.set(session.device, { ...session, pairsUntil: event.until })
    }
    case 'PairingEnded': {
      const session = sessionCalled(state, event.session)
      if (!session) return
      const { pairsUntil: _over, ...rest } = session
      return state.sessions.set(session.device, rest)
    }
    case 'BackupBegan':
      return state.backups.set(ofHouse, { ...state.backups.get(ofHouse), beganAt: at })
    case 'BackupMade': {
      const { bytes, unreadable } = event
      const { beganAt: _over, failed: _made, ...rest } = state.backups.get(ofHouse) ?? {}
      return state.backups.set(ofHouse, { ...rest, made: { at, bytes, ...(unreadable && { unreadable }) } })
    }
    case 'BackupFailed': {
      const { beganAt: _over, ...rest } = state.backups.get(ofHouse) ?? {}
      return state.backups.set(ofHouse, { ...rest, failed: { at, why: event.why } })
    }
    case 'RestoreBegan': {
      const { notRestored: _again, ...rest } = state.backups.get(ofHouse) ?? {}
      return state.backups.set(ofHouse, { ...rest, restoring: { since: at, madeAt: event.madeAt } })
    }
    case 'RestoreFailed': {
      const { restoring: _over, ...rest } = state.backups.get(ofHouse) ?? {}
      return state.backups.set(ofHouse, { ...rest, notRestored: { at, why: event.why } })
    }
    case 'HouseRestored': {
      // When it was copied, that was under way, and is what it came from now.
      const { madeAt, bytes, by } = event
      const restored = { at, madeAt, ...(by !== undefined && { by }) }
      return state.backups.set(ofHouse, { made: { at: madeAt, bytes }, restored })
    }
    case 'PinFailed': {
      const { failures, blockedUntil, off } = event
      return state.pins.set(event.staff, { failures, off, ...(blockedUntil !== undefined && { blockedUntil }) })
    }
    case 'PinReset':
      return state.pins.delete(event.staff)
    case 'RecordSaved':
    case 'CardBlocked':
    case 'DevicePaired':
    case 'DeviceRevoked':
    case 'PhoneShown':
    case 'MemberFileTaken':
      return
    default:
      return assertNever(event)
  }
}
