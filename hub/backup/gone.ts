/**
 * Whom the house erased, which devices it took out and who of the staff left: their opaque ids, in the house and beside its
 * backups, so that a backup from before does not bring them back when it is put back. Nothing else is known of them, and the
 * ids lead nowhere: no id is given twice.
 */
import * as v from 'valibot'
import { Id } from '../../shared/protocol/primitives.ts'
import { type Files, StoreFailed } from '../ports.ts'

/** In the data folder: all who are gone so far. The files are called as when they knew of members only. */
export const goneFile = 'erased.json'
/** In the data folder of a house that was put back: who is to go once more. */
export const goneAgainFile = 'erase-again.json'
/** In a folder of backups. */
export const besideBackups = 'changming-erased.json'

export interface Gone {
  readonly members: readonly Id[]
  readonly devices: readonly Id[]
  readonly staff: readonly Id[]
}

export const nobodyGone: Gone = { members: [], devices: [], staff: [] }

const Ids = v.array(Id)
const List = v.strictObject({
  format: v.literal(1),
  members: Ids,
  devices: v.optional(Ids, []),
  staff: v.optional(Ids, []),
})

/** None where there is no file. Throws StoreFailed for one that nobody can read: whom it names must not come back unseen. */
export async function readGone(files: Pick<Files, 'read'>, path: string): Promise<Gone> {
  const content = await files.read(path)
  if (!content) return nobodyGone
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), List), content.toString('utf8'))
  if (!parsed.success) throw new StoreFailed('unreadable', path, 'not a list of who is gone')
  const { format: _format, ...gone } = parsed.output
  return gone
}

export async function writeGone(files: Pick<Files, 'replace'>, path: string, gone: Gone): Promise<void> {
  await files.replace(path, JSON.stringify({ format: 1, ...gone }))
}

/** Nothing is written where all of them are there already. */
export async function addGone(files: Files, path: string, more: Gone): Promise<void> {
  const known = await readGone(files, path)
  if (countGone(without(more, known)) > 0) await writeGone(files, path, together([known, more]))
}

export const together = (lists: readonly Gone[]): Gone => ({
  members: [...new Set(lists.flatMap(({ members }) => members))],
  devices: [...new Set(lists.flatMap(({ devices }) => devices))],
  staff: [...new Set(lists.flatMap(({ staff }) => staff))],
})

export const without = (gone: Gone, those: Gone): Gone => ({
  members: gone.members.filter(id => !those.members.includes(id)),
  devices: gone.devices.filter(id => !those.devices.includes(id)),
  staff: gone.staff.filter(id => !those.staff.includes(id)),
})

export const countGone = ({ members, devices, staff }: Gone): number => members.length + devices.length + staff.length
