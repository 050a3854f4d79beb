/** A data folder whose journal is cut back: the checkpoint and the histories must not know facts that are gone. */
import { join } from 'node:path'
import { createLowdbDocuments } from '../documents/lowdb-documents.ts'
import { carryOut, type RepairPlan } from '../journal/repair.ts'
import type { Files } from '../ports.ts'
import { forgetFactsAfter } from '../records/histories.ts'
import { loadCheckpoint } from './checkpoint.ts'

export type CutBack =
  | { readonly kept: readonly string[] }
  /** The checkpoint is younger than the cut, and what it was made of is gone. */
  | { readonly why: 'needs-checkpoint'; readonly checkpoint: number }

/** Whoever calls it holds the folder's lock. A crash on the way leaves what the same call puts right. */
export async function cutBack(
  { files, folder, key }: { files: Files; folder: string; key: Uint8Array },
  plan: RepairPlan,
): Promise<CutBack> {
  const path = join(folder, 'checkpoint.json')
  const journal = join(folder, 'journal')
  const checkpoint = await loadCheckpoint(files, path)
  const kept: string[] = []
  if (checkpoint && checkpoint.seq > plan.to) {
    if (plan.firstSeq > 1) return { why: 'needs-checkpoint', checkpoint: checkpoint.seq }
    const aside = join(journal, 'cut', `checkpoint.json.${checkpoint.seq}`)
    await files.makeFolder(join(journal, 'cut'))
    await files.replace(aside, (await files.read(path)) ?? '')
    await files.remove(path)
    kept.push(aside)
  }
  await forgetFactsAfter(createLowdbDocuments({ files, folder }), plan.to)
  return { kept: [...(await carryOut({ files, folder: journal, key }, plan)), ...kept] }
}
