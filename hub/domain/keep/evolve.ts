/** What facts make of the bottles on the shelf. */
import { assertNever } from '../../../shared/protocol/assert-never.ts'
import type { LineMeta } from '../decision.ts'
import type { State } from '../state.ts'
import type { KeepEvent } from './events.ts'

export function evolveKeep(state: State, event: KeepEvent, { at }: LineMeta): void {
  const keep = state.keeps.get(event.keep)
  switch (event.type) {
    case 'KeepStored': {
      const { type: _type, keep: id, by: _by, ...bottle } = event
      return state.keeps.set(id, { id, ...bottle, storedAt: at })
    }
    case 'KeepDrawn':
      if (!keep) return
      return event.left === 0 ? state.keeps.delete(keep.id) : state.keeps.set(keep.id, { ...keep, tenths: event.left })
    case 'KeepExtended':
      return keep && state.keeps.set(keep.id, { ...keep, expiresAt: event.expiresAt })
    case 'KeepForfeited':
      return state.keeps.delete(event.keep)
    default:
      return assertNever(event)
  }
}
