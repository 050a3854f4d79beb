/**
 * Everything at once that nobody of ours would send, by socket and by HTTP, at a real hub: each is answered, nothing ends it,
 * and the next honest tap is taken. What escaped a handler would be an unhandled error, which fails the run.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { request as send } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import * as v from 'valibot'
import { afterEach, expect, it, onTestFailed } from 'vitest'
import { createNodeFiles } from '../../hub/system/files.ts'
import { createManualClock } from '../../hub/system/manual-clock.testing.ts'
import { badCommand, badEnvelope, badQuery } from '../../hub/whole/nasty.testing.ts'
import { commandTypes } from '../../shared/protocol/commands.ts'
import { loadDemoKeys } from '../demo/keys.ts'
import { seedDemo } from '../demo/seed.ts'
import { connectDevice, type DeviceClient } from '../lib/device-client.ts'
import { createServedHub } from '../lib/served-hub.testing.ts'

const files = createNodeFiles()
const stops: (() => unknown)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

const devices = ['d1-panelv06', 'd1-panelv07', 'd1-panelv09', 'd1-kiosk', 'd1-player', 'd1-bar', 'd1-floor', 'd1-desk']
/** As many as a client may send at once. */
const burst = 20

const framesAt = (now: number) =>
  fc
    .oneof(
      {
        weight: 5,
        arbitrary: fc.tuple(
          fc.constant('command'),
          badEnvelope(now, fc.constantFrom(...commandTypes).chain(badCommand)),
        ),
      },
      { weight: 2, arbitrary: fc.tuple(fc.constant('query'), badQuery) },
      { weight: 2, arbitrary: fc.tuple(fc.constantFrom('command', 'query', 'presence'), fc.jsonValue()) },
      { weight: 1, arbitrary: fc.tuple(fc.constantFrom('__proto__', 'constructor', 'toString', 'x'), fc.jsonValue()) },
    )
    // A larger one is no frame: it cuts its sender off, and with it what else was under way.
    .filter(([, payload]) => Buffer.byteLength(JSON.stringify(payload) ?? '') < 15_000)

const paths = fc.oneof(
  fc.webPath(),
  fc.constantFrom(
    '/assets/../../secrets/demo.json',
    '/assets/..%2f..%2fsecrets%2fdemo.json',
    '/assets/%2e%2e/%2e%2e/secrets/demo.json',
    '/assets/....//....//secrets/demo.json',
    '/assets/..%5c..%5csecrets%5cdemo.json',
    '/secrets/demo.json',
    '/assets/%00',
    '/panel/%00',
    '/panel/__proto__',
    '/P/%ff%fe',
    '/console/..%c0%af..%c0%afsecrets',
    '//evil.example/',
    '/metrics?__proto__[x]=1',
    `/${'a'.repeat(7000)}`,
  ),
)
const methods = fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'DELETE')
const posts = ['/pair/claim', '/pair/ask', '/pair/poll', '/pair/renew', '/phone/claim']

/** Others at each run; when it fails it says which, and that number here sends the same again. */
const seed = Date.now()
let draws = 0
const draw = <T>(what: fc.Arbitrary<T>, numRuns: number): T[] => {
  draws += 1
  return fc.sample(what, { numRuns, seed: seed + draws })
}

const Answer = v.object({ ok: v.boolean(), refusal: v.optional(v.object({ refused: v.string() })) })
const Room = v.object({ roomClass: v.string() })
const Opened = v.object({ visit: v.string() })

