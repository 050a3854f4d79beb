/** The staff's door on a port of its own, with pages in a folder, and what stands behind it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type IncomingHttpHeaders, type Server, request as send } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
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
import { createHttp, createHttpServer, type HttpDeps } from './create-http.ts'
import { listen as listenOn } from './listen.ts'
import { createGate, ownHosts } from './own-names.ts'

interface Reply {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

let pages: string | undefined

/** A file that the door hands out. */
export const inWeb = (name: string, content: string | Uint8Array): void =>
  writeFileSync(join(webFolder(), name), content)

/** That of the test which runs. */
function webFolder(): string {
  if (pages !== undefined) return pages
  const web = mkdtempSync(join(tmpdir(), 'cm-web-'))
  pages = web
  onTestFinished(() => {
    pages = undefined
    rmSync(web, { recursive: true, force: true })
  })
  mkdirSync(join(web, 'assets'))
  for (const page of ['kiosk', 'panel', 'console', 'phone', 'wall']) inWeb(`${page}.html`, `<!-- ${page} -->`)
  inWeb('assets/a-1.js', '1')
  inWeb('assets/sans-1.woff2', '2')
  inWeb('assets/zxing-1.wasm', '3')
  inWeb('panel-worker.js', '4')
  inWeb('secret.txt', 'secret')
  mkdirSync(join(web, 'assets', '.git'))
  inWeb('assets/.git/config', 'secret')
  return web
}

export async function serve(more: Partial<HttpDeps> = {}, limits?: Parameters<typeof createHttpServer>[1]) {
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
    web: webFolder(),
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

export function listen(server: Server): Promise<number> {
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return listenOn(server, 0, '127.0.0.1')
}
