/** Copies of the house: one at a time is made, or put back. The edge does it; here stands only that, and how it went. */
import { refuse } from '../../../shared/protocol/refusals.ts'
import type { Decision, Meta } from '../decision.ts'
import type { ReadState } from '../state.ts'
import { refusePin } from './pin.ts'

/** There is one house: the id of its row. */
export const ofHouse = 'house'

export function backUp(state: ReadState): Decision {
  if (isBusy(state)) return refuse('already-done')
  return { events: [{ type: 'BackupBegan' }] }
}

export function restoreHouse(state: ReadState, meta: Meta): Decision {
  const { by, facts } = meta
  if (by.kind !== 'staff') return refuse('not-allowed')
  const refused = refusePin(state, meta, by.staff, facts.pin)
  if (refused) return refused
  if (isBusy(state)) return refuse('already-done', 'look-again')
  if (!facts.backup) return refuse('unknown', 'look-again')
  return { events: [{ type: 'RestoreBegan', ...facts.backup }] }
}

/** A copy is being made or looked through. */
function isBusy(state: ReadState): boolean {
  const { beganAt, restoring } = state.backups.get(ofHouse) ?? {}
  return beganAt !== undefined || restoring !== undefined
}
