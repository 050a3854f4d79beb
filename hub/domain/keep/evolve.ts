/** What facts make of the bottles on the shelf. */
import { assertNever } from '../../../shared/protocol/assert-never.ts'
import type { State } from '../state.ts'
import type { KeepEvent } from './events.ts'

export function evolveKeep(state: State, event: KeepEvent): void {
  switch (event.type) {
    case 'KeepStored': {
      const { keep: id, member, item, tenths, shelf, label, expiresAt } = event
      return state.keeps.set(id, { id, member, item, tenths, shelf, label, expiresAt })
    }
    case 'KeepDrawn': {
      const keep = state.keeps.get(event.keep)
      if (!keep) return
      return event.left === 0 ? state.keeps.delete(keep.id) : state.keeps.set(keep.id, { ...keep, tenths: event.left })
    }
    default:
      return assertNever(event)
  }
}
