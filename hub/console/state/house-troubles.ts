/** What is amiss in the house without anybody having called: a room's panel that is away, a budget nearly spent. Pure, from slices. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { RoomView, StaffView } from '../../../shared/protocol/views/console.ts'

export type HouseTrouble =
  | { readonly kind: 'panel'; readonly key: string; readonly since: number; readonly room: Id }
  | { readonly kind: 'budget'; readonly key: string; readonly staff: Id; readonly left: number }

/** A tablet that only changes its access point is back sooner. Ms. */
const panelPatience = 30_000

export function houseTroubles(
  rooms: readonly RoomView[],
  staff: readonly StaffView[],
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
  ]
}
