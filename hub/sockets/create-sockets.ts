/** The hub's end of every link: who connects, how many, how fast; frames in to the door, frames out to audiences. */
import type { Server as HttpServer, IncomingMessage, ServerResponse } from 'node:http'
import { Server, type Socket } from 'socket.io'
import { refused } from '../../shared/protocol/answer.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import { refuse } from '../../shared/protocol/refusals.ts'
import type { ClientToHub, HandshakeRefusal, HubToClient } from '../../shared/protocol/wire.ts'
import type { Principal } from '../domain/principal.ts'
import type { EdgeLog } from '../http/edge-log.ts'
import { pageHeaders } from '../http/headers.ts'
import { createOneByOne } from '../http/no-pipelines.ts'
import { addressOf, type Gate } from '../http/own-names.ts'
import type { Clock } from '../ports.ts'
import { createAdmission } from './admission.ts'
import { answerFrames, type FrameHandler } from './answer-frames.ts'
import type { AttachOptions, Broadcaster, HubClient, HubDoor } from './hub-door.ts'
import { holdsDevice, type IdentifyDeps, identify, type Peer } from './identify.ts'
import { createManners } from './manners.ts'
import { createPace } from './pace.ts'
import { createStalledWatch, type Sending } from './stalled.ts'
import { textFrames } from './text-frames.ts'

export interface Sockets {
  /** Usable from the start; reaches whoever is attached. */
  readonly broadcaster: Broadcaster
  /** From now on clients are let in; until then they are told `starting`. Once. */
  open(door: HubDoor): void
  online(device: Id): boolean
  /** Asks every device that is there and due for it to fetch its next token. */
  askForRenewal(): void
  /** Closes every link, and the HTTP server with them; clients come back by themselves. */
  close(): Promise<void>
}

export interface SocketsDeps extends IdentifyDeps {
  readonly httpServer: HttpServer
  readonly gate: Gate
  readonly clock: Pick<Clock, 'now'>
  readonly log: EdgeLog
  /** A paired device came, or went and did not come back by another socket. */
  readonly presence: (device: Id, online: boolean) => void
  readonly limits?: Partial<SocketLimits>
}

export const socketLimits = {
  strangersPerAddress: 20,
  strangersInAll: 300,
  framesPerSecond: 10,
  framesAtOnce: 20,
  /** Sent and not answered: our pages ask one thing after the other, and what a disk or a PIN is slow at does not pile up. */
  framesUnderWay: 40,
  /** How often one client may come anew: a page that is reloaded, a tablet between two access points. */
  linksPerSecond: 1,
  linksAtOnce: 30,
  /** Packets of any kind, refused ones too: above this a client is not in a hurry but an attack, and is cut off. */
  packetsPerSecond: 50,
  packetsAtOnce: 200,
  connectMs: 5000,
  /** Who knocks while the hub is still starting waits at the door so long, and so many, before they are told so. */
  startingMs: 4000,
  startingInAll: 2000,
  /** A dead panel is noticed after the sum of both. */
  pingMs: 2000,
  pongMs: 4000,
  /** Between the hub's goodbye and the end of the connection. */
  farewellMs: 300,
  frameBytes: 16 * 1024,
  /** Nothing gets through to a client: looked at so often, and cut off after so long, or when so much waits for it. */
  lookMs: 500,
  stalledMs: 4000,
  /** Wi-Fi behind three walls, bytes a ms. */
  weakLink: 30,
  waitingBytes: 4 * 1024 * 1024,
}
export type SocketLimits = typeof socketLimits

/** What this file uses of engine.io's own socket, which is untyped here. */
interface EngineConnection extends Sending {
  readonly request: IncomingMessage
  readonly transport: Sending['transport'] & {
    readonly socket?: { on(event: 'ping' | 'pong', listener: () => void): void }
  }
  on(event: 'packet' | 'close', listener: () => void): void
  close(): void
}

type HubSocket = Socket<ClientToHub, HubToClient>

