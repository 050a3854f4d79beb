import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type IncomingHttpHeaders, type Server, request as send } from 'node:http'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import express from 'express'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { TicketView } from '../../shared/protocol/views/kiosk.ts'
import type { Role } from '../../shared/protocol/words.ts'
import { createDevices } from '../identity/devices.ts'
import { createLinks } from '../identity/links.ts'
import { createPairing } from '../identity/pairing.ts'
import { createReturning } from '../identity/returning.ts'
import { createTickets } from '../identity/tickets.ts'
import {
  createTestClock,
  createTestIds,
  createTestMarks,
  createTestRows,
  deviceRow,
} from '../identity/world.testing.ts'
import { deviceToken } from './cookies.ts'
import { createHttp, createHttpServer, type HttpDeps } from './create-http.ts'
import { createGate, ownHosts } from './own-names.ts'

interface Reply {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

const closers: (() => void)[] = []
let web = ''

beforeEach(() => {
  web = mkdtempSync(join(tmpdir(), 'cm-web-'))
  mkdirSync(join(web, 'assets'))
  for (const page of ['kiosk', 'panel', 'console', 'phone', 'wall'])
    writeFileSync(join(web, `${page}.html`), `<!-- ${page} -->`)
  writeFileSync(join(web, 'assets', 'a-1.js'), '1')
  writeFileSync(join(web, 'assets', 'sans-1.woff2'), '2')
  writeFileSync(join(web, 'assets', 'zxing-1.wasm'), '3')
  writeFileSync(join(web, 'panel-worker.js'), '4')
  writeFileSync(join(web, 'secret.txt'), 'secret')
  mkdirSync(join(web, 'assets', '.git'))
  writeFileSync(join(web, 'assets', '.git', 'config'), 'secret')
})

afterEach(() => {
  for (const close of closers.splice(0)) close()
  rmSync(web, { recursive: true, force: true })
})

async function serve(more: Partial<HttpDeps> = {}, limits?: Parameters<typeof createHttpServer>[1]) {
  const clock = createTestClock()
  const ids = createTestIds()
  const rows = createTestRows(deviceRow({ id: 'p1', kind: 'panel', room: 'r1' }))
  const marks = createTestMarks(ids)
  const devices = createDevices({ rows, marks, clock, idleSince: () => 0 })
  const links = createLinks({ devices, ids, clock, openSession: async () => undefined })
  const pairing = createPairing({ devices, ids, clock })
  const returning = createReturning({ devices, ids, marks, clock, waits: () => undefined })
  const tickets = createTickets({ clock, ids, origin: () => 'http://x' })
  const errors: unknown[] = []
  const log = { warn: () => undefined, error: (fields: object) => errors.push(fields) }
  const bound = { address: '127.0.0.1', port: 0 }
  const gate = createGate({ secure: more.secure ?? false, hosts: () => ownHosts(bound) })
  const app = createHttp({
    web,
    demo: true,
    secure: false,
    framed: true,
    hasCamera: () => false,
    phones: () => true,
    devices,
    links,
    pairing,
    returning,
    tickets,
    gate,
    version: '1.2.3',
    log,
    status: () => ({ status: 'ok', seq: 7 }),
    metrics: { contentType: 'text/plain; version=0.0.4', text: async () => 'up 1\n' },
    key: 'k'.repeat(43),
    sessionOf: () => undefined,
    takeSongs: () => false,
    ...more,
  })
  const server = createHttpServer(app, limits)
  const port = await listen(server)
  bound.port = port
  const origin = `http://127.0.0.1:${port}`

  const ask = (method: string, path: string, headers: Record<string, string> = {}, body?: string): Promise<Reply> =>
    new Promise((resolve, reject) => {
      const request = send({ port, host: '127.0.0.1', method, path, headers, agent: false }, response => {
        let text = ''
        response.setEncoding('utf8').on('data', chunk => (text += chunk))
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }))
      })
      request.on('error', reject).end(body)
    })
  const get = (path: string, headers: Record<string, string> = {}) => ask('GET', path, headers)
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    ask(
      'POST',
      path,
      { 'content-type': 'application/json', origin, ...headers },
      typeof body === 'string' ? body : JSON.stringify(body),
    )
  return { get, post, ask, port, links, pairing, tickets, devices, rows, errors, clock }
}

