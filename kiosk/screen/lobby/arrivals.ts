/** Which check-ins of the view this screen knows: those it has shown, and those that the view has had and may lose again. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { KioskCheckInView } from '../../../shared/protocol/views/kiosk.ts'
import type { More } from './found.ts'

export interface Arrivals {
  /** It is, or was, on the screen. */
  shown(id: Id): void
  /** What is known of a guest behind, for when it is their turn. */
  learn(id: Id, more: More): void
  learnt(id: Id): More | undefined
  /** The view had it, and has it no more. */
  isOver(id: Id, all: readonly KioskCheckInView[]): boolean
  /** The first that the screen has not shown yet. `current`: what it is about now. */
  next(
    all: readonly KioskCheckInView[],
    current: Id | undefined,
    isFresh: (checkIn: KioskCheckInView) => boolean,
  ): KioskCheckInView | undefined
}

export function createArrivals(): Arrivals {
  const seen = new Set<Id>()
  const arrived = new Set<Id>()
  const behind = new Map<Id, More>()
  return {
    shown: id => void seen.add(id),
    learn: (id, more) => void behind.set(id, more),
    learnt: id => behind.get(id),
    isOver(id, all) {
      const over = arrived.has(id) && !all.some(one => one.id === id)
      if (over) arrived.delete(id)
      return over
    },
    next(all, current, isFresh) {
      keepOnly(arrived, id => id === current)
      for (const { id } of all) arrived.add(id)
      keepOnly(seen, id => id === current || arrived.has(id))
      for (const id of behind.keys()) if (!arrived.has(id)) behind.delete(id)
      return all.find(one => !seen.has(one.id) && isFresh(one))
    },
  }
}

function keepOnly(ids: Set<Id>, keep: (id: Id) => boolean): void {
  for (const id of ids) if (!keep(id)) ids.delete(id)
}
