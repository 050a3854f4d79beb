/** Whose card a guest's phone may show and change. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { CheckIn } from '../state.ts'

/**
 * A saved code may be somebody else's picture: its owner's card is closed until staff have received who came with it. Who
 * enrolled on this very phone is who they say they are.
 */
export function ownMember(checkIn: CheckIn | undefined): Id | undefined {
  if (!checkIn) return undefined
  const { enrolled, status, member } = checkIn
  return status === 'seated' || (enrolled === true && status === 'waiting') ? member : undefined
}
