import { createServer, request as send } from 'node:http'
import type { Duplex } from 'node:stream'
import { io, type Socket } from 'socket.io-client'
import { afterEach, describe, expect, it } from 'vitest'
import type { Answer } from '../../shared/protocol/answer.ts'
import { done } from '../../shared/protocol/answer.ts'
import { PROTOCOL } from '../../shared/protocol/version.ts'
import type { HubHealth, ViewFrame } from '../../shared/protocol/wire.ts'
import type { Principal } from '../domain/principal.ts'
import { createGate, ownHosts } from '../http/own-names.ts'
import { createDevices } from '../identity/devices.ts'
import { createTickets } from '../identity/tickets.ts'
import {
  createTestClock,
  createTestIds,
  createTestMarks,
  createTestRows,
  deviceRow,
} from '../identity/world.testing.ts'
import { createSockets, type SocketLimits, socketLimits } from './create-sockets.ts'
import type { AttachOptions, HubClient, HubDoor } from './hub-door.ts'

const closers: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

const frame = (seq: number): ViewFrame => ({ seq, whole: false, now: 1, put: [['visit', { seq }]], drop: [] })

/** A hub that remembers what it was asked, and answers as the test says. */
function fakeDoor() {
  const attached: { principal: Principal; client: HubClient; options: AttachOptions; left: boolean }[] = []
  const asked: { principal: Principal; payload: unknown }[] = []
  const changed: ((device: string) => void)[] = []
  const sessions = new Map<string, { session: string; staff: string; role: 'manager' }>()
  const behaviour = { submit: async (): Promise<Answer> => done(), attach: () => undefined }
  const door: HubDoor = {
    submit(principal, payload) {
      asked.push({ principal, payload })
      return behaviour.submit()
    },
    query: async (_principal, payload) => ({ ok: true, value: payload }),
    report: async (_principal, payload) => ({ ok: true, value: payload }),
    attach(principal, client, options) {
      behaviour.attach()
      const entry = { principal, client, options, left: false }
      attached.push(entry)
      client.send({ ...frame(0), whole: true })
      client.join(principal.kind === 'panel' ? `panel/${principal.room}` : `all/${principal.kind}`)
      return () => {
        entry.left = true
      }
    },
    onPrincipalChange: listener => void changed.push(listener),
    sessionOf: device => sessions.get(device),
  }
  return {
    door,
    attached,
    asked,
    sessions,
    behaviour,
    change(device: string) {
      for (const tell of changed) tell(device)
    },
  }
}

type FakeDoor = ReturnType<typeof fakeDoor>

