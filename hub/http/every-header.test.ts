/** The security headers go with every answer there is: pages, files, APIs, redirects, and all that goes wrong. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createDevices } from '../identity/devices.ts'
import { createLinks } from '../identity/links.ts'
import { createPairing } from '../identity/pairing.ts'
import { createReturning } from '../identity/returning.ts'
import { createTickets } from '../identity/tickets.ts'
import { createTestClock, createTestIds, createTestMarks, createTestRows } from '../identity/world.testing.ts'
import { createSockets } from '../sockets/create-sockets.ts'
import { createGuestHttp, createHttp, createHttpServer } from './create-http.ts'
import { createGate, ownHosts } from './own-names.ts'

const closers: (() => unknown)[] = []
let web = ''

beforeEach(() => {
  web = mkdtempSync(join(tmpdir(), 'cm-headers-'))
  mkdirSync(join(web, 'assets'))
  for (const page of ['kiosk', 'panel', 'console', 'phone', 'wall', 'trust'])
    writeFileSync(join(web, `${page}.html`), '')
  writeFileSync(join(web, 'assets', 'a-1.js'), '1')
  writeFileSync(join(web, 'panel-worker.js'), '4')
})
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
  rmSync(web, { recursive: true, force: true })
})

/** The staff's port and the guests' port, each with its sockets, as `serve` wires them. */
async function serve(port: 'staff' | 'guests', limits?: Parameters<typeof createHttpServer>[1]) {
  const clock = createTestClock()
  const ids = createTestIds()
  const marks = createTestMarks(ids)
  const devices = createDevices({ rows: createTestRows(), marks, clock, idleSince: () => 0 })
  const bound = { address: '127.0.0.1', port: 0 }
  const known = {
    gate: createGate({ secure: false, hosts: () => ownHosts(bound) }),
    tickets: createTickets({ clock, ids, origin: () => 'http://x' }),
    log: { warn: () => undefined, error: () => undefined },
    devices,
    secure: false,
    web,
  }
  const trust = { authority: () => undefined, secureOrigin: () => 'https://x', plainOrigin: () => 'http://x' }
  let healthy = true
  const app =
    port === 'guests'
      ? createGuestHttp({ ...known, trust })
      : createHttp({
          ...known,
          trust,
          demo: true,
          framed: false,
          hasCamera: () => false,
          phones: () => true,
          links: createLinks({ devices, ids, clock, openSession: async () => undefined }),
          pairing: createPairing({ devices, ids, clock }),
          returning: createReturning({ devices, ids, marks, clock, waits: () => undefined }),
          version: '1.2.3',
          status() {
            if (!healthy) throw new Error('inside')
            return { status: 'ok', seq: 7 }
          },
          metrics: { contentType: 'text/plain', text: async () => 'up 1\n' },
          key: 'k'.repeat(43),
          sessionOf: () => undefined,
          takeSongs: () => false,
          rates: { get: { points: 60, seconds: 6000 } },
        })
  const server = createHttpServer(app, limits)
  const sockets = createSockets({
    ...known,
    httpServer: server,
    clock,
    presence: () => undefined,
    phonesOnly: port === 'guests',
  })
  closers.push(() => sockets.close())
  bound.port = await listen(server)
  return {
    at: bound.port,
    fail() {
      healthy = false
    },
  }
}

const listen = (server: Server) =>
  new Promise<number>(done =>
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      done(typeof address === 'object' && address ? address.port : 0)
    }),
  )

/** What is said on a connection of its own, to its end. */
const say = (port: number, text: string) =>
  new Promise<string>((resolve, reject) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    socket.on('data', chunk => (answer += chunk))
    socket.on('close', () => resolve(answer)).on('error', reject)
  })

interface Asked {
  readonly status: number
  readonly line: string
  readonly more?: string
  readonly body?: string
}
const request = (port: number, { line, more = '', body = '' }: Asked): string => {
  const own = /Host:/.test(more) ? '' : `Host: 127.0.0.1:${port}\r\n`
  const length = body === '' || more.includes('Length') ? '' : `Content-Length: ${body.length}\r\n`
  return `${line} HTTP/1.1\r\n${own}Connection: close\r\n${more}${length}\r\n${body}`
}
const json = (port: number, origin = `http://127.0.0.1:${port}`) =>
  `Content-Type: application/json\r\nOrigin: ${origin}\r\n`

