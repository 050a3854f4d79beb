/** What facts make of the bottles on the shelf. */
import { assertNever } from '../../../shared/protocol/assert-never.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { LineMeta } from '../decision.ts'
import type { EventOf } from '../events.ts'
import type { BottleMove, Keep, State } from '../state.ts'
import type { KeepEvent } from './events.ts'

export function evolveKeep(state: State, event: KeepEvent, { at }: LineMeta): void {
  const keep = state.keeps.get(event.keep)
  switch (event.type) {
    case 'KeepStored': {
      const { type: _type, keep: id, by, ...bottle } = event
      const { visit, item, tenths, second } = bottle
      // What two people stored is not of what the party had.
      if (visit !== undefined && second === undefined) moved(state, visit, { keep: id, item, tenths, way: 'stored' })
      return state.keeps.set(id, { id, ...bottle, storedAt: at, ...(by !== undefined && { storedBy: by }) })
    }
    case 'KeepUndone': {
      const visit = state.visits.get(event.visit)
      const bottles = visit?.bottles?.filter(one => one.keep !== event.keep)
      if (visit && bottles) state.visits.set(visit.id, { ...visit, bottles })
      return state.keeps.delete(event.keep)
    }
    case 'KeepDrawn':
      if (!keep) return
      moved(state, event.visit, { keep: keep.id, item: keep.item, tenths: event.tenths, way: 'drawn' })
      return event.left === 0 ? state.keeps.delete(keep.id) : state.keeps.set(keep.id, drawn(keep, event))
    case 'KeepExtended':
      return keep && state.keeps.set(keep.id, { ...keep, expiresAt: event.expiresAt })
    case 'KeepCorrected':
      if (!keep) return
      restate(state, keep, event.tenths - keep.tenths)
      return state.keeps.set(keep.id, corrected(keep, event))
    case 'KeepForfeited':
      return state.keeps.delete(event.keep)
    default:
      return assertNever(event)
  }
}

function moved(state: State, id: Id, move: BottleMove): void {
  const visit = state.visits.get(id)
  if (visit) state.visits.set(id, { ...visit, bottles: [...(visit.bottles ?? []), move] })
}

/** What its party left here was more, or less, than was said. */
function restate(state: State, { id: keep, visit: id }: Keep, more: number): void {
  const visit = id === undefined ? undefined : state.visits.get(id)
  if (!visit?.bottles) return
  const bottles = visit.bottles.map(one =>
    one.keep === keep && one.way === 'stored' ? { ...one, tenths: one.tenths + more } : one,
  )
  state.visits.set(visit.id, { ...visit, bottles })
}

function corrected(keep: Keep, { tenths, shelf, member }: EventOf<'KeepCorrected'>): Keep {
  // Whoever stored it undoes it no more.
  const { member: _before, givenUp, storedBy: _by, ...rest } = keep
  const owner = member !== undefined ? { member } : givenUp && { givenUp }
  return { ...rest, tenths, shelf, ...owner }
}

/** What was drawn before is not the last any more, even where this line does not say by whom. */
function drawn({ drawn: _before, ...keep }: Keep, { by, second, visit, tenths, left }: EventOf<'KeepDrawn'>): Keep {
  const last = by === undefined ? undefined : { by, ...(second !== undefined && { second }), visit, tenths }
  return { ...keep, tenths: left, ...(last && { drawn: last }) }
}
