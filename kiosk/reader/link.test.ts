/** The link against a hub made of a few lines, on a real socket. */
import { createServer, type Server as HttpServer } from 'node:http'
import { Server } from 'socket.io'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Answer, done, refused } from '../../shared/protocol/answer.ts'
import { refuse } from '../../shared/protocol/refusals.ts'
import type { LinkState } from './hub-socket.ts'
import { createReaderLink, type ReaderLink } from './link.ts'
import type { Paired } from './pairing.ts'

interface Sent {
  readonly outbox: string
  readonly n: number
  readonly tappedAt: number
  readonly command: object
}

/** The hub's clock is an hour ahead of ours. */
const ahead = 3_600_000
let hubAhead: number
const card = (text: string) => ({ kind: 'card' as const, text })

let httpServer: HttpServer
let io: Server
let link: ReaderLink
let states: LinkState[]
let sent: Sent[]
let reports: unknown[]
/** What the next commands are answered; afterwards all is well. `cut`: the link breaks before the answer. */
let answers: (Answer | 'cut')[]
let handshake: string | undefined
let cookie: string | undefined
/** Its next token, where the hub has one for it; and what it kept, and could not. */
let next: string | undefined
let kept: Paired[]
let disk: () => Promise<void>
let failures: unknown[]

beforeEach(async () => {
  hubAhead = ahead
  states = []
  sent = []
  reports = []
  answers = []
  handshake = undefined
  next = undefined
  kept = []
  disk = () => Promise.resolve()
  failures = []
  httpServer = createServer(({ url, headers }, response) => {
    const mine = url === '/pair/renew' && headers.cookie === 'cm-d1-reader=secret'
    if (mine && next !== undefined) response.setHeader('set-cookie', `cm-d1-reader=${next}; Path=/; HttpOnly`)
    response.end(JSON.stringify(mine ? { ok: true } : { ok: false, refusal: { refused: 'not-allowed' } }))
  })
  await new Promise<void>(listening => httpServer.listen(0, '127.0.0.1', listening))
  io = new Server(httpServer, { transports: ['websocket'] })
  io.use((socket, next) => {
    cookie = socket.request.headers.cookie
    next(handshake === undefined ? undefined : new Error(handshake))
  })
  io.on('connection', socket => {
    socket.on('presence', (report, ack) => {
      reports.push(report)
      ack({ ok: true, value: { now: Date.now() + hubAhead } })
    })
    socket.on('command', (envelope, ack) => {
      sent.push(envelope)
      const answer = answers.shift() ?? done()
      if (answer === 'cut') socket.conn.close()
      else ack(answer)
    })
  })
})
afterEach(async () => {
  vi.restoreAllMocks()
  link.close()
  await io.close()
})

function connect(): void {
  const address = httpServer.address()
  const port = typeof address === 'object' ? address?.port : 0
  link = createReaderLink({
    origin: `http://127.0.0.1:${port}`,
    device: 'd1-reader',
    token: 'secret',
    state: state => states.push(state),
    async keep(paired) {
      await disk()
      kept.push(paired)
    },
    failed: error => failures.push(error),
  })
  link.report({ driver: true, readers: [], lost: 0 })
}

async function cut(): Promise<void> {
  for (const socket of io.sockets.sockets.values()) socket.conn.close()
  await expect.poll(() => states).toEqual(['connected', 'away', 'connected'])
}

