/** Bills of a night that were undone: by whom, what each came to, and what the next one did. */
import type { NightUndone } from '../../shared/protocol/night-report.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import type { LineMeta } from '../domain/decision.ts'
import type { EventOf } from '../domain/events.ts'

export interface UndoneBill extends NightUndone {
  /** It was undone on the day that is told. */
  readonly counts: boolean
}

export interface BillBook {
  readonly undone: readonly UndoneBill[]
  settled(event: EventOf<'VisitSettled'>): void
  undo(visit: Id, at: number, by: LineMeta['by'], counts: boolean): void
  /** What was undone is no bill of its own any more. */
  join(from: Id, into: Id): void
}

export function createBillBook(roomOf: (visit: Id) => Id): BillBook {
  const undone: UndoneBill[] = []
  const standing = new Map<Id, number>()

  function complete(visit: Id, how: Pick<NightUndone, 'again' | 'joined'>): void {
    const at = undone.findLastIndex(one => one.visit === visit)
    const last = undone[at]
    if (last && last.again === undefined && last.joined === undefined) undone[at] = { ...last, ...how }
  }

  return {
    undone,
    settled({ visit, room, orders, comps }) {
      const total = room + orders - comps
      standing.set(visit, total)
      complete(visit, { again: total })
    },
    undo(visit, at, by, counts) {
      const was = standing.get(visit)
      standing.delete(visit)
      undone.push({
        counts,
        at,
        visit,
        room: roomOf(visit),
        ...(was !== undefined && { was }),
        ...(by.staff !== undefined && { by: by.staff }),
      })
    },
    join: (from, into) => complete(from, { joined: roomOf(into) }),
  }
}

/** As it is told. */
export const toldUndone = ({ counts: _counts, ...shown }: UndoneBill): NightUndone => shown
