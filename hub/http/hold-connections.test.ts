import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { connect, type Socket } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { type ConnectionLimits, holdConnections } from './hold-connections.ts'

let server: Server
let sockets: Socket[] = []

afterEach(async () => {
  for (const socket of sockets) socket.destroy()
  sockets = []
  await new Promise(closed => server.close(closed))
})

async function open(limits: ConnectionLimits) {
  server = createServer((_request, response) => response.end('here'))
  holdConnections(server, limits)
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0
  /** Connects, and asks once it is in; undefined: hung up on. */
  return async (from = '127.0.0.1') => {
    const socket = connect({ port, host: '127.0.0.1', localAddress: from })
    sockets.push(socket)
    socket.on('error', () => undefined).write('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
    const said = await Promise.race([once(socket, 'data'), once(socket, 'close')])
    return Buffer.isBuffer(said[0]) ? socket : undefined
  }
}

it('holds so many of one address, others of another, and the next when one has gone', async () => {
  const knock = await open({ inAll: 10, perAddress: 2 })
  const first = await knock()
  expect(first).toBeDefined()
  expect(await knock()).toBeDefined()
  expect(await knock()).toBeUndefined()
  expect(await knock('127.0.0.2')).toBeDefined()
  first?.destroy()
  await expect.poll(async () => (await knock()) !== undefined).toBe(true)
  expect(await knock()).toBeUndefined()
})

it('holds so many in all, whoever they are', async () => {
  const knock = await open({ inAll: 3, perAddress: 2 })
  for (const from of ['127.0.0.1', '127.0.0.2', '127.0.0.3']) expect(await knock(from)).toBeDefined()
  expect(await knock('127.0.0.4')).toBeUndefined()
})
