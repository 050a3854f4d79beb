/** Bills of a night that were undone: by whom, what each came to, and what the next one did. */
import type { NightUndone } from '../../shared/protocol/night-report.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import type { LineMeta } from '../domain/decision.ts'
import type { Event } from '../domain/events.ts'

export interface UndoneBill extends NightUndone {
  /** It was undone on the day that is told. */
  readonly counts: boolean
}

export interface BillBook {
  readonly undone: readonly UndoneBill[]
  note(event: Event, at: number, by: LineMeta['by'], counts: boolean): void
}

export function createBillBook(roomOf: (visit: Id) => Id): BillBook {
  const undone: UndoneBill[] = []
  /** What each bill comes to that stands. */
  const standing = new Map<Id, number>()

  function note(event: Event, at: number, by: LineMeta['by'], counts: boolean): void {
    switch (event.type) {
      case 'VisitSettled': {
        const total = event.room + event.orders - event.comps
        standing.set(event.visit, total)
        return complete(event.visit, { again: total })
      }
      case 'SettleUndone': {
        const { visit } = event
        const was = standing.get(visit)
        standing.delete(visit)
        const told = { at, visit, room: roomOf(visit), ...(was !== undefined && { was }) }
        undone.push({ counts, ...told, ...(by.staff !== undefined && { by: by.staff }) })
        return
      }
      case 'VisitsMerged':
        // What they owe is on the other's bill from here on.
        return complete(event.from, { joined: roomOf(event.into) })
      case 'VisitExtended':
        return paidLater(event.visit, event.charge)
      case 'ExtensionUndone':
        return paidLater(event.visit, 0 - event.charge)
      default:
        return
    }
  }

  /** What came of a party whose last bill was undone. */
  function complete(visit: Id, how: Pick<NightUndone, 'again' | 'joined'>): void {
    const at = undone.findLastIndex(one => one.visit === visit)
    const last = undone[at]
    if (last && last.again === undefined && last.joined === undefined) undone[at] = { ...last, ...how }
  }

  /** Of a party that had paid: no bill that comes would hold it. */
  function paidLater(visit: Id, charge: number): void {
    const total = standing.get(visit)
    if (total !== undefined) standing.set(visit, total + charge)
  }

  return { undone, note }
}

/** As it is told. */
export const toldUndone = ({ counts: _counts, ...shown }: UndoneBill): NightUndone => shown
