/** Rows that were written for a command before it was decided: forgotten when it is refused, and never written over unseen. */
import type { CommandType } from '../../shared/protocol/commands.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import { type Refusal, refuse } from '../../shared/protocol/refusals.ts'
import type { Facts } from '../domain/decision.ts'
import type { HouseRecords } from '../records/house-records.ts'

/** Rows written for a command that was then refused: forgotten again. */
export function cancelStaged(records: HouseRecords, type: CommandType, { enrolled, saved, staged = [] }: Facts): void {
  for (const { kind, id, rev } of staged) records.rows(kind).cancel(id, rev)
  if (enrolled) records.members.cancel(enrolled.member.member.id, enrolled.rev)
  if (saved) recordsOf(records, type).cancel(saved.id, saved.rev)
}

/** Between look-up and decision somebody else's version of the row was decided on: it must not be written over unseen. */
export function outdated(
  records: HouseRecords,
  type: CommandType,
  { saved, basedOn, staged = [] }: Facts,
): Refusal | undefined {
  for (const row of staged) {
    const now = records.rows(row.kind).get(row.id)
    if (row.basedOn !== undefined && now?.rev !== row.basedOn)
      return refuse('already-done', 'look-again', { about: row.id })
  }
  if (!saved || basedOn === undefined || recordsOf(records, type).get(saved.id)?.rev === basedOn) return undefined
  return refuse('already-done', 'look-again', { about: saved.id })
}

interface AnyRecords {
  get(id: Id): { readonly rev: number } | undefined
  cancel(id: Id, rev: number): void
}

function recordsOf(records: HouseRecords, type: CommandType): AnyRecords {
  switch (type) {
    case 'NewMember':
    case 'SaveMember':
    case 'AddCard':
    case 'BlockCard':
    case 'UnblockCard':
    case 'ReplaceCard':
    case 'RenewCode':
    case 'SaveMyself':
    case 'LeaveNumber':
    case 'EraseMember':
    case 'EraseAgain':
      return records.members
    case 'ResetPin':
      return records.staff
    case 'ConfirmPairing':
    case 'ReadmitDevice':
    case 'PlaceReader':
    case 'RenameDevice':
    case 'RevokeDevice':
    case 'RevokeAgain':
    case 'SetCardFormat':
    case 'SetCamera':
      return records.devices
    default:
      return records.texts
  }
}
