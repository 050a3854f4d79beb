/** Connections below socket.io: one that floods is closed, and one that takes nothing, or no farewell, is cut. */
import type { IncomingMessage } from 'node:http'
import type { SocketLimits } from './limits.ts'
import { createPace } from './pace.ts'
import { createStalledWatch, type Sending } from './stalled.ts'

/** What this file uses of engine.io's own socket, which is untyped here. */
interface EngineConnection extends Sending {
  readonly request: IncomingMessage
  readonly transport: Sending['transport'] & {
    readonly socket?: { on(event: 'ping' | 'pong', listener: () => void): void }
  }
  on(event: 'packet' | 'close', listener: () => void): void
  close(): void
}

interface Engine {
  on(event: 'connection', listener: (connection: EngineConnection) => void): void
}

/** Until the answer is called. */
export function watchConnections(engine: Engine, limits: SocketLimits, now: () => number): () => void {
  const connections = new Set<EngineConnection>()
  const stalled = createStalledWatch<EngineConnection>(limits)
  const looking = setInterval(() => {
    // Not by socket.io, which would wait for what cannot be sent.
    stalled.look(connections, performance.now(), ({ request }) => request.socket.destroy())
  }, limits.lookMs)
  looking.unref()

  engine.on('connection', connection => {
    connections.add(connection)
    const pace = createPace({ perSecond: limits.packetsPerSecond, burst: limits.packetsAtOnce, now })
    const count = () => {
      if (pace.take() > 0) connection.close()
    }
    connection.on('packet', count)
    // The WebSocket's own, which engine.io neither sends nor sees.
    for (const control of ['ping', 'pong'] as const) connection.transport.socket?.on(control, count)
    connection.on('close', () => {
      connections.delete(connection)
      // A client that does not answer the farewell would hold its place, and a hub that shuts down, for half a minute.
      setTimeout(() => connection.request.socket.destroy(), limits.farewellMs).unref()
    })
  })
  return () => clearInterval(looking)
}
