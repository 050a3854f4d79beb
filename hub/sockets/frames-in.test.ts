import { describe, expect, it, onTestFinished } from 'vitest'
import { done } from '../../shared/protocol/answer.ts'
import type { ViewFrame } from '../../shared/protocol/wire.ts'
import { ask, gone, house, next, outcome } from './socket-house.testing.ts'

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

  it('of a client that breaks its link off and comes back are as many as if it had stayed', async () => {
    const { connectDevice, connect, asked } = await house()
    const { socket, token } = await connectDevice('p1')
    for (let count = 0; count < 15; count += 1) await ask(socket, 'command', {})
    socket.disconnect()
    const again = connect({ device: 'p1', token })
    expect(await outcome(again)).toBe('connected')
    const answers = await Promise.all(Array.from({ length: 10 }, () => ask(again, 'command', {})))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(5)
    expect(asked).toHaveLength(20)
  })

  it('that wait for an answer are so many and no more, on however many links', async () => {
    const { connectDevice, connect, asked, behaviour } = await house({ framesUnderWay: 4 })
    let letGo: () => void = () => undefined
    const held = new Promise<void>(go => (letGo = go))
    behaviour.submit = () => held.then(() => done())
    const { socket, token } = await connectDevice('p1')
    for (let count = 0; count < 3; count += 1) socket.emit('command', {}, () => undefined)
    await expect.poll(() => asked.length).toBe(3)
    socket.disconnect()
    const again = connect({ device: 'p1', token })
    const waiting = ask(again, 'command', {})
    expect(await ask(again, 'command', {})).toMatchObject({ refusal: { refused: 'too-fast', next: 'wait' } })
    letGo()
    expect(await waiting).toMatchObject({ ok: true })
    expect(await ask(again, 'command', {})).toMatchObject({ ok: true })
  })

  it('that mean nothing are written down once a link, by whom and never what', async () => {
    const { connectDevice, warnings } = await house()
    const { socket } = await connectDevice('p1')
    await ask(socket, 'nothing', { secret: 1 })
    await ask(socket, 'constructor', {})
    expect(warnings).toEqual([{ peer: 'device/p1', frame: 'nothing' }])
    const { socket: again } = await connectDevice('p1')
    await ask(again, 'x'.repeat(100), {})
    expect(warnings.slice(1)).toEqual([{ peer: 'device/p1', frame: 'x'.repeat(16) }])
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
      onTestFinished(() => clearInterval(steadily))
      await closed
      expect(await ask(socket, 'command', {})).toMatchObject({ ok: true })
    },
  )

  it('in a few pieces are one; in pieces without end, with nothing in them, they cut the client off', async () => {
    const { connectDeaf, asked, presence } = await house({ pongMs: 60_000 })
    const { net, closed } = await connectDeaf('p1', 60_000)
    net.resume()
    await expect.poll(() => presence).toContain('p1 on')
    const piece = (code: number, text = '') =>
      Buffer.concat([Buffer.from([code, 0x80 | text.length, 0, 0, 0, 0]), Buffer.from(text)])
    net.write(Buffer.concat([piece(0x01, '420["comm'), ...Array(10).fill(piece(0x00)), piece(0x80, 'and",{}]')]))
    await expect.poll(() => asked).toHaveLength(1)
    net.write(Buffer.concat([piece(0x01), ...Array(40).fill(piece(0x00))]))
    await closed
  })

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
