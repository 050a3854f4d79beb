/** What is amiss in the house without anybody having called: a room's panel that is away, a budget nearly spent. Pure, from slices. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { BackupView, RoomView, StaffView } from '../../../shared/protocol/views/console.ts'
import type { BackupFailure } from '../../../shared/protocol/words.ts'

export type HouseTrouble =
  | { readonly kind: 'panel'; readonly key: string; readonly since: number; readonly room: Id }
  | { readonly kind: 'budget'; readonly key: string; readonly staff: Id; readonly left: number }
  /** Not copied since then, and why the last try came to nothing, if there was one. */
  | { readonly kind: 'backup'; readonly key: string; readonly since: number; readonly why?: BackupFailure }

/** A night was missed. Ms. */
const backupPatience = 36 * 3_600_000
/** A tablet that only changes its access point is back sooner. Ms. */
const panelPatience = 30_000

export function houseTroubles(
  rooms: readonly RoomView[],
  staff: readonly StaffView[],
  backup: BackupView | undefined,
  now: number,
): readonly HouseTrouble[] {
  return [
    ...rooms.flatMap(({ id, panelOffSince: since }): HouseTrouble[] =>
      since === undefined || now - since < panelPatience
        ? []
        : [{ kind: 'panel', key: `panel/${id}/${since}`, since, room: id }],
    ),
    // Known is known until less is left.
    ...staff.flatMap(({ id, gone, compLow, compLeft: left }): HouseTrouble[] =>
      !gone && compLow && left !== undefined ? [{ kind: 'budget', key: `budget/${id}/${left}`, staff: id, left }] : [],
    ),
    ...backupTrouble(backup, now),
  ]
}

function backupTrouble({ made, failed }: BackupView = {}, now: number): HouseTrouble[] {
  if (failed) return [{ kind: 'backup', key: `backup/${failed.at}`, since: failed.at, why: failed.why }]
  return made && now - made.at > backupPatience ? [{ kind: 'backup', key: `backup/${made.at}`, since: made.at }] : []
}
