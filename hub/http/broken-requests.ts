/** What is no request at all is answered below Express: with the same headers, and then the connection ends. */
import { IncomingMessage, type Server, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { type HeaderOptions, pageHeaders } from './headers.ts'

export function answerBrokenRequests(server: Server, headers: string): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy()
    const answer = answers[error.code ?? ''] ?? '400 Bad Request'
    socket.end(`HTTP/1.1 ${answer}\r\nConnection: close\r\nContent-Length: 0\r\n${headers}\r\n`, () => socket.destroy())
  })
}

/** What Node itself would say. */
const answers: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: '413 Payload Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
}

export function headerLines(options: HeaderOptions): string {
  const response = new ServerResponse(new IncomingMessage(new Socket()))
  pageHeaders(options)(response.req, response, () => undefined)
  return Object.entries(response.getHeaders())
    .map(([name, value]) => `${name}: ${String(value)}\r\n`)
    .join('')
}
