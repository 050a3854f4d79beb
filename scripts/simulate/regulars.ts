/** The members whom the venue knows, read from its documents: simulated guests come in their names. */
import * as v from 'valibot'
import { createLowdbDocuments } from '../../hub/documents/lowdb-documents.ts'
import { createRecords } from '../../hub/documents/records.ts'
import { Member } from '../../hub/domain/member/member.ts'
import type { Files } from '../../hub/ports.ts'
import type { Id } from '../../shared/protocol/primitives.ts'

export interface Regular {
  readonly id: Id
  /** Numbers of the cards that still work. */
  readonly cards: readonly string[]
}

/** In the order of the documents; nobody who is blocked. Empty where the hub's data are on another machine. */
export async function readRegulars(files: Files, folder: string): Promise<readonly Regular[]> {
  const documents = createLowdbDocuments({ files, folder })
  const records = createRecords({ documents, folder: 'members', prefix: 'm', parse: raw => v.parse(Member, raw) })
  await records.restore(new Map())
  const regulars: Regular[] = []
  for await (const { id, value } of records.all()) {
    const cards = value.cards.filter(card => !card.blocked).map(card => card.number)
    if (!value.blocked) regulars.push({ id, cards })
  }
  return regulars
}
