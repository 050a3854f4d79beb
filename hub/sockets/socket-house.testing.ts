/** Sockets on a port of their own, before a hub that does as the test says, and clients of every kind. Closed after each test. */
import { createServer, request as send } from 'node:http'
import { createConnection } from 'node:net'
import type { Duplex } from 'node:stream'
import { io, type Socket } from 'socket.io-client'
import { onTestFinished } from 'vitest'
import type { Answer } from '../../shared/protocol/answer.ts'
import { done } from '../../shared/protocol/answer.ts'
import { PROTOCOL } from '../../shared/protocol/version.ts'
import type { ViewFrame } from '../../shared/protocol/wire.ts'
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
import { createSockets } from './create-sockets.ts'
import type { AttachOptions, HubClient, HubDoor } from './hub-door.ts'
import type { SocketLimits } from './limits.ts'

export const frame = (seq: number): ViewFrame => ({ seq, whole: false, now: 1, put: [['visit', { seq }]], drop: [] })

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

export async function house(limits: Partial<SocketLimits> = {}, open = true, phonesOnly = false, phones = true) {
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
  const warnings: object[] = []
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
    log: { warn: fields => warnings.push(fields), error: fields => errors.push(fields) },
    presence: (device, online) => presence.push(`${device} ${online ? 'on' : 'off'}`),
    limits,
  })
  const hub: FakeDoor = fakeDoor()
  if (open) sockets.open(hub.door)
  await new Promise<void>(resolve => httpServer.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => sockets.close())
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
    onTestFinished(() => void socket.disconnect())
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
    onTestFinished(() => {
      clearInterval(pongs)
      net.destroy()
    })
    return { net, closed }
  }
  /** Knocks, and breaks off with a reset before there was an answer; resolves when the hub knows. */
  const knockAndReset = async () => {
    const knocked = new Promise<Duplex>(resolve => httpServer.once('upgrade', (_request, socket) => resolve(socket)))
    const client = createConnection(bound.port, '127.0.0.1')
    client.on('error', () => undefined)
    client.write(
      [
        'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1',
        `host: 127.0.0.1:${bound.port}`,
        `origin: ${origin}`,
        'connection: Upgrade',
        'upgrade: websocket',
        'sec-websocket-version: 13',
        `sec-websocket-key: ${Buffer.alloc(16).toString('base64')}`,
        '\r\n',
      ].join('\r\n'),
    )
    const atHub = await knocked
    const known = new Promise<void>(resolve => atHub.once('close', () => resolve()))
    client.resetAndDestroy()
    await known
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
    knockAndReset,
    tokenOf,
    claim,
    upgrade,
    presence,
    errors,
    warnings,
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
export const outcome = (socket: Socket) =>
  new Promise<string>(resolve => {
    socket.once('connect', () => resolve('connected'))
    socket.once('connect_error', error => resolve(error.message))
  })
export const gone = (socket: Socket) => new Promise<string>(resolve => socket.once('disconnect', resolve))
export const next = <T>(socket: Socket, event: string) => new Promise<T>(resolve => socket.once(event, resolve))
export const ask = (socket: Socket, event: string, ...args: unknown[]): Promise<Answer> =>
  socket.timeout(3000).emitWithAck(event, ...args)
