/**
 * The house's own devices after it was put back from a backup: their tokens are younger than what the hub remembers, so each
 * shows six characters, the console lists it with the same ones, and a manager compares and taps. Nobody gets a token without
 * that tap, for whose token was copied or whose device was taken out meanwhile the hub cannot know either.
 *
 * A stranger has no such token, so the list is never longer than the house's devices.
 */
import type { Id } from '../../shared/protocol/primitives.ts'
import { type Refusal, refuse } from '../../shared/protocol/refusals.ts'
import type { Clock, Ids } from '../ports.ts'
import { newCode } from './codes.ts'
import { type DeviceRow, type Devices, newToken, type Polled } from './devices.ts'
import type { TokenMarks } from './token-marks.ts'

export interface Returning {
  /**
   * From `device`, whose token `shown` is none that the hub knows. Undefined: nor is it one that this house gave it later.
   * Who asks again has a new code, and the one before is worth nothing.
   */
  ask(
    device: Id,
    shown: string,
  ): { readonly code: string; readonly secret: string; readonly expiresAt: number } | undefined
  /** From the device that asked. Undefined: nobody asked with this secret, or long ago. */
  poll(secret: string): Polled | undefined
  /** ReadmitDevice: what the device's row keeps of its token; it is in when that row is committed. Refusal: code-expired. */
  admit(device: Id, code: string): { readonly token: DeviceRow['tokens'][number] } | Refusal
}

/** Who does not poll any more is not there. */
const silentMs = 60_000

export function createReturning(deps: {
  devices: Pick<Devices, 'isFromLater' | 'authenticate'>
  ids: Ids
  marks: Pick<TokenMarks, 'make'>
  clock: Pick<Clock, 'now' | 'wakeAt'>
  /** The device waits and shows this code; undefined: not any more. */
  waits: (device: Id, code: string | undefined) => void
}): Returning {
  const { devices, ids, marks, clock, waits } = deps
  const waiting = new Map<Id, Waiting>()

  function forget(device: Id, one: Waiting): void {
    if (waiting.get(device) !== one) return
    waiting.delete(device)
    waits(device, undefined)
  }

  function watch(device: Id, one: Waiting): void {
    clock.wakeAt(one.expiresAt, () => (one.expiresAt > clock.now() ? watch(device, one) : forget(device, one)))
  }

  return {
    ask(device, shown) {
      if (!devices.isFromLater(device, shown)) return undefined
      const { token, kept } = newToken(marks, device, clock.now())
      const expiresAt = clock.now() + silentMs
      const one = { secret: ids.secret(32), code: newCode(ids, 6), expiresAt, admitted: false, token, kept }
      waiting.set(device, one)
      watch(device, one)
      waits(device, one.code)
      return { code: one.code, secret: one.secret, expiresAt }
    },
    poll(secret) {
      const [device, one] = [...waiting].find(([, each]) => each.secret === secret) ?? []
      if (device === undefined || !one) return undefined
      one.expiresAt = clock.now() + silentMs
      const row = one.admitted ? devices.authenticate(device, one.token) : undefined
      if (!row) return { waiting: true, expiresAt: one.expiresAt }
      forget(device, one)
      return { device: row, token: one.token }
    },
    admit(device, code) {
      const one = waiting.get(device)
      if (one?.code !== code) return refuse('code-expired', 'look-again')
      one.admitted = true
      return { token: one.kept }
    },
  }
}

interface Waiting {
  readonly secret: string
  readonly code: string
  expiresAt: number
  /** A manager tapped. */
  admitted: boolean
  readonly token: string
  readonly kept: DeviceRow['tokens'][number]
}
