/** Copies of the house: one at a time. The edge makes them; here stands only that, and how the last one went. */
import { refuse } from '../../../shared/protocol/refusals.ts'
import type { Decision } from '../decision.ts'
import type { ReadState } from '../state.ts'

/** There is one house: the id of its row. */
export const ofHouse = 'house'

export function backUp(state: ReadState): Decision {
  if (state.backups.get(ofHouse)?.beganAt !== undefined) return refuse('already-done')
  return { events: [{ type: 'BackupBegan' }] }
}
