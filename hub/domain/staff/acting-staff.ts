/** In whose name staff act: a session's own, or at a station without a PIN the name that was tapped. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import { type Refusal, refuse } from '../../../shared/protocol/refusals.ts'
import type { Meta } from '../decision.ts'

/** `as` counts at a station only: nobody signed in acts in another's name. */
export function actingStaff({ by, staff }: Pick<Meta, 'by' | 'staff'>, as: Id | undefined): Id | Refusal {
  if (by.kind === 'staff') return by.staff
  if (by.kind !== 'station') return refuse('not-allowed')
  return as !== undefined && staff(as) ? as : refuse('malformed')
}
