/** Frames out: a client in the audiences that the hub puts it in, and what is said to each of them. */
import type { Server, Socket } from 'socket.io'
import type { ClientToHub, HubToClient } from '../../shared/protocol/wire.ts'
import type { Principal } from '../domain/principal.ts'
import type { AttachOptions, Broadcaster, HubClient, HubDoor } from './hub-door.ts'

export type HubSocket = Socket<ClientToHub, HubToClient>

/** Joins what the hub says; leaving leaves all of it. */
export function attach(socket: HubSocket, principal: Principal, door: HubDoor, has: AttachOptions): () => void {
  const audiences = new Set<string>()
  const client: HubClient = {
    send: frame => void socket.emit('view', frame),
    health: health => void socket.emit('health', health),
    join(audience) {
      audiences.add(audience)
      void socket.join(roomOf(audience))
    },
  }
  const leave = door.attach(principal, client, has)
  return () => {
    for (const audience of audiences) void socket.leave(roomOf(audience))
    leave()
  }
}

export function createBroadcaster(io: Server<ClientToHub, HubToClient>): Broadcaster {
  const { rooms } = io.sockets.adapter
  // socket.io would serialise for an empty room too.
  const someone = (audience: string) => (rooms.has(roomOf(audience)) ? io.to(roomOf(audience)) : undefined)
  return {
    view: (audience, frame) => void someone(audience)?.emit('view', frame),
    health: health => void io.emit('health', health),
  }
}

/** socket.io keeps a room for each socket's own id as well: an audience is none of those. */
const roomOf = (audience: string) => `audience:${audience}`
