/**
 * Who asks to go on in another protocol than the sockets' is told that there is none, and hung up on. Node leaves such a connection
 * to whoever listens, its time-outs end there, and socket.io closes only its own half: a laptop that keeps the other half open
 * would hold a place at the door for ever.
 */
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'

/** `head`: the lines of the answer's headers. */
export function hangUpOnStrays(server: Server, head: string): void {
  server.on('upgrade', (request: IncomingMessage, socket: Duplex) => {
    // As socket.io tells what is for it.
    if (request.url?.startsWith('/socket.io/')) return
    // Nobody else listens any more, and a broken line without a listener would end the process.
    socket.on('error', () => socket.destroy())
    socket.end(`HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n${head}\r\n`, () =>
      socket.destroy(),
    )
  })
}
