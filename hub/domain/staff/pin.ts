/** What wrong PINs lead to: five are free, then each next try waits twice as long, and the tenth turns the PIN off. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import type { Meta, Refused } from '../decision.ts'
import type { EventOf } from '../events.ts'
import type { ReadState } from '../state.ts'

/**
 * Undefined when the PIN of `staff` was right and may be used now. `verdict` is what the edge found
 * (`meta.facts.pin`, `.second`); while a PIN is delayed or off the verdict does not count, right or wrong.
 * The refusal carries the fact of a failure: hand it on whole.
 */
export function refusePin(
  state: Pick<ReadState, 'pins'>,
  meta: Pick<Meta, 'at' | 'staff'>,
  staff: Id,
  verdict: 'right' | 'wrong' | undefined,
): Refused | undefined {
  // Nobody of that name: the same words as for a wrong PIN, and nothing is counted, so that names cannot fill the memory.
  if (!meta.staff(staff)) return refuse('wrong-pin', 'try-again', { about: staff })
  const known = state.pins.get(staff)
  if (known?.off) return refuse('pin-off', 'ask-manager', { about: staff })
  const waitMs = (known?.blockedUntil ?? 0) - meta.at
  if (waitMs > 0) return refuse('pin-delayed', 'wait', { waitMs, about: staff })
  return verdict === 'right' ? undefined : failure(staff, (known?.failures ?? 0) + 1, meta.at)
}

const freeFailures = 5
const offAt = 10
const firstDelayMs = 30_000

function failure(staff: Id, failures: number, at: number): Refused {
  const off = failures >= offAt
  const delayMs = off || failures < freeFailures ? 0 : firstDelayMs * 2 ** (failures - freeFailures)
  const failed: EventOf<'PinFailed'> = {
    type: 'PinFailed',
    staff,
    failures,
    ...(delayMs > 0 && { blockedUntil: at + delayMs }),
    off,
  }
  const told = off
    ? refuse('pin-off', 'ask-manager', { about: staff })
    : delayMs > 0
      ? refuse('wrong-pin', 'wait', { waitMs: delayMs, about: staff })
      : refuse('wrong-pin', 'try-again', { about: staff })
  return { ...told, events: [failed] }
}
