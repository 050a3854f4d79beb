/** Set-up: the new version was written before the decision, and its fact commits it, with what it changed. */
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import { type Refusal, refuse } from '../../../shared/protocol/refusals.ts'
import type { Decision, Meta } from '../decision.ts'
import { mostAtOnce } from '../reservation/window.ts'
import { roomOf } from '../room-of.ts'
import type { ReadState } from '../state.ts'
import type { RoomConfig } from '../venue-config.ts'
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
      return refuseRoom(state, command.room, meta) ?? edited(meta)
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
    case 'SavePolicy':
      return refuseLimits(command, meta) ?? edited(meta)
    default:
      return edited(meta)
  }
}

/**
 * What managers may give, and from which amount on it takes two, they do not set themselves: it is the owner's affair, as who is
 * a manager. In a house without an owner they answer for it.
 */
function refuseLimits({ changes }: CommandOf<'SavePolicy'>, { by, everybody }: Meta): Refusal | undefined {
  if (changes.compQuota === undefined && changes.compSecondAbove === undefined) return undefined
  const owns = (by.kind === 'staff' && by.role === 'owner') || !everybody().some(({ role }) => role === 'owner')
  return owns ? undefined : refuse('not-allowed', 'choose-other')
}

/** A party is in it, somebody was promised it, or as many were promised its class as there are rooms. */
function refuseRoom(state: ReadState, room: Id, meta: Meta): Refusal | undefined {
  if (state.rooms.get(room)?.visit !== undefined) return refuse('room-taken', 'look-again', { about: room })
  return isNamed(state, room)
    ? refuse('in-use', 'look-again', { about: room })
    : refuseSpare(state, roomOf(meta.venue, room), meta)
}

/**
 * A promise could not be kept, or what the party in it orders from now on would cost something else. Where it is both the
 * promise is named: whoever is asked sees the party, and not what is promised of a class.
 */
function refuseClass(state: ReadState, command: CommandOf<'SaveRoom'>, meta: Meta): Refusal | undefined {
  const { room: id, fields } = command
  const room = id === undefined ? undefined : roomOf(meta.venue, id)
  if (meta.sure || !room || room.roomClass === fields.roomClass) return undefined
  const about = room.id
  const broken = isNamed(state, about) ? refuse('in-use', 'confirm', { about }) : refuseSpare(state, room, meta)
  const taken = state.rooms.get(about)?.visit !== undefined
  return broken ?? (taken ? refuse('room-taken', 'confirm', { about }) : undefined)
}

const isNamed = (state: ReadState, room: Id): boolean =>
  [...state.reservations.values()].some(one => one.status === 'held' && one.room === room)

/** Without this room its class could not keep what it promised, at the busiest moment from now on. */
function refuseSpare(state: ReadState, room: RoomConfig | undefined, { venue, at, sure }: Meta): Refusal | undefined {
  if (sure || !room) return undefined
  const left = venue.rooms.filter(one => one.roomClass === room.roomClass && one !== room).length
  const most = mostAtOnce(state, room.roomClass, { arrivesAt: at, heldUntil: Infinity }, undefined)
  return most > left ? refuse('in-use', 'confirm', { about: room.id }) : undefined
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