const anywhere = (port: number): readonly Asked[] => [
  { status: 200, line: 'GET /phone' },
  { status: 200, line: 'HEAD /phone' },
  { status: 200, line: 'GET /assets/a-1.js' },
  { status: 206, line: 'GET /assets/a-1.js', more: 'Range: bytes=0-0\r\n' },
  { status: 416, line: 'GET /assets/a-1.js', more: 'Range: bytes=9-10\r\n' },
  { status: 204, line: 'GET /favicon.ico' },
  { status: 302, line: 'GET /' },
  { status: 404, line: 'GET /nothing' },
  { status: 404, line: 'GET /assets/nothing.js' },
  { status: 404, line: 'GET /assets/' },
  { status: 404, line: 'GET /assets/%' },
  { status: 404, line: 'GET /assets/..%2f..%2fetc%2fpasswd' },
  { status: 421, line: 'GET /phone', more: 'Host: evil.example\r\n' },
  { status: 403, line: 'POST /phone/claim', more: json(port, 'http://evil.example'), body: '{}' },
  { status: 403, line: 'POST /phone/claim', body: '{}' },
  { status: 400, line: 'POST /phone/claim', more: json(port), body: '{' },
  { status: 400, line: 'POST /phone/claim', more: json(port), body: '{"__proto__":{}}' },
  { status: 413, line: 'POST /phone/claim', more: json(port), body: JSON.stringify({ ticket: 'x'.repeat(9000) }) },
  // Two lengths.
  {
    status: 400,
    line: 'POST /phone/claim',
    more: `${json(port)}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n`,
    body: '0\r\n\r\n',
  },
  { status: 405, line: 'PUT /phone' },
  { status: 405, line: 'OPTIONS *' },
  // Before there is a request at all, by Node itself.
  { status: 400, line: 'GET phone' },
  { status: 431, line: 'GET /phone', more: `X-Long: ${'x'.repeat(9000)}\r\n` },
  { status: 421, line: 'GET /phone', more: 'No-Host: at all\r\n' },
  { status: 200, line: 'GET /phone', more: 'Expect: miracles\r\n' },
  { status: 404, line: 'GET /phone', more: 'Connection: Upgrade\r\nUpgrade: h2c\r\n' },
  // By socket.io.
  { status: 400, line: 'GET /socket.io/?EIO=4&transport=polling' },
  { status: 400, line: 'GET /socket.io/?EIO=4&transport=websocket' },
]

const unfinished = (port: number): Asked => ({
  status: 408,
  line: 'POST /phone/claim',
  more: `${json(port)}Content-Length: 9\r\n`,
  body: '{',
})

const onStaffPort = (port: number): readonly Asked[] => [
  ...['/kiosk/k1', '/panel', '/console/c1', '/wall', '/panel-worker.js', '/healthz'].map(path => ({
    status: 200,
    line: `GET ${path}`,
  })),
  { status: 404, line: 'GET /panel/UP%2e%2e' },
  { status: 403, line: 'GET /metrics' },
  { status: 200, line: 'GET /metrics', more: `Authorization: Bearer ${'k'.repeat(43)}\r\n` },
  { status: 200, line: 'POST /pair/ask', more: json(port), body: '{}' },
  { status: 403, line: 'POST /pair/renew', more: json(port), body: '{"device":"p1"}' },
  { status: 410, line: 'POST /pair/poll', more: json(port), body: `{"secret":"${'a'.repeat(43)}"}` },
]

/** What every answer has, by the line; a page may be allowed more by its policy, and never less is asked of it. */
const wanted = [
  /^content-security-policy: default-src 'none';script-src 'self'[^;]*;style-src 'self';img-src 'self' data:;font-src 'self';connect-src 'self'[^;]*;media-src 'self';manifest-src 'self';base-uri 'none';form-action 'self';frame-ancestors 'none';object-src 'none';require-trusted-types-for 'script';trusted-types changming/im,
  /^x-content-type-options: nosniff/im,
  /^x-frame-options: deny/im,
  /^referrer-policy: no-referrer/im,
  /^cross-origin-resource-policy: same-origin/im,
]
const unwanted = /^(x-powered-by|server|access-control-[a-z-]+):/im

/** What is wrong with an answer; nothing is right. */
function faults({ status, line }: Asked, answer: string): readonly string[] {
  const head = answer.split('\r\n\r\n', 1)[0] ?? ''
  const said = head.slice(9, 12)
  return [
    ...(said === String(status) ? [] : [`${line}: ${said}, not ${status}`]),
    ...wanted
      .filter(header => !header.test(head))
      .map(({ source }) => `${line} (${said}) lacks ${source.slice(0, 30)}`),
    ...(unwanted.test(head) ? [`${line} says too much`] : []),
  ]
}

describe.each(['staff', 'guests'] as const)('on the %s’ port', which => {
  it('every answer has every header', async () => {
    const { at, fail } = await serve(which)
    const found: string[] = []
    const look = async (one: Asked, port = at) => found.push(...faults(one, await say(port, request(port, one))))
    for (const one of which === 'staff' ? [...anywhere(at), ...onStaffPort(at)] : anywhere(at)) await look(one)
    if (which === 'staff') {
      fail()
      await look({ status: 500, line: 'GET /healthz' })
      for (let times = 0; times < 60; times += 1) await say(at, request(at, { status: 0, line: 'HEAD /phone' }))
      await look({ status: 429, line: 'GET /phone' })
    }
    // At a door of its own: where nobody is waited for, a busy machine is late with any of the others.
    const hurried = await serve(which, { headersMs: 150, requestMs: 300 })
    await look(unfinished(hurried.at), hurried.at)
    expect(found).toEqual([])
  })

  it.each(['/nothing', '/socket.io/?EIO=4&transport=polling'])(
    'a connection on which %s is asked for again and again in one breath is cut',
    async path => {
      const { at } = await serve(which)
      const socket = connect(at, '127.0.0.1')
      let answers = ''
      socket.on('data', chunk => (answers += chunk)).on('error', () => undefined)
      socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${at}\r\n\r\n`.repeat(500))
      await new Promise(over => socket.once('close', over))
      expect(answers.split('HTTP/1.1 ').length - 1).toBeLessThan(20)
    },
  )

  it('a few that cross with their answers have them all', async () => {
    const { at } = await serve(which)
    const more = `GET /phone HTTP/1.1\r\nHost: 127.0.0.1:${at}\r\n\r\n`
    const answers = await say(at, more.repeat(4) + request(at, { status: 200, line: 'GET /phone' }))
    expect(answers.match(/HTTP\/1.1 200/g)).toHaveLength(5)
  })
})
