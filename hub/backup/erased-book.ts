/** Keeps the list of whom the house erased, as its facts come by: on the disk before any checkpoint goes past them. */
import { join } from 'node:path'
import type { Id } from '../../shared/protocol/primitives.ts'
import type { Event } from '../domain/events.ts'
import type { Files, JournalLine } from '../ports.ts'
import { addErased, besideBackups, erasedFile } from './erased.ts'

export interface ErasedBook {
  /** Facts that are on the disk, from the journal's tail as well: the hub may have ended before they were kept. */
  notice(lines: readonly JournalLine<Event>[]): void
  /** Rejects with StoreFailed: then the list lacks somebody. */
  kept(): Promise<void>
}

/** `backups`: folders of backups, some of which may be away; the next backup takes the list there. */
export function createErasedBook(deps: {
  readonly files: Files
  readonly folder: string
  readonly backups: readonly string[]
  readonly away: (folder: string, error: unknown) => void
}): ErasedBook {
  const { files, folder, backups, away } = deps
  const owed = new Set<Id>()
  let keeping: Promise<void> = Promise.resolve()

  async function keep(): Promise<void> {
    const erased = [...owed]
    await addErased(files, join(folder, erasedFile), erased)
    for (const beside of backups)
      await addErased(files, join(beside, besideBackups), erased).catch((error: unknown) => away(beside, error))
    for (const id of erased) owed.delete(id)
  }

  return {
    notice(lines) {
      for (const { events } of lines) for (const event of events) for (const id of erasedBy(event)) owed.add(id)
      if (owed.size === 0) return
      keeping = keeping.catch(() => undefined).then(keep)
      // Whoever waits for it hears of it.
      keeping.catch(() => undefined)
    },
    kept: () => keeping,
  }
}

const erasedBy = (event: Event): readonly Id[] =>
  event.type === 'MemberErased' ? [event.member, ...(event.formerly ?? [])] : []
