import { describe, expect, it } from 'vitest'
import { PROTOCOL } from '../../shared/protocol/version.ts'
import { socketLimits } from './limits.ts'
import { ask, gone, house, next, outcome } from './socket-house.testing.ts'

describe('a handshake', () => {
  it('lets a paired device in by its cookie or by its token', async () => {
    const { connectDevice, connect, attached } = await house()
    const { socket, views, token } = await connectDevice('p1', { feedAfter: 7, inDoubt: { outbox: 'o1', n: 3 } })
    expect(socket.connected).toBe(true)
    expect(attached[0]).toMatchObject({
      principal: { kind: 'panel', device: 'p1', room: 'r1' },
      options: { feedAfter: 7, inDoubt: { outbox: 'o1', n: 3 } },
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
    const { connect, tokenOf, sockets, door, upgrade } = await house({ strangersPerAddress: 1 }, false)
    const back = await Promise.all(
      ['p1', 'p2'].map(async device => connect({ device }, { cookie: `cm-${device}=${await tokenOf(device)}` })),
    )
    const outcomes = Promise.all(back.map(outcome))
    // Who is refused is answered at once: by then the two have knocked.
    for (let times = 0; times < 3; times++) await upgrade({ origin: 'http://evil.example' })
    sockets.open(door)
    expect(await outcomes).toEqual(['connected', 'connected'])
  })

  it('may be broken off while it waits, and ends nothing', async () => {
    const { knockAndReset, connect, tokenOf, sockets, door } = await house({}, false)
    const fatal: unknown[] = []
    const note = (error: unknown) => void fatal.push(error)
    process.on('uncaughtException', note)
    try {
      await knockAndReset()
      sockets.open(door)
      expect(await outcome(connect({ device: 'p1', token: await tokenOf('p1') }))).toBe('connected')
      expect(fatal).toEqual([])
    } finally {
      process.off('uncaughtException', note)
    }
  })

  it('is told that the hub is starting when that takes long, and a foreign page at once what it is', async () => {
    const { connect, tokenOf, upgrade } = await house({ startingMs: 30 }, false)
    expect(await upgrade({ origin: 'http://evil.example' })).toMatchObject({ status: 400, text: 'bad-origin' })
    expect(await outcome(connect({ device: 'p1', token: await tokenOf('p1') }))).toBe('starting')
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
  it('comes anew so many times, and then has to wait: each time costs the hub a whole view', async () => {
    const { connect, tokenOf, clock, attached } = await house({ linksAtOnce: 3 })
    const token = await tokenOf('p1')
    const come = () => outcome(connect({ device: 'p1', token }))
    for (let count = 0; count < 3; count += 1) expect(await come()).toBe('connected')
    expect(await come()).toBe('too-many')
    expect(attached).toHaveLength(3)
    clock.advance(1000)
    expect(await come()).toBe('connected')
  })

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

describe('a hub that closes', () => {
  it('drops its clients in a way that makes them come back', async () => {
    const { connectDevice, sockets } = await house()
    const { socket } = await connectDevice('p1')
    const left = gone(socket)
    await sockets.close()
    expect(await left).toMatch(/^transport/)
  })
})
