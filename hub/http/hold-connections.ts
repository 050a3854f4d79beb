/**
 * How many connections a door holds at once: what comes beyond is hung up on before a byte of it is read. Without a bound a
 * laptop on the Wi-Fi that only connects takes every file descriptor of the hub, and the house can write no more.
 */
import type { Server, Socket } from 'node:net'

export interface ConnectionLimits {
  readonly inAll: number
  readonly perAddress: number
}

/**
 * A thousand screens and what each loads, all of them maybe behind the one address of a router; and the guests' door, whose
 * phones may share one too. Together less than the 8,192 files that the doctor asks for.
 */
export const connectionLimits = {
  devices: { inAll: 4000, perAddress: 1500 },
  guests: { inAll: 1500, perAddress: 200 },
} as const satisfies Record<string, ConnectionLimits>

export function holdConnections(server: Server, { inAll, perAddress }: ConnectionLimits): void {
  const held = new Map<string, number>()
  server.maxConnections = inAll
  server.on('connection', (socket: Socket) => {
    // Gone again already.
    const address = socket.remoteAddress ?? ''
    const count = (held.get(address) ?? 0) + 1
    held.set(address, count)
    socket.once('close', () => {
      const left = (held.get(address) ?? 1) - 1
      if (left > 0) held.set(address, left)
      else held.delete(address)
    })
    if (count > perAddress) socket.destroy()
  })
}