function listen(server: Server): Promise<number> {
  closers.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return new Promise(resolve => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
}

describe('the console as an app', () => {
  it('opens the page of the device that installed it, and has an icon of every size that it names', async () => {
    for (const size of [192, 512]) writeFileSync(join(web, `console-icon-${size}.png`), `${size}`)
    const { get } = await serve()
    const manifest = await get('/console/d1-desk/app.webmanifest')
    expect(manifest).toMatchObject({ status: 200, headers: { 'cache-control': 'no-store' } })
    expect(manifest.headers['content-type']).toMatch(/^application\/manifest\+json/)
    const told = JSON.parse(manifest.text)
    expect(told).toMatchObject({ start_url: '/console/d1-desk', scope: '/console', display: 'standalone' })
    expect(told.icons.map(({ sizes }: { sizes: string }) => sizes)).toEqual(['192x192', '512x512'])
    for (const { src, type, sizes } of told.icons) {
      const icon = await get(src)
      expect(icon).toMatchObject({ status: 200, headers: { 'content-type': type } })
      expect(sizes.startsWith(icon.text)).toBe(true)
    }
    expect((await get('/console/%20/app.webmanifest')).status).toBe(404)
  })
})

describe('metrics', () => {
  async function signedIn(role: Role) {
    const served = await serve({
      sessionOf: device => (device === 'c1' ? { session: 's1', staff: 'st1-x', role } : undefined),
    })
    await served.rows.save({ ...deviceRow({ id: 'c1', kind: 'console' }), tokens: [] })
    const shown = await served.devices.renewToken('c1')
    return served.get('/metrics', { cookie: `cm-c1=${shown}` })
  }

  it.each([
    ['manager', 200],
    ['owner', 200],
    ['floor', 403],
    ['bar', 403],
    ['desk', 403],
  ] as const)('a console with %s signed in gets %i', async (role, status) => {
    expect((await signedIn(role)).status).toBe(status)
  })

  it('are for whoever can read the hub’s secrets, and for no guest', async () => {
    const { get, devices } = await serve()
    const bearer = (key: string) => get('/metrics', { authorization: `Bearer ${key}` })
    const allowed = await bearer('k'.repeat(43))
    expect(allowed).toMatchObject({ status: 200, text: 'up 1\n' })
    expect(allowed.headers['cache-control']).toBe('no-store')
    expect(allowed.headers['content-security-policy']).toContain("default-src 'none'")
    const panel = await devices.renewToken('p1')
    for (const refused of [
      await get('/metrics'),
      await bearer('k'),
      await bearer(''),
      await get('/metrics', { cookie: `cm-p1=${panel}` }),
    ])
      expect(refused.status).toBe(403)
  })
})

describe('a file of songs', () => {
  async function console_(role: Role) {
    const pieces: string[] = []
    const served = await serve({
      sessionOf: device => (device === 'c1' ? { session: 's1', staff: 'st1-x', role } : undefined),
      takeSongs(upload, at, piece) {
        pieces.push(`${upload} ${at} ${piece.length}`)
        return at < 100
      },
    })
    await served.rows.save({ ...deviceRow({ id: 'c1', kind: 'console' }), tokens: [] })
    const cookie = `cm-c1=${await served.devices.renewToken('c1')}`
    const headers = { 'content-type': 'application/octet-stream', cookie }
    return {
      ...served,
      pieces,
      send: (path: string, body: string, more = {}) => served.post(path, body, { ...headers, ...more }),
    }
  }

  it('is taken in pieces from who may, and one out of its place is refused', async () => {
    const { send, pieces } = await console_('manager')
    expect((await send('/songs-file/c1/u1/0', 'abc')).status).toBe(200)
    expect((await send('/songs-file/c1/u1/200', 'abc')).status).toBe(409)
    expect((await send('/songs-file/c1/u1/x', 'abc')).status).toBe(400)
    expect((await send('/songs-file/c1/u1/0', 'x'.repeat(600_000))).status).toBe(413)
    expect((await send('/songs-file/c1/u1/0', '{}', { 'content-type': 'application/json' })).status).toBe(400)
    expect(pieces).toEqual(['u1 0 3', 'u1 200 3'])
  })

  it('is taken from nobody else', async () => {
    const desk = await console_('desk')
    expect((await desk.send('/songs-file/c1/u1/0', 'abc')).status).toBe(403)
    const manager = await console_('manager')
    expect((await manager.send('/songs-file/c1/u1/0', 'abc', { cookie: 'cm-c1=nothing' })).status).toBe(403)
    expect((await manager.send('/songs-file/p1/u1/0', 'abc')).status).toBe(403)
    expect([...desk.pieces, ...manager.pieces]).toEqual([])
  })
})

describe('pages', () => {
  it.each([
    ['/kiosk/k1', 'kiosk'],
    ['/panel/p1', 'panel'],
    ['/panel', 'panel'],
    ['/console/c1', 'console'],
    ['/phone', 'phone'],
    ['/p', 'phone'],
    ['/P/ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'phone'],
    ['/wall', 'wall'],
  ])('%s is the %s page, never cached', async (path, page) => {
    const { get } = await serve()
    const { status, headers, text } = await get(path)
    expect([status, text]).toEqual([200, `<!-- ${page} -->`])
    expect(headers['cache-control']).toBe('no-store')
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
  })

  it('has a wall in a demo only, and starts there', async () => {
    const demo = await serve()
    expect((await demo.get('/')).headers.location).toBe('/wall')
    const venue = await serve({ demo: false })
    expect((await venue.get('/wall')).status).toBe(404)
    expect((await venue.get('/')).headers.location).toBe('/console')
  })

  it.each([
    '/panel/UP%2e%2e',
    '/panel/..%2fsecret.txt',
    '/secret.txt',
    '/assets/../secret.txt',
    '/assets/..%2fsecret.txt',
    '/assets/.git/config',
    '/assets/',
    '/assets',
    '/kiosk.html',
    '/nothing',
  ])('%s is not there', async path => {
    const { get } = await serve()
    const { status, text } = await get(path)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
    expect(text).not.toContain('secret')
  })

  it.each([
    ['a-1.js', /javascript/],
    ['sans-1.woff2', /^font\/woff2$/],
    ['zxing-1.wasm', /^application\/wasm$/],
  ])('loads %s for a year with its type', async (file, type) => {
    const { get } = await serve()
    const { headers, status } = await get(`/assets/${file}`)
    expect(status).toBe(200)
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(headers['content-type']).toMatch(type)
    expect(headers['x-content-type-options']).toBe('nosniff')
  })

  it('hands scripts out compressed where the build left them so and the browser reads that, with the type that they have', async () => {
    writeFileSync(join(web, 'assets', 'b-1.js'), 'as it is')
    writeFileSync(join(web, 'assets', 'b-1.js.gz'), gzipSync('as it is'))
    const { get } = await serve()
    const plain = await get('/assets/b-1.js')
    expect([plain.status, plain.text, plain.headers['content-encoding']]).toEqual([200, 'as it is', undefined])
    expect(plain.headers.vary).toBe('Accept-Encoding')
    const { status, headers } = await get('/assets/b-1.js', { 'accept-encoding': 'br, gzip' })
    expect([status, headers['content-encoding'], headers.vary]).toEqual([200, 'gzip', 'Accept-Encoding'])
    expect(headers['content-type']).toMatch(/javascript/)
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(headers['content-length']).toBe(String(gzipSync('as it is').length))
    expect((await get('/assets/a-1.js', { 'accept-encoding': 'gzip' })).headers['content-encoding']).toBeUndefined()
  })

  it('hands out the panel’s worker anew each time, allowed to load from here only', async () => {
    const { get } = await serve({ framed: false })
    const { headers, status, text } = await get('/panel-worker.js')
    expect([status, text]).toEqual([200, '4'])
    expect(headers['content-type']).toMatch(/javascript/)
    expect(headers['cache-control']).toBe('no-store')
    expect(headers['content-security-policy']).toContain("connect-src 'self'")
    // A browser gives a worker no more than the folder its script is in, unless a header widens it.
    expect(headers['service-worker-allowed']).toBeUndefined()
  })

  it('says how it is', async () => {
    const { get } = await serve()
    const { status, text } = await get('/healthz')
    expect([status, JSON.parse(text)]).toEqual([200, { status: 'ok', seq: 7, version: '1.2.3' }])
    const broken = await serve({ status: () => ({ status: 'storage-failed', seq: 7 }) })
    expect((await broken.get('/healthz')).status).toBe(503)
  })
})

describe('headers', () => {
  const policy =
    "default-src 'none';script-src 'self';style-src 'self';img-src 'self' data:;font-src 'self';connect-src 'self';" +
    "media-src 'self';manifest-src 'self';base-uri 'none';form-action 'self';frame-ancestors 'none';object-src 'none';" +
    "require-trusted-types-for 'script';trusted-types changming"

  it('let a page load from here only, and be framed by nobody', async () => {
    const { get } = await serve({ framed: false })
    const { headers } = await get('/panel/p1')
    expect(headers['content-security-policy']).toBe(policy)
    expect(headers['x-frame-options']).toBe('DENY')
    expect(headers['strict-transport-security']).toBeUndefined()
    expect(headers['x-powered-by']).toBeUndefined()
    expect(headers['referrer-policy']).toBe('no-referrer')
  })

  it('let a kiosk with a camera run WebAssembly, and no other page', async () => {
    const { get } = await serve({ framed: false, hasCamera: ({ params }) => params.device === 'k1' })
    const decoding = policy.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")
    expect((await get('/kiosk/k1')).headers['content-security-policy']).toBe(decoding)
    for (const path of ['/kiosk/k2', '/kiosk', '/panel/k1', '/assets/a-1.js'])
      expect((await get(path)).headers['content-security-policy'], path).toBe(policy)
  })

  it('let the wall of the loopback demo frame the others and call the supervisor', async () => {
    const { get } = await serve()
    const self = policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'")
    expect((await get('/panel/p1')).headers['content-security-policy']).toBe(self)
    expect((await get('/panel/p1')).headers['x-frame-options']).toBe('SAMEORIGIN')
    const wall = self.replace("connect-src 'self'", "connect-src 'self' http://127.0.0.1:* http://localhost:*")
    expect((await get('/wall')).headers['content-security-policy']).toBe(`${wall};frame-src 'self'`)
  })
})

describe('foreign requests', () => {
  it('are refused for another host name', async () => {
    const { get, port } = await serve()
    for (const host of ['evil.example', `evil.example:${port}`, `127.0.0.1:${port + 1}`, '127.0.0.1'])
      expect((await get('/healthz', { host })).status, host).toBeGreaterThanOrEqual(400)
    expect((await get('/healthz', { host: `LOCALHOST:${port}` })).status).toBe(200)
    expect((await get('/healthz', { host: `evil.example:${port}` })).status).toBe(421)
  })

  it('are refused when a POST comes from elsewhere, or from nowhere', async () => {
    const { post, ask, port } = await serve()
    for (const origin of [
      'http://evil.example',
      'null',
      `https://127.0.0.1:${port}`,
      `http://localhost:${port}`,
      `http://127.0.0.1:${port + 1}`,
    ])
      expect((await post('/pair/ask', {}, { origin })).status, origin).toBe(403)
    expect((await ask('POST', '/pair/ask', { 'content-type': 'application/json' }, '{}')).status).toBe(403)
    expect((await post('/pair/ask', {})).status).toBe(200)
  })

  it('are refused in any other method', async () => {
    const { ask } = await serve()
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])
      expect((await ask(method, '/healthz')).status).toBe(405)
  })
})