async function house(limits: Partial<SocketLimits> = {}, open = true, phonesOnly = false, phones = true) {
  const clock = createTestClock()
  const ids = createTestIds()
  const rows = createTestRows(
    deviceRow({ id: 'p1', kind: 'panel', room: 'r1' }),
    deviceRow({ id: 'p2', kind: 'panel', room: 'r1' }),
    deviceRow({ id: 'c1', kind: 'console' }),
    deviceRow({ id: 'x1', kind: 'panel' }),
  )
  const devices = createDevices({
    rows: { find: id => rows.find(id), save: rows.save },
    marks: createTestMarks(ids),
    clock,
    idleSince: () => 0,
  })
  const tickets = createTickets({ clock, ids, origin: () => 'http://x' })
  const bound = { address: '127.0.0.1', port: 0 }
  const gate = createGate({ secure: false, hosts: () => ownHosts(bound) })
  const presence: string[] = []
  const errors: object[] = []
  const httpServer = createServer()
  const sockets = createSockets({
    httpServer,
    gate,
    devices,
    tickets,
    secure: false,
    phonesOnly,
    phones: () => phones,
    clock,
    log: { warn: () => undefined, error: fields => errors.push(fields) },
    presence: (device, online) => presence.push(`${device} ${online ? 'on' : 'off'}`),
    limits,
  })
  const hub: FakeDoor = fakeDoor()
  if (open) sockets.open(hub.door)
  await new Promise<void>(resolve => httpServer.listen(0, '127.0.0.1', resolve))
  closers.push(() => sockets.close())
  const address = httpServer.address()
  bound.port = typeof address === 'object' && address ? address.port : 0
  const origin = `http://127.0.0.1:${bound.port}`

  const connect = (auth: object, headers: Record<string, string> = {}) => {
    const socket = io(origin, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      auth: { protocol: PROTOCOL, ...auth },
      extraHeaders: { origin, ...headers },
    })
    closers.push(() => socket.disconnect())
    return socket
  }
  const tokenOf = async (device: string) => (await devices.renewToken(device)) ?? ''
  const connectDevice = async (device: string, more: object = {}) => {
    const token = await tokenOf(device)
    const socket = connect({ device, ...more }, { cookie: `other=1; cm-${device}=${token}` })
    const views: ViewFrame[] = []
    socket.on('view', view => views.push(view))
    await outcome(socket)
    return { socket, views, token }
  }
  const claim = () => {
    let url = ''
    tickets.run('k1', ticket => (url = ticket.url))()
    const claimed = tickets.claim({ ticket: url.split('/').at(-1) ?? '' })
    if ('refused' in claimed) throw new Error(claimed.refused)
    return claimed.secret
  }
  /** A device that is let in, answers every ping, and reads nothing of what it is sent. */
  const connectDeaf = async (device: string, pongEveryMs = 20) => {
    const token = await tokenOf(device)
    const net = await new Promise<Duplex>((upgraded, refused) => {
      const request = send({
        port: bound.port,
        host: '127.0.0.1',
        path: '/socket.io/?EIO=4&transport=websocket',
        headers: {
          origin,
          cookie: `cm-${device}=${token}`,
          connection: 'Upgrade',
          upgrade: 'websocket',
          'sec-websocket-version': '13',
          'sec-websocket-key': Buffer.alloc(16).toString('base64'),
        },
      })
      request.on('upgrade', (_response, socket) => upgraded(socket))
      request.on('response', response => refused(new Error(String(response.statusCode))))
      request.end()
    })
    net.pause()
    net.on('error', () => undefined)
    net.write(maskedText(`40${JSON.stringify({ protocol: PROTOCOL, device })}`))
    const pongs = setInterval(() => net.write(maskedText('3')), pongEveryMs)
    const closed = new Promise(over => net.once('close', over))
    closers.push(() => {
      clearInterval(pongs)
      net.destroy()
    })
    return { net, closed }
  }
  /** A WebSocket handshake by hand: the status of its answer, and the socket when it is in. */
  const upgrade = (headers: Record<string, string>) =>
    new Promise<{ status: number; text: string; end: () => void; closed?: Promise<unknown> }>(resolve => {
      const request = send({
        port: bound.port,
        host: '127.0.0.1',
        path: '/socket.io/?EIO=4&transport=websocket',
        headers: {
          connection: 'Upgrade',
          upgrade: 'websocket',
          'sec-websocket-version': '13',
          'sec-websocket-key': Buffer.alloc(16).toString('base64'),
          ...headers,
        },
      })
      request.on('upgrade', (_response, socket) => {
        socket.resume()
        const closed = new Promise(over => socket.on('close', over))
        resolve({ status: 101, text: '', end: () => socket.destroy(), closed })
      })
      request.on('response', response => {
        let text = ''
        response.on('data', chunk => (text += chunk))
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text, end: () => undefined }))
      })
      request.end()
    })
  return {
    ...hub,
    sockets,
    connect,
    connectDevice,
    connectDeaf,
    tokenOf,
    claim,
    upgrade,
    presence,
    errors,
    rows,
    clock,
    origin,
    port: bound.port,
  }
}

/** A text frame as a client must send it; with a mask of zeroes the text is itself. */
function maskedText(text: string): Buffer {
  const payload = Buffer.from(text)
  const length = payload.length < 126 ? [0x80 | payload.length] : [0xfe, payload.length >> 8, payload.length & 0xff]
  return Buffer.concat([Buffer.from([0x81, ...length, 0, 0, 0, 0]), payload])
}

/** `connected`, or why not. */
const outcome = (socket: Socket) =>
  new Promise<string>(resolve => {
    socket.once('connect', () => resolve('connected'))
    socket.once('connect_error', error => resolve(error.message))
  })
const gone = (socket: Socket) => new Promise<string>(resolve => socket.once('disconnect', resolve))
const next = <T>(socket: Socket, event: string) => new Promise<T>(resolve => socket.once(event, resolve))
const ask = (socket: Socket, event: string, ...args: unknown[]): Promise<Answer> =>
  socket.timeout(3000).emitWithAck(event, ...args)

