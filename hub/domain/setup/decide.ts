/** Set-up: the new version was written before the decision, and its fact commits it, with what it changed. */
import { refuse } from '../../../shared/protocol/refusals.ts'
import type { Decision, Meta } from '../decision.ts'
import type { ReadState } from '../state.ts'
import type { MenuCommand } from './change-menu.ts'

export type SetupCommand = MenuCommand

export function decideSetup(_state: ReadState, _command: SetupCommand, { facts }: Meta): Decision {
  const { edit, staged = [] } = facts
  // Saved as it was.
  if (!edit) return { events: [] }
  const row = staged.find(({ kind }) => kind === edit.of)
  if (!row) return refuse('unknown', 'look-again')
  return { events: [{ type: 'SetupChanged', rev: row.rev, ...edit }], result: { id: edit.id } }
}
