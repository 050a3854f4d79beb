/**
 * Whole houses of before, kept beside the present one by an upgrade or a restore, with every member in them. They go once a
 * member is erased, for nothing else would take that member out of them, and after a month in any case.
 */
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Event } from '../domain/events.ts'
import type { JournalLine } from '../ports.ts'
import { syncFolder } from '../system/files.ts'

/** Begins the names of such folders in the data folder. */
export const earlierHouse = '.before-'
/** Of those that an upgrade made; the number of the version follows. */
export const versionCopy = `${earlierHouse}version-`
/** Of a restore that was cut short it holds no less. */
export const restoringFolder = '.restoring'

/** Such a copy stays no longer. */
export const keptDays = 30
const day = 24 * 60 * 60_000

export interface EarlierHouses {
  /** Facts that are on the disk, from the journal's tail as well: the hub may have ended before it was done. */
  notice(lines: readonly JournalLine<Event>[]): void
  /** Resolves when all that was noticed is done. */
  settled(): Promise<void>
}

/** `failed` is told what stays for now: it is tried again at the day's end. */
export function createEarlierHouses(deps: {
  readonly folder: string
  readonly failed: (error: unknown) => void
}): EarlierHouses {
  const { folder, failed } = deps
  /** What is older goes, ms since the epoch. */
  let owed = 0
  let clearing: Promise<void> = Promise.resolve()
  return {
    notice(lines) {
      const ends = lines.flatMap(line => line.events.map(event => endOf(event, line)))
      if (ends.every(end => end === undefined)) return
      owed = Math.max(owed, ...ends.map(end => end ?? 0))
      clearing = clearing.then(() => clear(folder, owed)).catch(failed)
    },
    settled: () => clearing,
  }
}

/** Of the copies that are older than this. */
function endOf(event: Event, { at, command }: JournalLine<Event>): number | undefined {
  if (event.type === 'DayRolled') return at - keptDays * day
  // After a restore nobody is newly erased: what was moved aside a minute ago may still be wanted back.
  return event.type === 'MemberErased' && command.type !== 'EraseAgain' ? at : undefined
}

async function clear(folder: string, before: number): Promise<void> {
  const names = (await readdir(folder)).filter(name => name.startsWith(earlierHouse) || name === restoringFolder)
  let gone = false
  for (const path of names.map(name => join(folder, name))) {
    // A folder is as old as the last thing that was put into it.
    if ((await stat(path)).mtimeMs > before) continue
    await rm(path, { recursive: true, force: true })
    gone = true
  }
  if (gone) await syncFolder(folder)
}