describe('a handshake', () => {
  it('lets a paired device in by its cookie or by its token', async () => {
    const { connectDevice, connect, attached } = await house()
    const { socket, views, token } = await connectDevice('p1', { feedAfter: 7 })
    expect(socket.connected).toBe(true)
    expect(attached[0]).toMatchObject({
      principal: { kind: 'panel', device: 'p1', room: 'r1' },
      options: { feedAfter: 7 },
    })
    if (views.length === 0) await next(socket, 'view')
    expect(views[0]?.whole).toBe(true)
    expect(await outcome(connect({ device: 'p1', token }))).toBe('connected')
  })

  it('lets a phone in by its claim, as long as that lasts', async () => {
    const { connect, claim, attached, clock } = await house()
    const secret = claim()
    expect(await outcome(connect({ claim: secret }))).toBe('connected')
    expect(attached[0]?.principal).toMatchObject({ kind: 'phone', kiosk: 'k1' })
    clock.advance(20 * 60_000)
    expect(await outcome(connect({ claim: secret }))).toBe('not-paired')
  })

  it('knows no phone where phones have a port of their own', async () => {
    const { connect, claim } = await house({}, true, false, false)
    expect(await outcome(connect({ claim: claim() }))).toBe('not-paired')
  })

  it('on the guests’ port knows phones only, whatever a device shows', async () => {
    const { connect, claim, tokenOf, attached } = await house({ strangersPerAddress: 3 }, true, true)
    const token = await tokenOf('p1')
    expect(await outcome(connect({ device: 'p1', token }))).toBe('not-paired')
    expect(await outcome(connect({ device: 'p1' }, { cookie: `cm-p1=${token}` }))).toBe('not-paired')
    expect(attached).toEqual([])
    expect(await outcome(connect({ claim: claim() }))).toBe('connected')
  })

  it.each([
    ['nobody', {}, 'not-paired'],
    ['no token', { device: 'p1' }, 'not-paired'],
    ['a wrong token', { device: 'p1', token: 'x' }, 'not-paired'],
    ['an unknown device', { device: 'p9', token: 'x' }, 'not-paired'],
    ['a wrong claim', { claim: 'x' }, 'not-paired'],
    ['garbage', { device: { $ne: 1 } }, 'not-paired'],
    ['an unknown key', { device: 'p1', room: 'r2' }, 'not-paired'],
    ['__proto__ as device', { device: '__proto__', token: 'x' }, 'not-paired'],
    ['another version', { protocol: PROTOCOL + 1, whatever: 1 }, 'other-version'],
    ['no version', { protocol: undefined }, 'other-version'],
  ])('by %s is refused', async (_who, auth, expected) => {
    const { connect, attached } = await house()
    expect(await outcome(connect(auth))).toBe(expected)
    expect(attached).toEqual([])
  })

  it('is refused to a device with another one’s cookie, to a revoked one, and to one without its room', async () => {
    const { connect, tokenOf, rows } = await house()
    const token = await tokenOf('p2')
    expect(await outcome(connect({ device: 'p1' }, { cookie: `cm-p1=${token}; cm-p2=${token}` }))).toBe('not-paired')
    expect(await outcome(connect({ device: 'x1', token: await tokenOf('x1') }))).toBe('not-paired')
    const row = rows.all.get('p2')
    if (row) rows.all.set('p2', { ...row, revoked: true })
    expect(await outcome(connect({ device: 'p2', token }))).toBe('not-paired')
  })

  it('waits for the hub to be ready', async () => {
    const { connect, tokenOf, sockets, door } = await house({}, false)
    const auth = { device: 'p1', token: await tokenOf('p1') }
    expect(await outcome(connect(auth))).toBe('starting')
    sockets.open(door)
    expect(await outcome(connect(auth))).toBe('connected')
  })

  it('is told to wait when the hub fails to say who it is, and ends nothing', async () => {
    const { connect, tokenOf, rows, errors } = await house()
    const token = await tokenOf('p1')
    const find = rows.find
    rows.find = () => {
      throw new Error('not there yet')
    }
    expect(await outcome(connect({ device: 'p1' }, { cookie: `cm-p1=${token}` }))).toBe('starting')
    expect(errors).toHaveLength(2)
    rows.find = find
    expect(await outcome(connect({ device: 'p1' }, { cookie: `cm-p1=${token}` }))).toBe('connected')
  })

  it('from a foreign page, from nowhere, or for a foreign host is refused before there is a socket', async () => {
    const { upgrade, port, origin } = await house()
    for (const headers of [
      {},
      { origin: 'http://evil.example' },
      { origin: 'null' },
      { origin: `http://localhost:${port}` },
    ])
      expect(await upgrade(headers)).toMatchObject({ status: 400, text: 'bad-origin' })
    expect(await upgrade({ host: `evil.example:${port}`, origin: `http://evil.example:${port}` })).toMatchObject({
      status: 400,
    })
    const { status, end } = await upgrade({ origin })
    expect(status).toBe(101)
    end()
  })

  it('by long polling does not exist', async () => {
    const { origin } = await house()
    const response = await fetch(`${origin}/socket.io/?EIO=4&transport=polling`, { headers: { origin } })
    expect(response.status).toBe(400)
  })
})

