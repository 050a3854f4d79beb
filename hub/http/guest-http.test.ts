import { X509Certificate } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type IncomingHttpHeaders, request as send } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTickets } from '../identity/tickets.ts'
import { createTestClock, createTestIds } from '../identity/world.testing.ts'
import { createMemoryFiles } from '../system/memory-files.ts'
import { ensureCertificates } from '../tls/certificates.ts'
import { createGuestHttp, createHttpServer } from './create-http.ts'
import { createGate, ownHosts } from './own-names.ts'

const closers: (() => void)[] = []
let web = ''

beforeEach(() => {
  web = mkdtempSync(join(tmpdir(), 'cm-web-'))
  mkdirSync(join(web, 'assets'))
  for (const page of ['kiosk', 'panel', 'console', 'phone', 'wall', 'trust'])
    writeFileSync(join(web, `${page}.html`), `<!-- ${page} -->`)
  writeFileSync(join(web, 'assets', 'a-1.js'), '1')
})
afterEach(() => {
  for (const close of closers.splice(0)) close()
  rmSync(web, { recursive: true, force: true })
})

async function serve(how: { own?: boolean } = {}) {
  const clock = createTestClock()
  const tickets = createTickets({ clock, ids: createTestIds(), origin: () => 'http://192.168.1.20:8081' })
  const made = await ensureCertificates({
    files: createMemoryFiles(),
    folder: '/data',
    now: Date.now(),
    address: '192.168.1.20',
  })
  const bound = { address: '192.168.1.20', port: 8081 }
  const app = createGuestHttp({
    gate: createGate({ secure: false, hosts: () => ownHosts(bound) }),
    tickets,
    web,
    log: { warn: () => undefined, error: () => undefined },
    trust: {
      authority: () => (how.own ? undefined : made.authority),
      secureOrigin: () => 'https://192.168.1.20:8080',
      plainOrigin: () => 'http://192.168.1.20:8081',
    },
  })
  const server = createHttpServer(app)
  closers.push(() => server.close())
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const ask = (method: string, path: string, more: Record<string, string> = {}, body?: string) =>
    new Promise<{ status: number; headers: IncomingHttpHeaders; bytes: Buffer }>((resolve, reject) => {
      const headers = { host: '192.168.1.20:8081', 'content-type': 'application/json', ...more }
      const request = send({ port, host: '127.0.0.1', method, path, headers, agent: false }, response => {
        const parts: Buffer[] = []
        response.on('data', part => parts.push(part))
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes: Buffer.concat(parts) }),
        )
      })
      request.on('error', reject).end(body)
    })
  const origin = 'http://192.168.1.20:8081'
  return {
    ask,
    tickets,
    made,
    post: (path: string, body: object) => ask('POST', path, { origin }, JSON.stringify(body)),
  }
}

describe('the guests’ port', () => {
  it('has the phone page, what it loads, and the way to trust the hub', async () => {
    const { ask } = await serve()
    for (const [path, page] of [
      ['/phone', 'phone'],
      ['/P/ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'phone'],
      ['/trust', 'trust'],
    ] as const)
      expect(String((await ask('GET', path)).bytes)).toBe(`<!-- ${page} -->`)
    expect((await ask('GET', '/assets/a-1.js')).status).toBe(200)
    expect((await ask('GET', '/')).headers.location).toBe('/trust')
  })

  it.each(['/console', '/console/c1', '/panel/p1', '/kiosk/k1', '/wall', '/healthz', '/console.html'])(
    'has no %s',
    async path => {
      const { ask } = await serve()
      expect((await ask('GET', path)).status).toBe(404)
    },
  )

  it.each([
    ['/pair/claim', { device: 'p1', secret: 'a'.repeat(43) }],
    ['/pair/ask', {}],
    ['/pair/poll', { secret: 'a'.repeat(43) }],
  ])('pairs nothing: POST %s', async (path, body) => {
    const { post } = await serve()
    const { status, headers } = await post(path, body)
    expect(status).toBe(404)
    expect(headers['set-cookie']).toBeUndefined()
  })

  it('takes a kiosk’s ticket, without a cookie', async () => {
    const { post, tickets } = await serve()
    let url = ''
    tickets.run('k1', ticket => (url = ticket.url))()
    expect(url).toMatch(/^HTTP:\/\/192\.168\.1\.20:8081\/P\//)
    const { status, headers } = await post('/phone/claim', { ticket: url.split('/').at(-1) })
    expect(status).toBe(200)
    expect(headers['set-cookie']).toBeUndefined()
    expect(headers['strict-transport-security']).toBeUndefined()
  })

  it('answers to its own names only, and to its own pages', async () => {
    const { ask } = await serve()
    for (const host of ['evil.example:8081', '192.168.1.20:8080', '192.168.1.20', '192.168.1.21:8081'])
      expect((await ask('GET', '/phone', { host })).status, host).toBe(421)
    for (const origin of ['https://192.168.1.20:8080', 'http://evil.example:8081', 'null'])
      expect((await ask('POST', '/phone/claim', { origin }, '{}')).status, origin).toBe(403)
  })
})

describe('the way to trust the hub', () => {
  it('gives the authority’s certificate as each platform wants it', async () => {
    const { ask, made } = await serve()
    const file = await ask('GET', '/trust/changming-ca.crt')
    expect(file.headers['content-type']).toBe('application/x-x509-ca-cert')
    expect(file.headers['content-disposition']).toBe('attachment; filename="changming-ca.crt"')
    expect(new X509Certificate(file.bytes).fingerprint256).toBe(made.authority?.fingerprint)
    expect(new X509Certificate(file.bytes).ca).toBe(true)
    const profile = await ask('GET', '/trust/changming-ca.mobileconfig')
    expect(profile.headers['content-type']).toMatch(/^application\/x-apple-aspen-config/)
    expect(profile.headers['content-disposition']).toBeUndefined()
    const [, data = ''] = /<data>([^<]+)<\/data>/.exec(String(profile.bytes)) ?? []
    expect(Buffer.from(data, 'base64').equals(file.bytes)).toBe(true)
    expect(`${file.bytes}${profile.bytes}`).not.toContain('PRIVATE KEY')
  })

  it('says where, and by what a person knows it', async () => {
    const { ask, made } = await serve()
    expect(JSON.parse(String((await ask('GET', '/trust/about')).bytes))).toEqual({
      secure: 'https://192.168.1.20:8080',
      page: 'http://192.168.1.20:8081/trust',
      fingerprint: made.authority?.fingerprint,
      until: made.authority?.until,
    })
  })

  it('lets its page try the HTTPS port, and nothing else', async () => {
    const { ask } = await serve()
    expect((await ask('GET', '/trust')).headers['content-security-policy']).toContain(
      "connect-src 'self' https://192.168.1.20:8080;",
    )
    expect((await ask('GET', '/phone')).headers['content-security-policy']).toContain("connect-src 'self';")
    const { headers } = await ask('GET', '/trust/test')
    expect(headers['access-control-allow-origin']).toBe('http://192.168.1.20:8081')
  })

  it('has nothing to install where the venue brought its own certificate', async () => {
    const { ask } = await serve({ own: true })
    expect((await ask('GET', '/trust/changming-ca.crt')).status).toBe(404)
    expect((await ask('GET', '/trust/changming-ca.mobileconfig')).status).toBe(404)
  })
})
