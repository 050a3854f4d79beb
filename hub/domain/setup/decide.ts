/** Set-up: the new version was written before the decision, and its fact commits it, with what it changed. */
import { refuse } from '../../../shared/protocol/refusals.ts'
import type { Decision, Meta } from '../decision.ts'
import type { ReadState } from '../state.ts'
import type { MenuCommand } from './change-menu.ts'
import { decidePeople, type PeopleChange } from './staff.ts'

export type SetupCommand = MenuCommand | PeopleChange

export function decideSetup(state: ReadState, command: SetupCommand, meta: Meta): Decision {
  switch (command.type) {
    case 'NewStaff':
    case 'SaveStaff':
    case 'RemoveStaff':
      return decidePeople(state, command, meta)
    default:
      return edited(meta)
  }
}

function edited({ facts: { edit, staged = [] } }: Meta): Decision {
  // Saved as it was.
  if (!edit) return { events: [] }
  const row = staged.find(({ kind }) => kind === edit.of)
  if (!row) return refuse('unknown', 'look-again')
  return { events: [{ type: 'SetupChanged', rev: row.rev, ...edit }], result: { id: edit.id } }
}