describe('strangers', () => {
  it('have so many places an address, which paired devices neither take nor need', async () => {
    const { upgrade, origin, connectDevice, connect, claim } = await house({ strangersPerAddress: 2 })
    const one = await upgrade({ origin })
    const phone = connect({ claim: claim() })
    expect(await outcome(phone)).toBe('connected')
    expect(await upgrade({ origin })).toMatchObject({ status: 400, text: 'too-many' })
    const { socket } = await connectDevice('p1')
    expect(socket.connected).toBe(true)
    one.end()
    phone.disconnect()
    await expect
      .poll(async () => {
        const tried = await upgrade({ origin })
        tried.end()
        return tried.status
      })
      .toBe(101)
  })

  it('give their place back once they turn out to be a device', async () => {
    const { connect, tokenOf, upgrade, origin } = await house({ strangersInAll: 1 })
    expect(await outcome(connect({ device: 'p1', token: await tokenOf('p1') }))).toBe('connected')
    const { status, end } = await upgrade({ origin })
    expect(status).toBe(101)
    end()
  })

  it('who say nothing are shown out', async () => {
    const { upgrade, origin } = await house({ connectMs: 50, strangersInAll: 1 })
    await (await upgrade({ origin })).closed
    const { status, end } = await upgrade({ origin })
    expect(status).toBe(101)
    end()
  })
})

describe('one socket per device', () => {
  it('the newer replaces the older, which is told so, and the device stays online', async () => {
    const { connectDevice, connect, presence, attached, sockets } = await house()
    const { socket: older, token } = await connectDevice('p1')
    const left = gone(older)
    const newer = connect({ device: 'p1', token })
    expect(await outcome(newer)).toBe('connected')
    expect(await left).toBe('io server disconnect')
    expect(presence).toEqual(['p1 on'])
    expect(attached.map(({ left }) => left)).toEqual([true, false])
    newer.disconnect()
    await expect.poll(() => presence).toEqual(['p1 on', 'p1 off'])
    expect(sockets.online('p1')).toBe(false)
  })
})

describe('a phone', () => {
  it('takes no device’s place, whatever it says of itself beside its claim', async () => {
    const { connectDevice, connect, claim, presence, attached, tokenOf } = await house()
    const { socket } = await connectDevice('p1')
    const tries = [{}, { device: 'p1' }, { device: 'p1', token: 'x'.repeat(43) }, { device: 'p1', feedAfter: 0 }]
    for (const more of tries) expect(await outcome(connect({ claim: claim(), ...more }))).toBe('connected')
    expect(await outcome(connect({ device: 'p1' }))).toBe('not-paired')
    expect(await outcome(connect({ device: 'p1', token: await tokenOf('c1') }))).toBe('not-paired')
    expect(socket.connected).toBe(true)
    expect(presence).toEqual(['p1 on'])
    expect(attached.slice(1).map(({ principal }) => principal.kind)).toEqual(tries.map(() => 'phone'))
    expect(await ask(socket, 'command', {})).toMatchObject({ ok: true })
  })
})

describe('the limits', () => {
  it('are those that the house promises', () => {
    expect(socketLimits).toMatchObject({
      strangersPerAddress: 20,
      strangersInAll: 300,
      framesPerSecond: 10,
      framesAtOnce: 20,
      connectMs: 5000,
      frameBytes: 16 * 1024,
    })
    // A dead panel is noticed in 6 s, a stalled client is gone in 5.
    expect(socketLimits.pingMs + socketLimits.pongMs).toBeLessThanOrEqual(6000)
    expect(socketLimits.stalledMs + socketLimits.lookMs).toBeLessThanOrEqual(5000)
  })
})

