/** What is amiss in the house without anybody having called: a room's panel that is away, a party whose time is up, a budget nearly spent. Pure, from slices. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { BackupView, RoomView, StaffView, VisitView } from '../../../shared/protocol/views/console.ts'
import type { BackupFailure } from '../../../shared/protocol/words.ts'

export type HouseTrouble =
  | { readonly kind: 'panel'; readonly key: string; readonly since: number; readonly room: Id }
  /** 到钟, or nearly: `since` is when it ends. Theirs to say whether they stay; the panel says nothing of it. */
  | { readonly kind: 'time'; readonly key: string; readonly since: number; readonly room: Id; readonly over: boolean }
  | { readonly kind: 'budget'; readonly key: string; readonly staff: Id; readonly left: number }
  /** Not copied since then, and why the last try came to nothing, if there was one. */
  | { readonly kind: 'backup'; readonly key: string; readonly since: number; readonly why?: BackupFailure }

/** A night was missed. Ms. */
const backupPatience = 36 * 3_600_000
/** A tablet that only changes its access point is back sooner; its party cannot call meanwhile. Ms. */
const panelPatience = 15_000
/** Long enough to ask, and to sing one more. Ms. */
const timeAhead = 10 * 60_000

export function houseTroubles(
  rooms: readonly RoomView[],
  visits: readonly Pick<VisitView, 'id' | 'room' | 'status' | 'terms'>[],
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
    ...visits.flatMap(({ id, room, status, terms: { endsAt: since } }): HouseTrouble[] => {
      // Who has paid stays by the house's leave.
      if (status !== 'open' || since === undefined || now < since - timeAhead) return []
      const over = now >= since
      // Known is known until it is over, or longer.
      return [{ kind: 'time', key: `time/${id}/${since}/${over ? 'over' : 'nearly'}`, since, room, over }]
    }),
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