export function createSockets(deps: SocketsDeps): Sockets {
  const { httpServer, gate, log, presence } = deps
  const limits = { ...socketLimits, ...deps.limits }
  const admission = createAdmission({ perAddress: limits.strangersPerAddress, inAll: limits.strangersInAll })
  const places = new WeakMap<IncomingMessage, () => void>()
  const peers = new WeakMap<HubSocket, Peer>()
  const mannersOf = createManners({ limits, now: () => deps.clock.now() })
  const links = new Map<string, { readonly socket: HubSocket; readonly attachAnew: () => void }>()
  const now = () => deps.clock.now()
  let door: HubDoor | undefined
  const early = new Set<() => void>()

  const io = new Server<ClientToHub, HubToClient>(httpServer, {
    transports: ['websocket'],
    allowUpgrades: false,
    serveClient: false,
    parser: textFrames,
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: limits.frameBytes,
    connectTimeout: limits.connectMs,
    pingInterval: limits.pingMs,
    pingTimeout: limits.pongMs,
    allowRequest(request, decide) {
      const answer = () => {
        const refusal = knock(request)
        decide(refusal, refusal === null)
      }
      if (door || early.size >= limits.startingInAll || !gate.isOwnOrigin(request)) answer()
      else waitAtDoor(request, answer)
    },
  })

  // What is no WebSocket is refused with an answer like any other.
  const plainly = pageHeaders({ secure: deps.secure, framed: false })
  const isNext = createOneByOne()
  io.engine.use((request: IncomingMessage, response: ServerResponse, next: () => void) => {
    if (request.headers.upgrade !== undefined) next()
    else if (isNext(request, response)) plainly(request, response.setHeader('Connection', 'close'), next)
  })

  /** A house comes back all at once, and sooner than its hub: turned away each would try again only a second later. */
  function waitAtDoor({ socket }: IncomingMessage, answer: () => void): void {
    // Until it is let in nobody else listens, and a broken line without a listener would end the process.
    const broken = () => void socket.destroy()
    const forget = () => {
      clearTimeout(tooLong)
      early.delete(leave)
      socket.off('close', forget)
    }
    const leave = () => {
      forget()
      answer()
      socket.off('error', broken)
    }
    const tooLong = setTimeout(leave, limits.startingMs)
    tooLong.unref()
    early.add(leave)
    socket.on('error', broken)
    socket.once('close', forget)
  }

  /** Before there is a socket: foreign pages and floods cost an HTTP answer and no more. */
  function knock(request: IncomingMessage): HandshakeRefusal | null {
    if (!gate.isOwnOrigin(request)) return 'bad-origin'
    // Before the hub is there nobody can be known: devices queue with the strangers, and hear that it is starting.
    if (door && guarded(() => holdsDevice(request, deps)) === true) return null
    const leave = admission.admit(addressOf(request))
    if (!leave) return 'too-many'
    places.set(request, leave)
    request.socket.once('close', leave)
    return null
  }

  const connections = new Set<EngineConnection>()
  const stalled = createStalledWatch<EngineConnection>(limits)
  const looking = setInterval(() => {
    // Below socket.io, which would wait for what cannot be sent.
    stalled.look(connections, performance.now(), ({ request }) => request.socket.destroy())
  }, limits.lookMs)
  looking.unref()

  io.engine.on('connection', (connection: EngineConnection) => {
    connections.add(connection)
    connection.on('close', () => connections.delete(connection))
    const pace = createPace({ perSecond: limits.packetsPerSecond, burst: limits.packetsAtOnce, now })
    const count = () => {
      if (pace.take() > 0) connection.close()
    }
    connection.on('packet', count)
    // The WebSocket's own, which engine.io neither sends nor sees.
    for (const control of ['ping', 'pong'] as const) connection.transport.socket?.on(control, count)
    // A client that does not answer the farewell would hold its place, and a hub that shuts down, for half a minute.
    connection.on('close', () => setTimeout(() => connection.request.socket.destroy(), limits.farewellMs).unref())
  })

  io.use((socket, next) => {
    const { auth } = socket.handshake
    const peer = (door && guarded(whoIs(auth, socket.request, door))) ?? 'starting'
    // `connect_error` carries the message to the client.
    if (typeof peer === 'string') return next(new Error(peer))
    if (mannersOf(peer.name).links.take() > 0) return next(new Error('too-many'))
    peers.set(socket, peer)
    // A paired device has one socket, which does not count among the strangers.
    if (peer.device !== undefined) places.get(socket.request)?.()
    next()
  })

  const whoIs = (auth: unknown, request: IncomingMessage, door: HubDoor) => (): Peer | HandshakeRefusal => {
    const peer = identify(auth, request, deps)
    return typeof peer === 'string' || peer.principal(door) ? peer : 'not-paired'
  }

  io.on('connection', socket => {
    const peer = peers.get(socket)
    if (peer && door) welcome(socket, peer, door)
    else socket.disconnect(true)
  })

  function welcome(socket: HubSocket, peer: Peer, door: HubDoor): void {
    const older = links.get(peer.name)
    let detach: (() => void) | undefined

    // Its feed goes on where it was; who signs in later begins with what the hub gives anyone.
    let { has } = peer

    const attachAnew = () => {
      try {
        detach?.()
        detach = undefined
        const principal = peer.principal(door)
        detach = principal && attach(socket, principal, door, has)
        has = {}
      } catch (error) {
        log.error({ err: error, peer: peer.name }, 'the hub could not show a client its view')
      }
      // Cut below socket.io, so that the client comes back by itself and hears why.
      if (!detach) socket.conn.close()
    }

    const asked = (ask: (principal: Principal, payload: unknown) => ReturnType<FrameHandler>): FrameHandler => {
      return async payload => {
        const principal = peer.principal(door)
        if (principal) return ask(principal, payload)
        socket.conn.close()
        return refused(refuse('not-allowed'))
      }
    }
    const handlers = new Map([
      ['command', asked((principal, payload) => door.submit(principal, payload))],
      ['query', asked((principal, payload) => door.query(principal, payload))],
      ['presence', asked((principal, payload) => door.report(principal, payload))],
    ])
    const { framesUnderWay: most } = limits
    socket.onAny(answerFrames({ handlers, manners: mannersOf(peer.name), most, peer: peer.name, log }))
    socket.on('error', error => log.warn({ err: error, peer: peer.name }, 'a socket broke'))
    socket.on('disconnect', () => {
      guarded(() => detach?.())
      if (links.get(peer.name)?.socket !== socket) return
      links.delete(peer.name)
      tellPresence(peer, false)
    })

    links.set(peer.name, { socket, attachAnew })
    // Told by socket.io's own farewell: a client so dismissed does not fight for the place.
    if (older) older.socket.disconnect(true)
    else tellPresence(peer, true)
    attachAnew()
    askForRenewal(peer, socket)
  }

  function askForRenewal({ device }: Peer, socket: HubSocket): void {
    if (device !== undefined && guarded(() => deps.devices.wantsRenewal(device)) === true) socket.emit('renew')
  }

  function tellPresence({ device }: Peer, online: boolean): void {
    if (device !== undefined) guarded(() => presence(device, online))
  }

  /** What the hub throws here is its own fault: logged, answered with undefined, and no reason to end the process. */
  function guarded<T>(act: () => T): T | undefined {
    try {
      return act()
    } catch (error) {
      log.error({ err: error }, 'the hub failed at its door')
      return undefined
    }
  }

  return {
    broadcaster: createBroadcaster(io),
    open(opened) {
      door = opened
      opened.onPrincipalChange(device => links.get(`device/${device}`)?.attachAnew())
      for (const leave of [...early]) leave()
    },
    online: device => links.has(`device/${device}`),
    askForRenewal() {
      for (const { socket } of links.values()) {
        const peer = peers.get(socket)
        if (peer) askForRenewal(peer, socket)
      }
    },
    close() {
      clearInterval(looking)
      for (const leave of [...early]) leave()
      const closed = io.close()
      // A server that closes looks at no time-out any more: half a request would keep the hub from ever ending.
      setTimeout(() => httpServer.closeAllConnections(), limits.farewellMs).unref()
      return closed
    },
  }
}

/** Joins what the hub says; leaving leaves all of it. */
function attach(socket: HubSocket, principal: Principal, door: HubDoor, has: AttachOptions): () => void {
  const audiences = new Set<string>()
  const client: HubClient = {
    send: frame => void socket.emit('view', frame),
    health: health => void socket.emit('health', health),
    join(audience) {
      audiences.add(audience)
      void socket.join(roomOf(audience))
    },
  }
  const leave = door.attach(principal, client, has)
  return () => {
    for (const audience of audiences) void socket.leave(roomOf(audience))
    leave()
  }
}

function createBroadcaster(io: Server<ClientToHub, HubToClient>): Broadcaster {
  const { rooms } = io.sockets.adapter
  // socket.io would serialise for an empty room too.
  const someone = (audience: string) => (rooms.has(roomOf(audience)) ? io.to(roomOf(audience)) : undefined)
  return {
    view: (audience, frame) => void someone(audience)?.emit('view', frame),
    health: health => void io.emit('health', health),
  }
}

/** socket.io keeps a room for each socket's own id as well: an audience is none of those. */
const roomOf = (audience: string) => `audience:${audience}`
