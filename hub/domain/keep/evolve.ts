/** What facts make of the bottles on the shelf. */
import { assertNever } from '../../../shared/protocol/assert-never.ts'
import type { LineMeta } from '../decision.ts'
import type { EventOf } from '../events.ts'
import type { Keep, State } from '../state.ts'
import type { KeepEvent } from './events.ts'

export function evolveKeep(state: State, event: KeepEvent, { at }: LineMeta): void {
  const keep = state.keeps.get(event.keep)
  switch (event.type) {
    case 'KeepStored': {
      const { type: _type, keep: id, by, ...bottle } = event
      return state.keeps.set(id, { id, ...bottle, storedAt: at, ...(by !== undefined && { storedBy: by }) })
    }
    case 'KeepDrawn':
      if (!keep) return
      return event.left === 0 ? state.keeps.delete(keep.id) : state.keeps.set(keep.id, drawn(keep, event))
    case 'KeepExtended':
      return keep && state.keeps.set(keep.id, { ...keep, expiresAt: event.expiresAt })
    case 'KeepForfeited':
      return state.keeps.delete(event.keep)
    default:
      return assertNever(event)
  }
}

/** What was drawn before is not the last any more, even where this line does not say by whom. */
function drawn({ drawn: _before, ...keep }: Keep, { by, second, visit, tenths, left }: EventOf<'KeepDrawn'>): Keep {
  const last = by === undefined || second === undefined ? undefined : { by, second, visit, tenths }
  return { ...keep, tenths: left, ...(last && { drawn: last }) }
}
