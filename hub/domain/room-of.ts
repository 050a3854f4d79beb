/** A room of the house by its id: several are looked up for each tap, and a large house has five hundred. */
import type { Id } from '../../shared/protocol/primitives.ts'
import { indexed } from './indexed.ts'
import type { RoomConfig, VenueConfig } from './venue-config.ts'

const byId = indexed((rooms: VenueConfig['rooms']) => new Map(rooms.map(room => [room.id, room])))

export const roomOf = ({ rooms }: Pick<VenueConfig, 'rooms'>, id: Id): RoomConfig | undefined => byId(rooms).get(id)
