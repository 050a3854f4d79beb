/**
 * The bare relay that the hub is measured against: the same socket.io with the same options, which hands a tap on to every
 * console and does nothing else, or keeps each tap first in one of the ways of `relay-keepers.ts`. One that shows sends what
 * the hub sends for a tap, ready made: as many frames as long, to the panel and to each console its own.
 */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { Server } from 'socket.io'
import * as v from 'valibot'
import { socketLimits } from '../../hub/sockets/limits.ts'
import { textFrames } from '../../hub/sockets/text-frames.ts'
import { keeperOf } from './relay-keepers.ts'
import { ShownFrames } from './shown-frames.ts'

export interface RelayToClient {
  tap: (tap: unknown) => void
}
export interface ClientToRelay {
  tap: (tap: unknown, reply: (answer: { ok: true }) => void) => void
}

const Tapped = v.object({ panel: v.number() })

/** Says `{ origin }` to whoever started it, and ends with the connection to it. */
export function runRelay([port = '0', way, file, shown]: readonly string[]): void {
  const keep = keeperOf(way, file)
  const frames =
    shown === undefined
      ? undefined
      : v.parse(v.pipe(v.string(), v.parseJson(), ShownFrames), readFileSync(shown, 'utf8'))
  const server = createServer()
  const io = new Server<ClientToRelay, RelayToClient>(server, {
    transports: ['websocket'],
    allowUpgrades: false,
    serveClient: false,
    parser: textFrames,
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: socketLimits.frameBytes,
    connectTimeout: socketLimits.connectMs,
    pingInterval: socketLimits.pingMs,
    pingTimeout: socketLimits.pongMs,
  })
  io.on('connection', socket => {
    const { console } = socket.handshake.auth
    if (typeof console === 'number') void socket.join(['consoles', `console/${console}`])
    socket.on('tap', (tap, reply) => {
      const handOn = () => {
        reply({ ok: true })
        if (!frames) return void io.to('consoles').emit('tap', tap)
        const { panel } = v.parse(Tapped, tap)
        for (const [at, frame] of frames.consoles.entries()) io.to(`console/${at}`).emit('tap', { ...frame, panel })
        socket.emit('tap', frames.panel)
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
