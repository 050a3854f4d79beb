/** Keeps the list of who is gone from the house, as the facts come by: on the disk before any checkpoint goes past them. */
import { join } from 'node:path'
import type { Event } from '../domain/events.ts'
import type { Files, JournalLine } from '../ports.ts'
import { addGone, besideBackups, countGone, type Gone, goneFile, nobodyGone, together, without } from './gone.ts'

export interface GoneBook {
  /** Facts that are on the disk, from the journal's tail as well: the hub may have ended before they were kept. */
  notice(lines: readonly JournalLine<Event>[]): void
  /** Rejects with StoreFailed: then the list lacks somebody. */
  kept(): Promise<void>
}

/** `backups`: folders of backups, some of which may be away; the next backup takes the list there. */
export function createGoneBook(deps: {
  readonly files: Files
  readonly folder: string
  readonly backups: readonly string[]
  readonly away: (folder: string, error: unknown) => void
}): GoneBook {
  const { files, folder, backups, away } = deps
  let owed = nobodyGone
  let keeping: Promise<void> = Promise.resolve()

  async function keep(): Promise<void> {
    const gone = owed
    await addGone(files, join(folder, goneFile), gone)
    for (const beside of backups)
      await addGone(files, join(beside, besideBackups), gone).catch((error: unknown) => away(beside, error))
    owed = without(owed, gone)
  }

  return {
    notice(lines) {
      const gone = lines.flatMap(({ events }) => events.flatMap(event => goneBy(event) ?? []))
      if (gone.length > 0) owed = together([owed, ...gone])
      if (countGone(owed) === 0) return
      keeping = keeping.catch(() => undefined).then(keep)
      // Whoever waits for it hears of it.
      keeping.catch(() => undefined)
    },
    kept: () => keeping,
  }
}

function goneBy(event: Event): Gone | undefined {
  switch (event.type) {
    case 'MemberErased':
      return { ...nobodyGone, members: [event.member, ...(event.formerly ?? [])] }
    case 'DeviceRevoked':
      return { ...nobodyGone, devices: [event.device] }
    case 'StaffChanged':
      return event.fields.some(({ field }) => field === 'gone') ? { ...nobodyGone, staff: [event.staff] } : undefined
    default:
      return undefined
  }
}