describe('frames in', () => {
  it('reach the door with the principal of the moment', async () => {
    const { connectDevice, asked, sessions, change, attached } = await house()
    const { socket } = await connectDevice('c1')
    expect(await ask(socket, 'command', { a: 1 })).toEqual({ ok: true, result: {} })
    sessions.set('c1', { session: 's1', staff: 'm1', role: 'manager' })
    await ask(socket, 'command', { a: 2 })
    expect(asked.map(({ principal }) => principal.kind)).toEqual(['console', 'staff'])
    expect(await ask(socket, 'query', { q: 1 })).toEqual({ ok: true, value: { q: 1 } })
    const whole = next<ViewFrame>(socket, 'view')
    change('c1')
    expect((await whole).whole).toBe(true)
    expect(attached.map(({ principal, left }) => [principal.kind, left])).toEqual([
      ['console', true],
      ['staff', false],
    ])
  })

  it('of a revoked device are refused, and it is cut off so that it comes back and hears why', async () => {
    const { connectDevice, rows, change, asked, connect } = await house()
    const { socket, token } = await connectDevice('p1')
    const left = gone(socket)
    const row = rows.all.get('p1')
    if (row) rows.all.set('p1', { ...row, revoked: true })
    const answer = ask(socket, 'command', {}).catch(() => 'cut off')
    change('p1')
    expect(await left).toMatch(/^transport/)
    expect(await answer).not.toMatchObject({ ok: true })
    expect(asked).toEqual([])
    expect(await outcome(connect({ device: 'p1', token }))).toBe('not-paired')
  })

  it.each<[string, unknown[]]>([
    ['an unknown event', ['nothing', {}]],
    ['__proto__ as event', ['__proto__', {}]],
    ['constructor as event', ['constructor', {}]],
    ['no payload', ['command']],
    ['two payloads', ['command', {}, {}]],
  ])('with %s are malformed', async (_what, [event, ...args]) => {
    const { connectDevice, asked } = await house()
    const { socket } = await connectDevice('p1')
    expect(await ask(socket, String(event), ...args)).toMatchObject({ ok: false, refusal: { refused: 'malformed' } })
    expect(asked).toEqual([])
  })

  it('that want no answer are not carried out', async () => {
    const { connectDevice, asked } = await house()
    const { socket } = await connectDevice('p1')
    socket.emit('command', { a: 1 })
    socket.emit('command')
    socket.emit('command', null, null)
    await ask(socket, 'command', { a: 2 })
    expect(asked.map(({ payload }) => payload)).toEqual([{ a: 2 }])
  })

  it('that make the hub throw or reject are unavailable, and the next one is answered', async () => {
    const { connectDevice, behaviour, errors } = await house()
    const { socket } = await connectDevice('p1')
    behaviour.submit = () => Promise.reject(new Error('rejected'))
    expect(await ask(socket, 'command', {})).toMatchObject({ refusal: { refused: 'unavailable' } })
    behaviour.submit = () => {
      throw new Error('thrown')
    }
    expect(await ask(socket, 'command', {})).toMatchObject({ refusal: { refused: 'unavailable' } })
    behaviour.submit = async () => done({ yes: true })
    expect(await ask(socket, 'command', {})).toEqual({ ok: true, result: { yes: true } })
    expect(errors).toHaveLength(2)
  })

  it.each([
    ['null', null],
    ['a number', 7],
    ['__proto__ as key', JSON.parse('{"__proto__":{"x":1}}')],
    ['bytes', Buffer.from([1, 2, 3])],
  ])('with %s as payload reach the door’s parser and nothing else', async (_what, payload) => {
    const { connectDevice, asked } = await house()
    const { socket } = await connectDevice('p1')
    expect(await ask(socket, 'command', payload)).toMatchObject({ ok: true })
    expect(asked).toHaveLength(1)
    expect('x' in {}).toBe(false)
  })

  it('without a name, or nested deeply, are no more than odd', async () => {
    const { connectDevice, asked } = await house()
    const { socket } = await connectDevice('p1')
    socket.io.engine.write('2')
    // By hand: this client's own writer would overflow first.
    socket.io.engine.write(`20["command",${'['.repeat(7000)}${']'.repeat(7000)}]`)
    await ask(socket, 'command', {})
    expect(asked).toHaveLength(2)
  })

  it('that announce bytes and send none cut the client off', async () => {
    const { connectDevice } = await house()
    const { socket } = await connectDevice('p1')
    const left = gone(socket)
    socket.io.engine.write('51-["command",{"_placeholder":true,"num":0}]')
    socket.emit('command', {}, () => undefined)
    expect(await left).toMatch(/^transport/)
  })

  it('above 16 KB cut the client off', async () => {
    const { connectDevice, asked, connect, claim } = await house()
    const { socket } = await connectDevice('p1')
    const left = gone(socket)
    socket.emit('command', 'x'.repeat(17 * 1024), () => undefined)
    expect(await left).toMatch(/^transport/)
    expect(asked).toEqual([])
    expect(await outcome(connect({ claim: claim() }))).toBe('connected')
  })

  it('that are no socket.io packets cut the client off', async () => {
    const { connectDevice } = await house()
    for (const garbage of ['2{', '5x-[', '9', '2["disconnect"]', '2["connect",1]']) {
      const { socket } = await connectDevice('p1')
      const left = gone(socket)
      socket.io.engine.write(garbage)
      expect(await left, garbage).toMatch(/^transport/)
    }
    expect((await connectDevice('p1')).socket.connected).toBe(true)
  })

  it.each([
    ['pings', 0x89],
    ['pongs', 0x8a],
  ])(
    'that are %s of the WebSocket itself are taken; a flood of them, however steady, is cut off',
    async (_what, code) => {
      const { connectDevice, connectDeaf, presence } = await house({ pongMs: 60_000 })
      const frames = (count: number) => Buffer.concat(Array(count).fill(Buffer.from([code, 0x80, 0, 0, 0, 0])))
      // It reads the answers, and says nothing else.
      const { net, closed } = await connectDeaf('p1', 60_000)
      net.resume()
      await expect.poll(() => presence).toContain('p1 on')
      net.write(frames(20))
      const { socket } = await connectDevice('p2')
      expect(await ask(socket, 'command', {})).toMatchObject({ ok: true })
      expect(presence).not.toContain('p1 off')
      const steadily = setInterval(() => net.write(frames(20)), 5)
      closers.push(() => clearInterval(steadily))
      await closed
      expect(await ask(socket, 'command', {})).toMatchObject({ ok: true })
    },
  )

  it('too fast are told to wait; a flood is cut off', async () => {
    const { connectDevice, asked, clock } = await house({ packetsAtOnce: 40, packetsPerSecond: 1 })
    const { socket } = await connectDevice('p1')
    const answers = await Promise.all(Array.from({ length: 25 }, () => ask(socket, 'command', {})))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(20)
    expect(answers.at(-1)).toEqual({ ok: false, refusal: { refused: 'too-fast', next: 'wait', waitMs: 100 } })
    clock.advance(1000)
    expect(await ask(socket, 'command', {})).toMatchObject({ ok: true })
    const left = gone(socket)
    for (let more = 0; more < 60; more += 1) socket.emit('command', {}, () => undefined)
    expect(await left).toMatch(/^transport/)
    expect(asked.length).toBeLessThan(60)
  })
})

