/**
 * Takes members who were erased out of a house of before, as it lies in a folder: their rows, their past, and what was typed
 * for their evenings. Its journal knows ids only and stays as it is, and so does what rests on it: a hub that starts from this
 * house finds rows that say nothing, and in the list of who is to go once more whose they were.
 */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import type { Id } from '../../shared/protocol/primitives.ts'
import { boot } from '../checkpoint/boot.ts'
import { bringUpToDate } from '../data-version/data-version.ts'
import { createLowdbDocuments } from '../documents/lowdb-documents.ts'
import { passingOver } from '../documents/records.ts'
import { parseShard, type ShardContent, type StoredRow, settleRow } from '../documents/shard.ts'
import { shardOfId } from '../documents/shard-id.ts'
import { textsOf } from '../domain/member/texts.ts'
import { parseEvent } from '../domain/parse-event.ts'
import { createFileJournal } from '../journal/file-journal.ts'
import { type Documents, type Files, StoreFailed } from '../ports.ts'
import { readSecret } from '../system/secrets.ts'
import { addGone, goneAgainFile, goneFile, nobodyGone, readGone, without } from './gone.ts'

/**
 * Answers whether anything of them was there. Throws StoreFailed; at a document that is damaged unless `passedOver` is there to be
 * told of it: it stays as it is, and may hold somebody, also of those who were taken out of the others before.
 */
export async function takeOut(
  files: Files,
  folder: string,
  members: readonly Id[],
  passedOver?: (reason: StoreFailed) => void,
): Promise<boolean> {
  if (members.length === 0) return false
  const passOver = passingOver(passedOver)
  const documents = createLowdbDocuments({ files, folder })
  const rowsOf = (name: string) => openRows(documents, name).catch(passOver)
  const pastOf = (name: string) => openPast(documents, name).catch(passOver)
  const here = new Set(members)
  const holding = new Set<Id>()
  for (const name of await shardsOf(documents, 'members', here))
    for (const row of (await rowsOf(name))?.value.rows ?? []) if (here.has(row.id) && says(row)) holding.add(row.id)
  for (const name of await shardsOf(documents, 'histories', here))
    for (const { member } of (await pastOf(name))?.value.rows ?? []) if (here.has(member)) holding.add(member)
  const before = await readGone(files, join(folder, goneAgainFile))
  if (holding.size === 0 && before.members.some(member => here.has(member)))
    for (const name of await documents.list('texts')) await rowsOf(name)
  await documents.close()
  if (holding.size === 0) return false

  const raised = await bringUpToDate(files, folder)
  if (raised) await rm(raised.copy, { recursive: true, force: true })
  const { texts, committed } = await typedFor(files, folder, holding)
  const blanked = (ids: ReadonlySet<Id>) => (row: StoredRow<unknown>) => (ids.has(row.id) ? blank(row) : row)
  for (const name of await shardsOf(documents, 'members', holding)) await change(await rowsOf(name), blanked(holding))
  // What had ended by then may lie beside its end all the same, and nobody can tell any more whose it was.
  for (const name of await documents.list('texts'))
    await change(await rowsOf(name), row =>
      blanked(texts)(row.versions.length > 1 ? settleRow(row, committed?.get(row.id)) : row),
    )
  for (const name of await shardsOf(documents, 'histories', holding)) {
    const past = await pastOf(name)
    await past?.save({ ...past.value, rows: past.value.rows.filter(({ member }) => !holding.has(member)) })
  }
  await documents.close()
  const own = await readGone(files, join(folder, goneFile))
  await addGone(files, join(folder, goneAgainFile), without({ ...nobodyGone, members: [...holding] }, own))
  return true
}

/** As that house knew them: the texts that its reservations, check-ins and visits of these members lead to. */
async function typedFor(files: Files, folder: string, members: ReadonlySet<Id>) {
  const key = await readSecret(files, join(folder, 'secrets', 'journal.key'), 32)
  if (!key) throw new StoreFailed('unreadable', 'secrets/journal.key', 'missing')
  // Nothing is written, on no day.
  const store = createFileJournal({ files, folder: join(folder, 'journal'), key, businessDay: () => '', parseEvent })
  const { live, journal, committed } = await boot({
    files,
    journal: store,
    checkpoint: join(folder, 'checkpoint.json'),
  })
  await journal.close()
  const texts = new Set([...members].flatMap(member => [...textsOf(live.state, member)]))
  return { texts, committed: committed.get('text') }
}

async function shardsOf(documents: Documents, of: string, ids: ReadonlySet<Id>): Promise<readonly string[]> {
  const wanted = new Set([...ids].map(id => `${of}/${shardOfId(id)}`))
  return (await documents.list(of)).filter(name => wanted.has(name))
}

const openRows = (documents: Documents, name: string) =>
  documents.open(name, parseShard, (): ShardContent<unknown> => ({ rows: [] }))

/** As far as it is looked at here; `hub/records/histories.ts` knows the rest. */
const Past = v.looseObject({ rows: v.array(v.looseObject({ member: v.string() })) })
const openPast = (documents: Documents, name: string) =>
  documents.open(
    name,
    raw => v.parse(Past, raw),
    () => ({ rows: [] }),
  )

async function change(
  document: Awaited<ReturnType<typeof openRows>> | undefined,
  changed: (row: StoredRow<unknown>) => StoredRow<unknown>,
): Promise<void> {
  if (!document) return
  const rows = document.value.rows.map(changed)
  if (rows.some((row, at) => row !== document.value.rows[at])) await document.save({ rows })
}

const says = ({ versions }: StoredRow<unknown>): boolean => versions.some(({ value }) => value !== undefined)

/** The journal goes by the revisions: they stay. */
const blank = ({ id, versions: [first, ...staged] }: StoredRow<unknown>): StoredRow<unknown> => ({
  id,
  versions: [{ rev: first.rev }, ...staged.map(({ rev }) => ({ rev }))],
})
