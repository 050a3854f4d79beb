/**
 * The bare relay that the hub is measured against: the same socket.io with the same options, which hands a tap on to every
 * console and does nothing else. `synced` writes each tap first and waits until it is on the disk, as the hub's own journal
 * is written: over zeroes that are already there.
 */
import { closeSync, fdatasyncSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { createServer } from 'node:http'
import { Server } from 'socket.io'
import { socketLimits } from '../../hub/sockets/create-sockets.ts'

export interface RelayToClient {
  tap: (tap: unknown) => void
}
export interface ClientToRelay {
  tap: (tap: unknown, reply: (answer: { ok: true }) => void) => void
}

/** Says `{ origin }` to whoever started it, and ends with the connection to it. */
export function runRelay([file]: readonly string[]): void {
  const keep = file === undefined ? () => undefined : createKeeper(file)
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
      keep(tap)
      reply({ ok: true })
      io.to('consoles').emit('tap', tap)
    })
  })
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    process.send?.({ origin: `http://localhost:${port}` })
  })
  process.on('disconnect', () => process.exit(0))
}

const keptBytes = 64 * 1024 * 1024

function createKeeper(path: string): (tap: unknown) => void {
  const file = openSync(path, 'w')
  writeSync(file, Buffer.alloc(keptBytes))
  fsyncSync(file)
  process.on('exit', () => closeSync(file))
  let offset = 0
  return tap => {
    const line = Buffer.from(`${JSON.stringify(tap)}\n`)
    writeSync(file, line, 0, line.length, offset)
    fdatasyncSync(file)
    offset = (offset + line.length) % (keptBytes - 65_536)
  }
}
