/** Copies of the house as the evening knows them: begun by a person or at the day's end, one at a time, and how each went. */
import type { BackupView } from '../../shared/protocol/views/console.ts'
import type { BackupFailure } from '../../shared/protocol/words.ts'
import type { Event } from '../domain/events.ts'
import { type Clock, type JournalLine, StoreFailed } from '../ports.ts'
import type { BackupLabel } from './names.ts'

export interface Copied {
  readonly bytes: number
  /** So many parts of the house could not be read, and are not in it; absent: none. */
  readonly unreadable?: number | undefined
}

/** Makes one and verifies it. Rejects with StoreFailed or whatever else went wrong. */
export type CopyHouse = (label: BackupLabel) => Promise<Copied>

export interface Copies {
  /** Facts that are on the disk. */
  notice(lines: readonly JournalLine<Event>[]): void
  /** The hub's memory is new: what was under way before is so no longer. */
  begin(): void
  stop(): void
}

/** A night's copy that failed is tried again: the stick may be back by then. */
const againMs = 60 * 60_000

/** Without `copy` (a house that is only played through) no day's end begins one. `enact` writes facts down, as the system. */
export function createCopies(deps: {
  readonly copy: CopyHouse | undefined
  readonly clock: Clock
  readonly backups: () => BackupView | undefined
  readonly enact: (command: string, events: readonly Event[]) => Promise<unknown>
  readonly failed: (error: unknown) => void
}): Copies {
  const { copy, clock, backups, enact, failed } = deps
  let underWay = false
  let cancelAgain: () => void = () => undefined

  async function make(label: BackupLabel): Promise<void> {
    underWay = true
    cancelAgain()
    const ended = await (copy ?? noCopy)(label).then(
      ({ bytes, unreadable }): Event => ({ type: 'BackupMade', bytes, ...(unreadable && { unreadable }) }),
      (error: unknown): Event => {
        failed(error)
        return { type: 'BackupFailed', why: reasonOf(error) }
      },
    )
    underWay = false
    if (ended.type === 'BackupFailed' && label === 'night') cancelAgain = clock.wakeAt(clock.now() + againMs, beginOne)
    await enact('EndBackup', [ended])
  }

  const beginOne = () => {
    const { beganAt, restoring } = backups() ?? {}
    if (restoring) cancelAgain = clock.wakeAt(clock.now() + againMs, beginOne)
    else if (copy && beganAt === undefined) write('BackUp', [{ type: 'BackupBegan' }])
  }
  const write = (command: string, events: readonly Event[]) => void enact(command, events).catch(failed)

  return {
    notice(lines) {
      for (const { seq, by, events } of lines)
        for (const { type } of events) {
          if (type === 'BackupBegan') make(by.system ? 'night' : 'hand').catch(failed)
          // The first day of all begins with the house, in which nothing has happened yet.
          if (type === 'DayRolled' && seq > 1) beginOne()
        }
    },
    begin() {
      // One that this very process makes will be told of when it is there.
      if (backups()?.beganAt === undefined || underWay) return
      write('EndBackup', [{ type: 'BackupFailed', why: 'interrupted' }])
      cancelAgain = clock.wakeAt(clock.now() + againMs, beginOne)
    },
    stop: () => cancelAgain(),
  }
}

const noCopy: CopyHouse = () => Promise.reject(new Error('this hub cannot copy its house'))

const reasonOf = (error: unknown): BackupFailure =>
  error instanceof StoreFailed && error.code === 'disk-full' ? 'disk-full' : 'failed'
