/**
 * Putting the house back from the console: one of the backups is looked through beside the evening, and only when it is good
 * the hub ends, to be started from it. In the house that opens then it is told how that went.
 */
import type { Id } from '../../shared/protocol/primitives.ts'
import type { BackupView } from '../../shared/protocol/views/console.ts'
import type { RestoreFailure } from '../../shared/protocol/words.ts'
import type { Event } from '../domain/events.ts'
import type { DeviceRow, DeviceRows } from '../identity/devices.ts'
import { type JournalLine, StoreFailed } from '../ports.ts'
import type { FoundBackup } from './find-backups.ts'
import type { RestoreTold } from './restore-told.ts'

export interface RestoreEdge {
  /** Newest first. */
  find(): Promise<readonly FoundBackup[]>
  /** Rejects with StoreFailed or whatever else is amiss with it. */
  verify(path: string): Promise<void>
  /** Ends this hub; the next one starts from this backup. */
  startFrom(backup: FoundBackup, by: { readonly staff: Id; readonly device: Id }): void
  /** How it went before this start. */
  told(): Promise<RestoreTold | undefined>
  forgetTold(): Promise<void>
}

export interface Restores {
  /** Facts that are on the disk. */
  notice(lines: readonly JournalLine<Event>[]): void
  /** The hub's memory is new: tells how what was under way before went. */
  begin(): Promise<void>
}

/** `enact` writes facts down, as the system. */
export function createRestores(deps: {
  readonly edge: RestoreEdge | undefined
  readonly backups: () => BackupView | undefined
  readonly devices: DeviceRows
  readonly enact: (command: string, events: readonly Event[]) => Promise<{ readonly ok: boolean }>
  readonly failed: (error: unknown) => void
}): Restores {
  const { edge, backups, devices, enact, failed } = deps
  let underWay = false

  async function putBack({ backup }: { backup: string }, { by }: JournalLine<Event>): Promise<void> {
    underWay = true
    const why = await lookThrough(backup, by).finally(() => {
      underWay = false
    })
    if (why) await ended({ type: 'RestoreFailed', why })
  }

  /** Undefined: it is good, and this hub ends. */
  async function lookThrough(
    name: string,
    { staff, device }: JournalLine<Event>['by'],
  ): Promise<RestoreFailure | undefined> {
    const find = async () => (await edge?.find())?.find(one => one.name === name)
    const backup = await find()
    if (!edge || !backup || staff === undefined || device === undefined) return 'gone'
    try {
      await edge.verify(backup.path)
    } catch (error) {
      failed(error)
      if (error instanceof StoreFailed && error.code === 'disk-full') return 'disk-full'
      return (await find()) ? 'unsound' : 'gone'
    }
    edge.startFrom(backup, { staff, device })
    return undefined
  }

  /** Its key may be younger than the backup, and nobody else may be there to let it in again: it is who asked for all this. */
  async function letInAgain({ demo: _was, ...row }: DeviceRow): Promise<void> {
    const then = devices.find(row.id)
    // Let in before this was told to the end, it has a new key by now.
    if (then?.revoked || (then && newestToken(then) > newestToken(row))) return
    await devices.save(then ? { ...then, tokens: row.tokens } : row)
  }

  /** Rejects when it could not be told: it is told at the next start, but for what was told of it already. */
  async function tell(told: RestoreTold): Promise<void> {
    if (!told.ok) return ended({ type: 'RestoreFailed', why: told.why })
    const { ok: _ok, console, ...from } = told
    if (backups()?.restored?.madeAt !== from.madeAt) await ended({ type: 'HouseRestored', ...from })
    if (console) await letInAgain(console)
  }

  async function ended(how: Event): Promise<void> {
    const answer = await enact('EndRestore', [how])
    if (!answer.ok) throw new Error('how the restore went was not written down')
  }

  return {
    notice(lines) {
      for (const line of lines)
        for (const event of line.events) if (event.type === 'RestoreBegan') putBack(event, line).catch(failed)
    },
    begin: () => begin().catch(failed),
  }

  async function begin(): Promise<void> {
    const told = await edge?.told()
    if (told) {
      await tell(told)
      await edge?.forgetTold()
    } else if (backups()?.restoring && !underWay) await ended({ type: 'RestoreFailed', why: 'interrupted' })
  }
}

const newestToken = ({ tokens }: DeviceRow): number => Math.max(0, ...tokens.map(({ since }) => since))
