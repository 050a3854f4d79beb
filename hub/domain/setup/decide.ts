/** Set-up: the new version was written before the decision, and its fact commits it, with what it changed. */
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import { type Refusal, refuse } from '../../../shared/protocol/refusals.ts'
import type { Decision, Meta } from '../decision.ts'
import { roomOf } from '../room-of.ts'
import type { ReadState } from '../state.ts'
import type { MenuCommand } from './change-menu.ts'
import type { VenueCommand } from './change-venue.ts'
import { importSongs } from './import-songs.ts'
import { decidePeople, type PeopleChange, removeAgain } from './staff.ts'

export type SetupCommand = MenuCommand | VenueCommand | PeopleChange | CommandOf<'ImportSongs' | 'RemoveAgain'>

export function decideSetup(state: ReadState, command: SetupCommand, meta: Meta): Decision {
  switch (command.type) {
    case 'NewStaff':
    case 'SaveStaff':
    case 'RemoveStaff':
      return decidePeople(state, command, meta)
    case 'RemoveAgain':
      return removeAgain(state, command, meta)
    case 'ImportSongs':
      return importSongs(state, command, meta)
    case 'SaveRoom':
      return refuseClass(state, command, meta) ?? edited(meta)
    case 'RemoveRoom':
      return refuseRoom(state, command.room) ?? edited(meta)
    case 'RemoveRoomClass': {
      const held = [...state.reservations.values()].some(
        ({ roomClass, status }) => status === 'held' && roomClass === command.roomClass,
      )
      return held ? refuse('in-use', 'look-again', { about: command.roomClass }) : edited(meta)
    }
    case 'RemoveTariff': {
      // Its name is on their bill.
      const used = [...state.visits.values()].some(
        ({ status, terms }) => status !== 'closed' && terms.tariff === command.tariff,
      )
      return used ? refuse('in-use', 'look-again', { about: command.tariff }) : edited(meta)
    }
    default:
      return edited(meta)
  }
}

/** A party is in it, or somebody was promised it. */
function refuseRoom(state: ReadState, room: string): Refusal | undefined {
  if (state.rooms.get(room)?.visit !== undefined) return refuse('room-taken', 'look-again', { about: room })
  const promised = [...state.reservations.values()].some(one => one.status === 'held' && one.room === room)
  return promised ? refuse('in-use', 'look-again', { about: room }) : undefined
}

/** What the party in it orders from now on would cost something else. */
function refuseClass(state: ReadState, command: CommandOf<'SaveRoom'>, { venue, sure }: Meta): Refusal | undefined {
  const { room: id, fields } = command
  const room = id === undefined ? undefined : roomOf(venue, id)
  if (sure || !room || room.roomClass === fields.roomClass) return undefined
  return state.rooms.get(room.id)?.visit === undefined
    ? undefined
    : refuse('party-inside', 'confirm', { about: room.id })
}

function edited({ facts: { edit, staged = [] } }: Meta): Decision {
  // Saved as it was.
  if (!edit) return { events: [] }
  const row = staged.find(({ kind }) => kind === edit.of)
  if (!row) return refuse('unknown', 'look-again')
  // The panel of a room that is no more.
  const panels = staged.filter(({ kind }) => kind === 'device')
  return {
    events: [
      { type: 'SetupChanged', rev: row.rev, ...edit },
      ...panels.map(({ id: device, rev }) => ({ type: 'DeviceRevoked' as const, device, rev })),
    ],
    result: { id: edit.id },
  }
}
