/**
 * Sees to it that backups of before are rewritten once a member is erased: at once, at each start and at each day's end as long
 * as there is anything to do, for a disk that was away is back some day. The work is done by another process.
 */
import { join } from 'node:path'
import type { Event } from '../domain/events.ts'
import type { Files, JournalLine, StoreFailed } from '../ports.ts'
import { heldElsewhere } from './elsewhere.ts'
import { goneFile, readGone } from './gone.ts'
import type { GoneBook } from './gone-book.ts'
import { stillHeld } from './still-held.ts'

/** Rewrites those in this folder; answers how many held somebody who is gone. Rejects while any of them still does. */
export type RewriteBackups = (folder: string) => Promise<number>

export interface OldBackups {
  /** Facts that are on the disk. */
  notice(lines: readonly JournalLine<Event>[]): void
  look(): void
  /** Resolves when nothing is under way. */
  settled(): Promise<void>
}

/** `folder`: the data folder. `backups`: folders of backups, some of which may be away. */
export function createOldBackups(deps: {
  readonly files: Files
  readonly folder: string
  readonly backups: readonly string[]
  readonly gone: Pick<GoneBook, 'kept'>
  readonly rewrite: RewriteBackups
  readonly done: (folder: string, rewritten: number) => void
  readonly failed: (folder: string, error: unknown) => void
  /** Nobody can read any more what was done there: all of them are looked at. */
  readonly unknown: (folder: string, reason: StoreFailed) => void
  /** Folders that are nobody's but a person's to look after, after somebody was erased. */
  readonly elsewhere: (folders: readonly string[]) => void
}): OldBackups {
  const { files, folder, backups, gone, rewrite, done, failed, unknown, elsewhere } = deps
  let looking: Promise<void> = Promise.resolve()
  /** Beside it: nobody is to wait for hours, over a start maybe, to hear where they have to look themselves. */
  let telling: Promise<void> = Promise.resolve()
  /** What comes while it is looked is in the next look, once. */
  let waiting = false

  async function lookThrough(): Promise<void> {
    waiting = false
    for (const beside of new Set(backups))
      try {
        await gone.kept()
        const { members } = await readGone(files, join(folder, goneFile))
        const held = await stillHeld(files, beside, members, reason => unknown(beside, reason))
        if (held.length > 0) done(beside, await rewrite(beside))
      } catch (error) {
        failed(beside, error)
      }
  }

  async function tellElsewhere(): Promise<void> {
    try {
      await gone.kept()
      const { members } = await readGone(files, join(folder, goneFile))
      const others = (await heldElsewhere(files, folder, members)).filter(one => !backups.includes(one))
      if (others.length > 0) elsewhere(others)
    } catch (error) {
      failed(folder, error)
    }
  }

  const look = () => {
    if (waiting) return
    waiting = true
    looking = looking.then(lookThrough)
  }

  return {
    notice(lines) {
      const types = new Set(lines.flatMap(({ events }) => events.map(({ type }) => type)))
      if (types.has('MemberErased') || types.has('DayRolled')) look()
      if (types.has('MemberErased')) telling = telling.then(tellElsewhere)
    },
    look,
    settled: async () => void (await Promise.all([looking, telling])),
  }
}
