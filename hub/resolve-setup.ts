/** Look-ups of set-up: each writes the new version of a document that the command's fact will commit. */
import type { Id } from '../shared/protocol/primitives.ts'
import type { Refusal } from '../shared/protocol/refusals.ts'
import type { Revised } from './documents/revised.ts'
import type { Facts } from './domain/decision.ts'
import type { Edit } from './domain/setup/change.ts'
import { changedMenu, type MenuCommand } from './domain/setup/change-menu.ts'
import type { HouseRecords } from './records/house-records.ts'

export function createSetupLookUps({ records, newId }: { records: HouseRecords; newId: (prefix: string) => Id }) {
  const { menu } = records.documents

  async function changingMenu(command: MenuCommand): Promise<Facts | Refusal> {
    const classes = new Set(records.venue.classes.map(({ id }) => id))
    // On top of what is on its way: two hands at two things of one document do not get into each other's way.
    const changed = changedMenu(menu.newest.value, command, classes, newId)
    return 'refused' in changed ? changed : staged(menu, changed.menu, changed.edit)
  }

  async function staged<T>(document: Revised<T>, value: T, edit: Edit): Promise<Facts> {
    if (edit.fields.length === 0) return nobody
    const basedOn = document.newest.rev
    const rev = await document.stage(value)
    return { ...nobody, staged: [{ kind: edit.of, id: edit.of, rev, basedOn }], edit }
  }

  return { changingMenu }
}

const nobody: Facts = { members: new Map() }
