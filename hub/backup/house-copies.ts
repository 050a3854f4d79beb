/** What a hub does about the copies of its house: it knows where they lie, starts from one, and takes who is gone out of them. */
import { join } from 'node:path'
import type { Files } from '../ports.ts'
import { createEarlierHouses, type EarlierHouses } from './earlier-houses.ts'
import { noteElsewhere } from './elsewhere.ts'
import { findBackups } from './find-backups.ts'
import { countGone, goneAgainFile, readGone } from './gone.ts'
import { type GoAgain, goAgain } from './gone-again.ts'
import { createGoneBook, type GoneBook } from './gone-book.ts'
import { createOldBackups, type OldBackups, type RewriteBackups } from './old-backups.ts'
import { forgetRestoreTold, readRestoreTold } from './restore-told.ts'
import type { RestoreEdge } from './restores.ts'
import { backupsFolder } from './stage.ts'

export interface CopiesDeps {
  readonly files: Files
  /** The data folder. */
  readonly folder: string
  /** Where backups lie; in the data folder unless given. */
  readonly backups?: readonly string[]
  /** Looks through a backup, and starts from it. */
  readonly restore?: Pick<RestoreEdge, 'verify' | 'startFrom'>
  /** Takes who is gone out of the backups of before. */
  readonly rewrite?: RewriteBackups
  readonly log: Readonly<Record<'info' | 'warn', (fields: object, message: string) => void>>
}

export interface HouseCopies {
  readonly gone: GoneBook
  readonly earlier: EarlierHouses
  readonly oldBackups?: OldBackups
  /** Absent: nobody who is gone came back with a backup. */
  readonly goAgain?: (go: GoAgain) => Promise<number>
  readonly restore?: RestoreEdge
}

/** Throws StoreFailed. */
export async function openHouseCopies(deps: CopiesDeps): Promise<HouseCopies> {
  const { files, folder, restore, rewrite, log } = deps
  const own = join(folder, backupsFolder)
  const backups = deps.backups ?? [own]
  // Those from before there was another disk are still there.
  const all = [...backups, own]
  // Once another disk takes its place nobody else remembers this one.
  for (const one of backups) {
    if (one === own) continue
    await noteElsewhere(files, folder, one).catch((error: unknown) =>
      log.warn({ folder: one, reason: String(error) }, 'where backups lie was not noted'),
    )
  }
  const gone = createGoneBook({
    files,
    folder,
    backups,
    away: (beside, error) => log.info({ beside, reason: String(error) }, 'the list of who is gone is not there yet'),
  })
  const cameBack = countGone(await readGone(files, join(folder, goneAgainFile))) > 0
  return {
    gone,
    earlier: createEarlierHouses({
      folder,
      failed: error => log.warn({ err: error }, 'a copy of the house as it was could not be removed'),
    }),
    ...(rewrite && { oldBackups: oldBackupsOf({ files, folder, log, backups: all, gone, rewrite }) }),
    ...(cameBack && { goAgain: go => goAgain({ files, folder, go }) }),
    ...(restore && {
      restore: {
        ...restore,
        find: () => findBackups(all),
        told: () => readRestoreTold(files, folder),
        forgetTold: () => forgetRestoreTold(files, folder),
      },
    }),
  }
}

const oldBackupsOf = ({
  log,
  ...deps
}: Pick<Parameters<typeof createOldBackups>[0], 'files' | 'folder' | 'backups' | 'gone' | 'rewrite'> &
  Pick<CopiesDeps, 'log'>): OldBackups =>
  createOldBackups({
    ...deps,
    done: (beside, rewritten) => log.info({ beside, rewritten }, 'backups hold nobody any more who was erased'),
    failed: (beside, error) =>
      log.warn({ beside, reason: String(error) }, 'a backup still holds somebody who was erased'),
    unknown: (beside, reason) =>
      log.warn({ beside, reason: String(reason) }, 'who is out of the backups is not known any more'),
    elsewhere: folders => log.warn({ folders }, 'backups elsewhere may hold somebody who was erased'),
  })
