/**
 * The 断电 button of the demo wall: a listener of its own beside the hub, because a hub that is to be killed cannot
 * serve the switch. Loopback only, behind a secret that only the wall's link carries.
 */
import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface PowerSwitch {
  /** POST here cuts the hub's power. */
  readonly url: string
  close(): Promise<void>
}

export async function createPowerSwitch(cut: () => void): Promise<PowerSwitch> {
  const path = `/${randomBytes(16).toString('base64url')}`
  const server = createServer((request, response) => {
    const { origin = '' } = request.headers
    // The wall is on another port, so the browser asks first; only pages of this machine may.
    if (isLoopbackOrigin(origin)) response.setHeader('Access-Control-Allow-Origin', origin)
    response.setHeader('Vary', 'Origin')
    if (request.url !== path || !isLoopbackOrigin(origin)) response.writeHead(404).end()
    else if (request.method === 'POST') {
      response.writeHead(204).end()
      cut()
    } else response.writeHead(204, { 'Access-Control-Allow-Methods': 'POST' }).end()
  })
  await new Promise<void>((listening, failed) => {
    server.once('error', failed)
    server.listen(0, '127.0.0.1', listening)
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}${path}`,
    close: () =>
      new Promise(closed => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}

const isLoopbackOrigin = (origin: string): boolean => /^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?$/.test(origin)