describe('a touch', () => {
  it('goes to the hub with the time at which it came, on the hub’s clock, after the hub was told how the readers are', async () => {
    connect()
    const cameAt = performance.now() - 4000
    const hubsTime = Date.now() + hubAhead - 4000
    expect(await link.touch(card('0004340098'), cameAt)).toEqual(done())
    expect(reports).toEqual([{ driver: true, readers: [], lost: 0 }])
    expect(sent).toMatchObject([{ n: 1, command: { type: 'TouchCard', card: '0004340098' } }])
    expect(Math.abs((sent[0]?.tappedAt ?? 0) - hubsTime)).toBeLessThan(1000)
    expect(cookie).toBe('cm-d1-reader=secret')
  })

  it('and the next ones go in order, each after the answer to the one before', async () => {
    connect()
    const texts = ['1111', '2222', '3333', '4444']
    await Promise.all(texts.map(text => link.touch(card(text), performance.now())))
    expect(sent.map(({ n }) => n)).toEqual([1, 2, 3, 4])
    expect(sent.map(({ command }) => 'card' in command && command.card)).toEqual(texts)
  })

  it('whose answer was cut off is sent again under its number', async () => {
    answers = ['cut']
    connect()
    expect(await link.touch(card('0004340098'), performance.now())).toEqual(done())
    expect(sent.map(({ outbox, n }) => [outbox, n])).toEqual([
      [sent[0]?.outbox, 1],
      [sent[0]?.outbox, 1],
    ])
    expect(states).toEqual(['connected', 'away', 'connected'])
    expect(reports).toHaveLength(2)
  })

  it('is told once more with the right time when the hub’s clock was set meanwhile', async () => {
    connect()
    await link.touch(card('1111'), performance.now())
    hubAhead = -300_000
    answers = [refused(refuse('late'))]
    const hubsTime = Date.now() + hubAhead
    expect(await link.touch(card('2222'), performance.now())).toEqual(done())
    expect(sent.map(({ n }) => n)).toEqual([1, 2, 3])
    expect(Math.abs((sent[2]?.tappedAt ?? 0) - hubsTime)).toBeLessThan(1000)
    answers = [refused(refuse('late')), refused(refuse('late'))]
    expect(await link.touch(card('3333'), performance.now())).toMatchObject({ refusal: { refused: 'late' } })
  })

  it('keeps the hub’s time when its own computer’s clock is set', async () => {
    connect()
    await link.touch(card('1111'), performance.now())
    const hubNow = Date.now() + hubAhead
    vi.spyOn(Date, 'now').mockReturnValue(1_000_000)
    await link.touch(card('2222'), performance.now())
    expect(Math.abs((sent[1]?.tappedAt ?? 0) - hubNow)).toBeLessThan(1000)
  })

  it('waits for a hub that cannot take it just now', async () => {
    answers = [
      refused(refuse('unavailable', 'wait', { waitMs: 20 })),
      refused(refuse('too-fast', 'wait', { waitMs: 5 })),
    ]
    connect()
    expect(await link.touch(card('0004340098'), performance.now())).toEqual(done())
    expect(sent.map(({ n }) => n)).toEqual([1, 1, 1])
  })

  it('that is refused is answered: it is not tried again', async () => {
    const no = refused(refuse('please-wait', 'call-staff'))
    answers = [no]
    connect()
    expect(await link.touch(card('0004340098'), performance.now())).toEqual(no)
    expect(sent).toHaveLength(1)
  })

  it('older than 10 s is lost, and never sent later', async () => {
    await io.close()
    connect()
    expect(await link.touch(card('0004340098'), performance.now() - 9900)).toBeUndefined()
    expect(sent).toEqual([])
    await expect.poll(() => states[0]).toBe('away')
  })

  it('that came before the link was made and is too old is not sent at all', async () => {
    connect()
    expect(await link.touch(card('0004340098'), performance.now() - 10_001)).toBeUndefined()
    expect(await link.touch(card('0045131261'), performance.now())).toEqual(done())
    expect(sent).toMatchObject([{ command: { card: '0045131261' } }])
  })
})

describe('a token that is a day old', () => {
  it('is shown until the next one is kept, and not any longer', async () => {
    connect()
    await expect.poll(() => states).toEqual(['connected'])
    next = 'fresh'
    io.emit('renew')
    await expect.poll(() => kept).toMatchObject([{ device: 'd1-reader', token: 'fresh' }])
    await cut()
    expect(cookie).toBe('cm-d1-reader=fresh')
    expect(failures).toEqual([])
  })

  it('stays when the next one could not be kept', async () => {
    disk = () => Promise.reject(new Error('ENOSPC'))
    connect()
    await expect.poll(() => states).toEqual(['connected'])
    next = 'fresh'
    io.emit('renew')
    await expect.poll(() => failures).toHaveLength(1)
    await cut()
    expect(cookie).toBe('cm-d1-reader=secret')
  })

  it('stays while there is none newer', async () => {
    connect()
    await expect.poll(() => states).toEqual(['connected'])
    io.emit('renew')
    expect(await link.touch(card('0004340098'), performance.now())).toEqual(done())
    expect(kept).toEqual([])
    expect(failures).toEqual([])
  })
})

describe('a hub that says no at the door', () => {
  it.each([
    ['starting', 'away'],
    ['not-paired', 'unpaired'],
  ] as const)('%s is knocked at again', async (why, state) => {
    handshake = why
    connect()
    await expect.poll(() => states).toEqual([state])
    handshake = undefined
    await expect.poll(() => states).toEqual([state, 'connected'])
  })
})
