/**
 * The bare relay that the hub is measured against: the same socket.io with the same options, which hands a tap on to every
 * console and does nothing else, or keeps each tap first in one of the ways of `relay-keepers.ts`.
 */
import { createServer } from 'node:http'
import { Server } from 'socket.io'
import { socketLimits } from '../../hub/sockets/create-sockets.ts'
import { keeperOf } from './relay-keepers.ts'

export interface RelayToClient {
  tap: (tap: unknown) => void
}
export interface ClientToRelay {
  tap: (tap: unknown, reply: (answer: { ok: true }) => void) => void
}

/** Says `{ origin }` to whoever started it, and ends with the connection to it. */
export function runRelay([port = '0', way, file]: readonly string[]): void {
  const keep = keeperOf(way, file)
  const server = createServer()
  const io = new Server<ClientToRelay, RelayToClient>(server, {
    transports: ['websocket'],
    allowUpgrades: false,
    serveClient: false,
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: socketLimits.frameBytes,
    connectTimeout: socketLimits.connectMs,
    pingInterval: socketLimits.pingMs,
    pingTimeout: socketLimits.pongMs,
  })
  io.on('connection', socket => {
    if (socket.handshake.auth.console === true) void socket.join('consoles')
    socket.on('tap', (tap, reply) => {
      const handOn = () => {
        reply({ ok: true })
        io.to('consoles').emit('tap', tap)
      }
      const kept = keep(tap)
      if (kept === undefined) handOn()
      else void kept.then(handOn)
    })
  })
  server.listen(Number(port), '127.0.0.1', () => {
    const address = server.address()
    const listening = typeof address === 'object' && address !== null ? address.port : 0
    process.send?.({ origin: `http://localhost:${listening}` })
  })
  process.on('disconnect', () => process.exit(0))
}
