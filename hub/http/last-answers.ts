/** What never gets to Express, no request at all or one for another protocol, is answered below it: with the same headers, and then the connection ends. */
import { IncomingMessage, type Server, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { type HeaderOptions, pageHeaders } from './headers.ts'

export function answerTheRest(server: Server, options: HeaderOptions): void {
  const headers = headerLines(options)
  const answer = (socket: Duplex, status: string) =>
    // Not only our half: a laptop that keeps the other one open would hold a place at the door for ever.
    socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n${headers}\r\n`, () => socket.destroy())

  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy()
    answer(socket, broken[error.code ?? ''] ?? '400 Bad Request')
  })
  server.on('upgrade', (request: IncomingMessage, socket: Duplex) => {
    // As socket.io tells what is for it.
    if (request.url?.startsWith('/socket.io/')) return
    // Nobody else listens any more, and a broken line without a listener would end the process.
    socket.on('error', () => socket.destroy())
    answer(socket, '404 Not Found')
  })
}

/** What Node itself would say. */
const broken: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: '413 Payload Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
}

function headerLines(options: HeaderOptions): string {
  const response = new ServerResponse(new IncomingMessage(new Socket()))
  pageHeaders(options)(response.req, response, () => undefined)
  return Object.entries(response.getHeaders())
    .map(([name, value]) => `${name}: ${String(value)}\r\n`)
    .join('')
}