describe('what changes something', () => {
  const routes = ['/pair/claim', '/pair/ask', '/pair/poll', '/pair/renew', '/phone/claim', '/songs-file/c1/u1/0']

  it('is done by POST only: a link that somebody follows does nothing', async () => {
    const { ask, links, pairing, port } = await serve()
    const secret = links.mint({ device: 'p1', ttlMs: 1000 })
    const headers = { 'content-type': 'application/json', origin: `http://127.0.0.1:${port}` }
    for (const method of ['GET', 'HEAD'])
      for (const path of routes)
        for (const body of ['{}', JSON.stringify({ device: 'p1', secret })])
          expect(
            (await ask(method, path, { ...headers, 'content-length': `${body.length}` }, body)).status,
            `${method} ${path}`,
          ).toBe(404)
    // Nobody asked yet, and the link is as it was.
    expect(pairing.ask('127.0.0.1')).toHaveProperty('code')
    expect('refused' in (await links.claim('p1', secret))).toBe(false)
  })

  it('and what was said to one asker is kept by nobody on its way', async () => {
    const { get, post, links } = await serve()
    const secret = links.mint({ device: 'p1', ttlMs: 1000 })
    const said = [
      await get('/metrics', { authorization: `Bearer ${'k'.repeat(43)}` }),
      await get('/healthz'),
      await get('/console/c1/app.webmanifest'),
      await post('/pair/claim', { device: 'p1', secret }),
      ...(await Promise.all(routes.map(path => post(path, {})))),
    ]
    expect(said.slice(0, 4).map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect(said.map(({ headers }) => headers['cache-control'])).toEqual(said.map(() => 'no-store'))
  })
})

describe('bodies', () => {
  it.each([
    ['with two lengths of another kind', 'Content-Length: 2\r\nTransfer-Encoding: chunked'],
    ['coded twice', 'Transfer-Encoding: chunked\r\nTransfer-Encoding: identity'],
    ['coded as nobody knows', 'Transfer-Encoding: xchunked'],
    ['coded behind a space', 'Transfer-Encoding : chunked'],
    ['of two lengths', 'Content-Length: 2\r\nContent-Length: 12'],
    ['of a folded length', 'X: y\r\n z\r\nContent-Length: 2'],
  ])('%s, whose end two parties could see at two places, are nobody’s request', async (_what, lengths) => {
    const { port, pairing } = await serve()
    const own = `127.0.0.1:${port}`
    const head = `POST /pair/ask HTTP/1.1\r\nHost: ${own}\r\nOrigin: http://${own}\r\nContent-Type: application/json\r\n`
    const next = `GET /healthz HTTP/1.1\r\nHost: ${own}\r\nConnection: close\r\n\r\n`
    const heard = await new Promise<string>(resolve => {
      let answer = ''
      const socket = connect(port, '127.0.0.1', () =>
        socket.write(`${head}${lengths}\r\n\r\n2\r\n{}\r\n0\r\n\r\n${next}`),
      )
      socket.on('data', chunk => (answer += chunk)).on('error', () => undefined)
      socket.on('close', () => resolve(answer))
    })
    expect(heard.match(/HTTP\/1.1 \d+/g)).toEqual(['HTTP/1.1 400'])
    // By Node itself: nothing of ours was asked.
    expect(heard).toContain('Content-Length: 0')
    expect(pairing.ask('127.0.0.1')).toHaveProperty('code')
  })

  it('say a key twice and mean it once, and what stands behind a question mark means nothing', async () => {
    const { post, links } = await serve()
    const secret = links.mint({ device: 'p1', ttlMs: 1000 })
    const twice = `{"device":"x1","device":"p1","secret":"${secret}"}`
    const { status, text } = await post('/pair/claim?device=x2&device=x3&device[]=x4&__proto__[device]=x5', twice)
    expect([status, JSON.parse(text)]).toEqual([200, { ok: true, device: 'p1', kind: 'panel' }])
  })

  it.each([
    ['no JSON', '{'],
    ['no object', '"x"'],
    ['null', 'null'],
    ['nothing', ''],
    ['an unknown key', '{"device":"p1","secret":"aaaaaaaaaaaaaaaaaaaaaaaaaaa","more":1}'],
    ['__proto__', '{"__proto__":{"device":"p1","secret":"aaaaaaaaaaaaaaaaaaaaaaaaaaa"}}'],
    ['a bad id', '{"device":"__proto__","secret":"aaaaaaaaaaaaaaaaaaaaaaaaaaa"}'],
    ['deep nesting', `${'['.repeat(4000)}${']'.repeat(4000)}`],
    ['more than 8 KB', JSON.stringify({ device: 'p1', secret: 'a'.repeat(9000) })],
  ])('with %s are refused', async (_what, body) => {
    const { post, errors } = await serve()
    const { status, text } = await post('/pair/claim', body)
    expect([400, 413]).toContain(status)
    expect(JSON.parse(text)).toEqual({ ok: false, refusal: { refused: 'malformed', next: 'none' } })
    expect(errors).toEqual([])
  })

  it('of another type are not read', async () => {
    const { post } = await serve()
    expect((await post('/pair/ask', {}, { 'content-type': 'text/plain' })).status).toBe(400)
  })
})

describe('pairing over HTTP', () => {
  it('turns a one-time link into a cookie, once', async () => {
    const { post, links, devices } = await serve()
    const secret = links.mint({ device: 'p1', ttlMs: 1000 })
    const { status, headers, text } = await post('/pair/claim', { device: 'p1', secret })
    expect([status, JSON.parse(text)]).toEqual([200, { ok: true, device: 'p1', kind: 'panel' }])
    const [cookie = ''] = headers['set-cookie'] ?? []
    expect(cookie).toMatch(/^cm-p1=[\w-]{74}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Strict$/)
    expect(headers['cache-control']).toBe('no-store')
    expect(devices.authenticate('p1', deviceToken(cookie, 'p1', false) ?? '')?.id).toBe('p1')
    expect((await post('/pair/claim', { device: 'p1', secret })).status).toBe(403)
  })

  it('sets __Host- and Secure over HTTPS', async () => {
    const { post, links, port } = await serve({ secure: true, framed: false })
    const secret = links.mint({ device: 'p1', ttlMs: 1000 })
    const { headers } = await post('/pair/claim', { device: 'p1', secret }, { origin: `https://127.0.0.1:${port}` })
    expect(headers['set-cookie']?.[0]).toMatch(/^__Host-cm-p1=.*; Secure$/)
    expect(headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains')
    expect(deviceToken('cm-p1=planted', 'p1', true)).toBeUndefined()
  })

  it('renews a device’s cookie once a day, by that cookie and nothing else', async () => {
    const { post, devices, clock } = await serve()
    const token = (await devices.renewToken('p1')) ?? ''
    const renew = (cookie: string) => post('/pair/renew', { device: 'p1' }, { cookie })
    expect((await renew(`cm-p1=${token}`)).headers['set-cookie']).toBeUndefined()
    clock.advance(86_400_000)
    expect((await renew('cm-p1=wrong')).status).toBe(403)
    expect((await post('/pair/renew', { device: 'p1', token })).status).toBe(400)
    const { headers, text } = await renew(`cm-p1=${token}`)
    expect(JSON.parse(text)).toEqual({ ok: true, renewed: true })
    const next = deviceToken(headers['set-cookie']?.[0], 'p1', false) ?? ''
    expect(next).not.toBe(token)
    expect(devices.authenticate('p1', next)?.id).toBe('p1')
  })

  it('lets a device wait for its manager', async () => {
    const { post, pairing, rows } = await serve()
    const asked = JSON.parse((await post('/pair/ask', {})).text)
    expect(asked).toMatchObject({ ok: true, code: expect.stringMatching(/^[A-Z]{6}$/) })
    expect(JSON.parse((await post('/pair/poll', { secret: asked.secret })).text)).toMatchObject({
      ok: true,
      waiting: true,
    })
    const confirmed = pairing.confirm('c1', asked.code, 'p9')
    if ('refused' in confirmed) throw new Error(confirmed.refused)
    await rows.save({ ...deviceRow({ id: 'p9', kind: 'panel', room: 'r1' }), tokens: [confirmed.token] })
    const fetched = await post('/pair/poll', { secret: asked.secret })
    expect(JSON.parse(fetched.text)).toEqual({ ok: true, device: 'p9', kind: 'panel' })
    expect(fetched.headers['set-cookie']?.[0]).toMatch(/^cm-p9=/)
    expect((await post('/pair/poll', { secret: asked.secret })).status).toBe(410)
  })

  it('turns a kiosk ticket into a claim without a cookie, by POST and once', async () => {
    const { post, get, tickets } = await serve()
    const shown: TicketView[] = []
    closers.push(tickets.run('k1', view => shown.push(view)))
    const ticket = shown[0]?.url.split('/').at(-1) ?? ''
    expect((await get(`/P/${ticket}`)).status).toBe(200)
    const claimed = await post('/phone/claim', { ticket })
    const { claim, code } = JSON.parse(claimed.text)
    expect(claimed.headers['set-cookie']).toBeUndefined()
    expect(code).toBe(shown[0]?.code)
    expect(tickets.phone(claim)?.principal.kiosk).toBe('k1')
    expect((await post('/phone/claim', { ticket })).status).toBe(410)
  })

  it('has nothing for phones while they have a port of their own', async () => {
    const { get, post, tickets } = await serve({ phones: () => false })
    expect((await get('/phone')).status).toBe(404)
    expect((await get('/P/ABCDEFGH')).status).toBe(404)
    const shown: TicketView[] = []
    closers.push(tickets.run('k1', view => shown.push(view)))
    expect((await post('/phone/claim', { ticket: shown[0]?.url.split('/').at(-1) })).status).toBe(404)
    expect((await get('/console')).status).toBe(200)
  })

  it('lets exactly one of fifty phones have a ticket, scanned or typed', async () => {
    const { post, tickets } = await serve({ rates: { claim: { points: 100, seconds: 60 } } })
    const shown: TicketView[] = []
    closers.push(tickets.run('k1', view => shown.push(view)))
    for (const way of ['ticket', 'code'] as const) {
      const { url, code } = shown.at(-1) ?? { url: '', code: '' }
      const body = way === 'ticket' ? { ticket: url.split('/').at(-1) } : { code }
      const replies = await Promise.all(Array.from({ length: 50 }, () => post('/phone/claim', body)))
      const claims = replies.flatMap(({ status, text }) => (status === 200 ? [JSON.parse(text).claim] : []))
      expect(claims).toHaveLength(1)
      expect(tickets.phone(claims[0])?.code).toBe(code)
    }
  })

  it('tells typed letters that are wrong to look again, and who tries too many to wait', async () => {
    const { post } = await serve()
    const tries = []
    for (let times = 0; times < 11; times += 1) tries.push(await post('/phone/claim', { code: 'BBBBBB' }))
    expect(tries.map(({ text }) => JSON.parse(text).refusal.refused)).toEqual([
      ...Array(10).fill('bad-code'),
      'too-fast',
    ])
    for (const body of [{ code: 'bbbbbb' }, { code: 'BBBBB' }, { code: 'BBBBBB', ticket: 'x' }, {}])
      expect((await post('/phone/claim', body)).status).toBe(400)
  })
})

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

  it('log our own faults once, and tell the client nothing', async () => {
    const { get, errors } = await serve({
      status: () => {
        throw new Error('inside')
      },
    })
    const { status, text } = await get('/healthz')
    expect(status).toBe(500)
    expect(text).not.toContain('inside')
    expect(errors).toHaveLength(1)
  })
})
