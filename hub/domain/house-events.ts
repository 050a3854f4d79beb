/** Facts about staff sessions, PINs, and of records committed (the row itself is in the documents). */
import type { Id } from '../../shared/protocol/primitives.ts'
import type { BackupFailure, RestoreFailure } from '../../shared/protocol/words.ts'

export type RecordKind = 'member' | 'text' | 'device' | 'staff' | 'menu' | 'venue'

export type HouseEvent =
  | { type: 'SignedIn'; session: Id; device: Id; staff: Id; idleMs: number; endsAt: number }
  | { type: 'SignedOut'; session: Id; why: 'left' | 'expired' | 'replaced' | 'pin-reset' }
  | { type: 'ShiftStarted'; staff: Id; endsAt: number }
  | { type: 'ShiftEnded'; staff: Id; why: 'left' | 'lapsed' }
  | { type: 'PinFailed'; staff: Id; failures: number; blockedUntil?: number; off: boolean }
  /** `atHub`: by whoever sat at the hub's machine, with no PIN of anybody's. */
  | { type: 'PinReset'; staff: Id; rev: number; atHub?: true }
  /** Commits row `id` at `rev`: from here on it is what the record says. */
  | { type: 'RecordSaved'; kind: RecordKind; id: Id; rev: number }
  | { type: 'CardBlocked'; member: Id; rev: number }
  /** Until then this session pairs devices without its PIN. */
  | { type: 'PairingAllowed'; session: Id; until: number }
  | { type: 'PairingEnded'; session: Id }
  /** A copy of the house is being made, by a person or at the day's end; then it is there, or it is not and why. */
  | { type: 'BackupBegan' }
  /** `unreadable`: so many parts of the house could not be read, and are not in it. */
  | { type: 'BackupMade'; bytes: number; unreadable?: number }
  | { type: 'BackupFailed'; why: BackupFailure }
  /** One of the copies is looked through, to be put back; the hub starts from it, or it does not and why. */
  | { type: 'RestoreBegan'; backup: string; madeAt: number; bytes: number }
  | { type: 'RestoreFailed'; why: RestoreFailure }
  /** The first fact of a house that was put back; `by`: who asked for it, in the house that was. */
  | { type: 'HouseRestored'; backup: string; madeAt: number; bytes: number; by?: Id }
  | { type: 'DevicePaired'; device: Id; rev: number }
  | { type: 'DeviceRevoked'; device: Id; rev: number }
  /** A token of this device that was rotated out came back: somebody has a copy, and it was revoked. Opens a request. */
  | { type: 'DeviceCopied'; request: Id; device: Id; escalatesAt: number }
  /** `by` of the journal line looked at this member's whole phone number. */
  | { type: 'PhoneShown'; member: Id }
  /** `by` of the journal line took a file of all that is held about this member. */
  | { type: 'MemberFileTaken'; member: Id }
