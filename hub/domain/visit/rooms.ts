/** What staff do to rooms that nobody is in. */
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import type { RoomCondition } from '../../../shared/protocol/words.ts'
import type { Decision, Meta } from '../decision.ts'
import type { ReadState } from '../state.ts'

/** Said twice it happens once. */
export function setCondition(
  state: ReadState,
  command: CommandOf<'CleanRoom'> | CommandOf<'SetOutOfOrder'>,
  meta: Meta,
): Decision {
  const { room } = command
  if (!meta.venue.rooms.some(one => one.id === room)) return refuse('unknown', 'look-again', { about: room })
  const { condition, visit } = state.rooms.get(room) ?? { condition: 'ready' }
  if (visit !== undefined) return refuse('room-taken', 'look-again', { about: room })
  if (command.type === 'CleanRoom' && condition === 'out-of-order')
    return refuse('room-not-ready', 'look-again', { about: room })
  const wanted = command.type === 'CleanRoom' ? 'ready' : afterOrder(condition, command.outOfOrder)
  return { events: wanted === condition ? [] : [{ type: 'RoomConditionSet', room, condition: wanted }] }
}

/** Workmen leave dust: what was out of order is cleaned before anyone gets it. */
function afterOrder(condition: RoomCondition, outOfOrder: boolean): RoomCondition {
  if (outOfOrder) return 'out-of-order'
  return condition === 'out-of-order' ? 'to-clean' : condition
}