it('whatever comes by socket or HTTP is answered, ends nothing, and leaves a hub that opens again', async () => {
  onTestFailed(() => console.error(`seed ${seed}`))
  // Its web folder is the data folder: whatever path leads out of the assets would find the demo's secrets.
  const folder = await mkdtemp(join(tmpdir(), 'changming-fuzz-'))
  stops.push(() => rm(folder, { recursive: true, force: true }))
  const clock = createManualClock()
  await seedDemo({ files, folder, now: clock.now(), members: 3, history: 'none', occupied: 0 })
  const hub = await createServedHub(folder, clock)
  stops.push(() => hub.stop())
  const { origin } = hub
  const keys = await loadDemoKeys(files, folder)
  const open = (device: string) => connectDevice({ origin, device, token: keys?.tokens[device] ?? '' })
  const manager = keys?.pins.find(({ role }) => role === 'manager')
  if (!manager) throw new Error('the demo has no manager')

  const desk = await open('d1-simmanager')
  const tell = async (...[command, more]: Parameters<DeviceClient['command']>) => {
    const answer = await desk.command(command, { tappedAt: clock.now(), ...more })
    if (!answer.ok) throw new Error(`${command.type}: ${answer.refusal.refused}`)
    return answer.result
  }
  await tell({ type: 'SignIn', staff: manager.staff, pin: manager.pin })
  await expect.poll(() => v.is(Room, desk.slice('room/v06'))).toBe(true)
  const { roomClass } = v.parse(Room, desk.slice('room/v06'))
  const opened = await tell({ type: 'OpenVisit', room: 'v06', tariff: `${roomClass}-timed`, party: 4 })
  const { visit } = v.parse(Opened, opened)
  const clients = [desk, ...(await Promise.all(devices.map(open)))]

  const frames = framesAt(clock.now())
  for (let round = 0; round < 2; round += 1) {
    // Everybody may send a burst again.
    await clock.turn(burst * 100)
    const sent = clients.flatMap(client => draw(frames, burst - 1).map(frame => ({ client, frame })))
    const wrong = await Promise.all(
      sent.map(async ({ client, frame: [name, payload] }) => {
        const answer: unknown = await client.socket
          .timeout(20_000)
          // What it is called and what is in it is unknown on the wire.
          .emitWithAck(name as 'command', payload)
          .catch((error: unknown) => String(error))
        const said = v.safeParse(Answer, answer)
        const fine = said.success && said.output.refusal?.refused !== 'unavailable'
        return fine ? [] : [`${name} ${JSON.stringify(payload).slice(0, 300)} → ${JSON.stringify(answer)}`]
      }),
    )
    expect(wrong.flat()).toEqual([])
  }

  const { hostname, port } = new URL(origin)
  const ask = (method: string, path: string, body: unknown) =>
    new Promise<readonly [number, string]>(resolve => {
      const headers = { origin, 'content-type': 'application/json' }
      const request = send({ hostname, port, method, path, headers }, response => {
        let text = ''
        response.setEncoding('utf8').on('data', part => {
          text += part
        })
        response.on('end', () => resolve([response.statusCode ?? 0, text]))
      })
      // Hung up on: what is no request gets no answer.
      request.on('error', () => resolve([0, '']))
      request.end(method === 'POST' ? JSON.stringify(body) : undefined)
    })
  const asked = [
    ...draw(fc.tuple(methods, paths, fc.jsonValue()), 100),
    ...posts.flatMap(path => draw(fc.jsonValue(), 20).map(body => ['POST', path, body] as const)),
  ]
  const replies = await Promise.all(
    asked.map(async ([method, path, body]) => [`${method} ${path}`, ...(await ask(method, path, body))] as const),
  )
  expect(replies.filter(([, status, text]) => status >= 500 || text.includes('"pins"'))).toEqual([])
  await Promise.all(
    draw(fc.uint8Array({ minLength: 1, maxLength: 2000 }), 40).map(
      bytes =>
        new Promise<void>(done => {
          const socket = connect(Number(port), hostname, () => socket.end(bytes))
          socket.on('error', () => done()).on('close', () => done())
          socket.resume()
        }),
    ),
  )

  expect(hub.errors()).toEqual([])
  expect('polluted' in {}).toBe(false)
  await clock.turn(60_000)
  const panel = await open('d1-panelv06')
  const honest = await panel.command({ type: 'CallService', service: 'ice' }, { visit, tappedAt: clock.now() })
  expect(honest).toMatchObject({ ok: true })

  // A stolen tablet is out within a second of its revocation, and stays out.
  const gone = new Promise<number>(done => panel.socket.once('disconnect', () => done(performance.now())))
  await tell({ type: 'RevokeDevice', device: 'd1-panelv06' })
  const told = performance.now()
  expect((await gone) - told).toBeLessThan(1000)
  await expect(open('d1-panelv06')).rejects.toThrow('not-paired')

  for (const client of clients) client.close()
  await hub.restart()
  expect(await (await fetch(`${origin}/healthz`)).json()).toMatchObject({ status: 'ok' })
}, 120_000)