describe('frames out', () => {
  it('reach everybody in the audience, nobody else, in order', async () => {
    const { connectDevice, sockets, attached } = await house()
    const one = await connectDevice('p1')
    const two = await connectDevice('p2')
    const other = await connectDevice('c1')
    sockets.broadcaster.view('panel/r1', frame(1))
    sockets.broadcaster.view('panel/r9', frame(9))
    sockets.broadcaster.view('panel/r1', frame(2))
    attached[0]?.client.send(frame(3))
    const health = next<HubHealth>(other.socket, 'health')
    sockets.broadcaster.health({ status: 'storage-failed' })
    expect(await health).toEqual({ status: 'storage-failed' })
    await expect.poll(() => one.views.map(({ seq }) => seq)).toEqual([0, 1, 2, 3])
    await expect.poll(() => two.views.map(({ seq }) => seq)).toEqual([0, 1, 2])
    expect(other.views.map(({ seq }) => seq)).toEqual([0])
  })

  it('that a client does not take are kept for a while and no longer: it is cut off, the others have theirs', async () => {
    const { connectDevice, connectDeaf, sockets, presence } = await house({
      lookMs: 20,
      stalledMs: 200,
      waitingBytes: 1_000_000_000,
      pongMs: 60_000,
    })
    const { views } = await connectDevice('p2')
    await connectDeaf('p1')
    await expect.poll(() => presence).toContain('p1 on')
    // More than two sockets' buffers take by themselves.
    const many = 300
    for (let seq = 1; seq <= many; seq++)
      sockets.broadcaster.view('panel/r1', { ...frame(seq), put: [['room', 'x'.repeat(100_000)]] })
    await expect.poll(() => presence, { timeout: 15_000 }).toContain('p1 off')
    await expect.poll(() => views.length, { timeout: 15_000 }).toBe(many + 1)
    expect(views.map(({ seq }) => seq)).toEqual(Array.from({ length: many + 1 }, (_, seq) => seq))
    // Back again it is shown everything.
    const again = await connectDevice('p1')
    await expect.poll(() => again.views[0]?.whole).toBe(true)
  })

  it('of which too many wait cost a client its link at once, before they fill the hub', async () => {
    const { connectDeaf, sockets, presence } = await house({
      lookMs: 20,
      stalledMs: 60_000,
      pongMs: 60_000,
      waitingBytes: 1_000_000,
    })
    await connectDeaf('p1')
    await expect.poll(() => presence).toContain('p1 on')
    for (let seq = 1; seq <= 500; seq++)
      sockets.broadcaster.view('panel/r1', { ...frame(seq), put: [['room', 'x'.repeat(20_000)]] })
    await expect.poll(() => presence).toContain('p1 off')
  })

  it('to a slow client get through: it is left alone as long as anything does', async () => {
    const { connectDeaf, sockets, presence } = await house({ lookMs: 20, stalledMs: 300, pongMs: 60_000 })
    const { net } = await connectDeaf('p1')
    await expect.poll(() => presence).toContain('p1 on')
    let sent = 0
    let read = 0
    const slowly = setInterval(() => {
      const chunk: unknown = net.read()
      if (Buffer.isBuffer(chunk)) read += chunk.length
    }, 10)
    for (; sent < 200; sent++)
      sockets.broadcaster.view('panel/r1', { ...frame(sent), put: [['room', 'x'.repeat(20_000)]] })
    // Some kilobytes each time: it takes longer than a stalled one would be given.
    await expect.poll(() => read, { timeout: 10_000 }).toBeGreaterThan(3_900_000)
    clearInterval(slowly)
    expect(presence).not.toContain('p1 off')
  })

  it('in one piece that takes a weak link long get through, and what waits behind them is counted', async () => {
    const { connectDeaf, sockets, presence } = await house({
      lookMs: 20,
      stalledMs: 100,
      weakLink: 3000,
      pongMs: 60_000,
      waitingBytes: 20_000_000,
    })
    const { net } = await connectDeaf('p1')
    await expect.poll(() => presence).toContain('p1 on')
    let read = 0
    const slowly = setInterval(() => {
      const chunk: unknown = net.read()
      if (Buffer.isBuffer(chunk)) read += chunk.length
    }, 10)
    // Nothing of it counts as through before all of it is.
    sockets.broadcaster.view('panel/r1', { ...frame(1), put: [['room', 'x'.repeat(9_000_000)]] })
    await expect.poll(() => read, { timeout: 10_000 }).toBeGreaterThan(9_000_000)
    clearInterval(slowly)
    expect(presence).not.toContain('p1 off')
    for (let seq = 2; seq <= 20; seq++)
      sockets.broadcaster.view('panel/r1', { ...frame(seq), put: [['room', 'x'.repeat(2_000_000)]] })
    await expect.poll(() => presence).toContain('p1 off')
  })

  it('that the hub fails to make cost that client its link, and nobody else', async () => {
    const { connectDevice, behaviour, errors } = await house()
    const { socket: calm } = await connectDevice('p2')
    behaviour.attach = () => {
      throw new Error('no view')
    }
    const { socket } = await connectDevice('p1')
    if (socket.connected) await gone(socket)
    expect(errors).toHaveLength(1)
    expect(calm.connected).toBe(true)
  })
})

describe('a hub that closes', () => {
  it('drops its clients in a way that makes them come back', async () => {
    const { connectDevice, sockets } = await house()
    const { socket } = await connectDevice('p1')
    const left = gone(socket)
    await sockets.close()
    closers.shift()
    expect(await left).toMatch(/^transport/)
  })
})
