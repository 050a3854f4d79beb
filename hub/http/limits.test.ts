import { connect, type Socket } from 'node:net'
import express from 'express'
import { describe, expect, it } from 'vitest'
import { createHttpServer } from './create-http.ts'
import { listen, serve } from './door.testing.ts'

describe('limits', () => {
  it('turn away who asks too often, and say how long to wait', async () => {
    const { post, get } = await serve({ rates: { ask: { points: 2, seconds: 60 }, get: { points: 3, seconds: 60 } } })
    for (let times = 0; times < 2; times += 1) expect((await post('/pair/ask', {})).status).toBe(200)
    const { status, text, headers } = await post('/pair/ask', {})
    expect(status).toBe(429)
    expect(JSON.parse(text).refusal).toMatchObject({ refused: 'too-fast', next: 'wait', waitMs: expect.any(Number) })
    expect(Number(headers['retry-after'])).toBeGreaterThan(0)
    const statuses = await Promise.all([1, 2, 3, 4].map(async () => (await get('/healthz')).status))
    expect(statuses.sort()).toEqual([200, 200, 200, 429])
  })

  it('are 5 s for the headers, 10 for the request, 8 KB of headers', async () => {
    const { get } = await serve()
    const server = createHttpServer(express())
    expect(server).toMatchObject({ headersTimeout: 5000, requestTimeout: 10_000 })
    const { status } = await get('/healthz', { 'x-long': 'x'.repeat(9000) })
    expect(status).toBe(431)
  })

  it('take nothing from a paired device, who floods from its address: it has points of its own', async () => {
    const one = { points: 1, seconds: 60 }
    const { get, post, devices } = await serve({ rates: { renew: one, get: one, piece: one } })
    const cookie = `cm-p1=${await devices.renewToken('p1')}`
    const renew = async (cookie: string) => (await post('/pair/renew', { device: 'p1' }, { cookie })).status
    const piece = async (cookie: string) => (await post('/songs-file/p1/u1/0', 'x', { cookie })).status
    const page = async (cookie: string) => (await get('/panel', { cookie })).status
    for (const made of ['', 'cm-p1=made-up', 'cm-p2=made-up']) {
      const first = made === ''
      expect([await renew(made), await piece(made), await page(made)]).toEqual(
        first ? [403, 403, 200] : [429, 429, 429],
      )
    }
    expect([await renew(cookie), await piece(cookie), await page(cookie)]).toEqual([200, 403, 200])
    expect([await renew(cookie), await piece(cookie), await page(cookie)]).toEqual([429, 429, 429])
  })

  it('count by the address a request came from, whatever it says it was forwarded for', async () => {
    const { post } = await serve({ rates: { ask: { points: 2, seconds: 60 } } })
    const said = ['10.0.0.1', '10.0.0.2', '10.0.0.3']
    const statuses = []
    for (const address of said)
      statuses.push(
        (await post('/pair/ask', {}, { 'x-forwarded-for': address, forwarded: `for=${address}`, 'x-real-ip': address }))
          .status,
      )
    expect(statuses).toEqual([200, 200, 429])
  })

  it('give up on a client that says nothing at all', async () => {
    const { port } = await serve({}, { headersMs: 100, requestMs: 200 })
    await new Promise<void>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1')
      socket.on('close', () => resolve()).on('error', reject)
      socket.resume()
    })
  })

  it('give up on a client that never finishes its headers, or its body', async () => {
    const { port } = await serve({}, { headersMs: 100, requestMs: 200 })
    const heard = (text: string) =>
      new Promise<string>((resolve, reject) => {
        let answer = ''
        const socket = connect(port, '127.0.0.1', () => socket.write(text))
        socket
          .on('data', chunk => (answer += chunk))
          .on('close', () => resolve(answer))
          .on('error', reject)
      })
    expect(await heard('GET /healthz HTTP/1.1\r\nHost: x\r\n')).toMatch(/^HTTP\/1.1 408/)
    const head = `POST /pair/ask HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: http://127.0.0.1:${port}\r\n`
    expect(await heard(`${head}Content-Type: application/json\r\nContent-Length: 9\r\n\r\n{`)).toMatch(/^HTTP\/1.1 408/)
  })

  it('give up on a client that asks for another protocol and keeps its half of the line open', async () => {
    const { port } = await serve({})
    const server = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
    const heard = await new Promise<string>((resolve, reject) => {
      let answer = ''
      server.on('data', chunk => (answer += chunk))
      server.on('error', reject).on('end', () => resolve(answer))
      server.write('GET /phone HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n')
    })
    expect(heard).toMatch(/^HTTP\/1.1 404/)
    // The half that is still open is nobody's: what is said on it is answered by a reset.
    const reset = new Promise(broken => server.once('error', broken))
    const saying = setInterval(() => server.write('x'), 10)
    expect(await reset).toMatchObject({ code: expect.stringMatching(/^(ECONNRESET|EPIPE)$/) })
    clearInterval(saying)
    server.destroy()
  })

  it('give up on a client that takes nothing of what it asked for', async () => {
    const app = express().get('/', (_request, response) => void response.end(Buffer.alloc(32 * 1024 * 1024)))
    const server = createHttpServer(app, { headersMs: 5000, requestMs: 5000, stalledMs: 100 })
    const socket = connect(await listen(server), '127.0.0.1')
    socket.pause().write('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
    const answering = await new Promise<Socket>(asked => server.once('request', request => asked(request.socket)))
    await new Promise(over => answering.once('close', over))
    socket.destroy()
  })
})
