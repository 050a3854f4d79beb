/** The hub's end of every link: who connects by which name, and what each says, to the hub's door. */
import type { Server as HttpServer, IncomingMessage, ServerResponse } from 'node:http'
import { Server } from 'socket.io'
import { refused } from '../../shared/protocol/answer.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import { refuse } from '../../shared/protocol/refusals.ts'
import type { ClientToHub, HandshakeRefusal, HubToClient } from '../../shared/protocol/wire.ts'
import type { Principal } from '../domain/principal.ts'
import type { EdgeLog } from '../http/edge-log.ts'
import { pageHeaders } from '../http/headers.ts'
import { isInTurn } from '../http/no-pipelines.ts'
import type { Gate } from '../http/own-names.ts'
import type { Clock } from '../ports.ts'
import { answerFrames, type FrameHandler } from './answer-frames.ts'
import { attach, createBroadcaster, type HubSocket } from './audiences.ts'
import { holdPieces } from './hold-pieces.ts'
import type { Broadcaster, HubDoor } from './hub-door.ts'
import { holdsDevice, type IdentifyDeps, identify, type Peer } from './identify.ts'
import { createKnocking } from './knocking.ts'
import { type SocketLimits, socketLimits } from './limits.ts'
import { createManners } from './manners.ts'
import { textFrames } from './text-frames.ts'
import { watchConnections } from './watch-connections.ts'

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

export function createSockets(deps: SocketsDeps): Sockets {
  const { httpServer, gate, log, presence } = deps
  const limits = { ...socketLimits, ...deps.limits }
  const now = () => deps.clock.now()
  const peers = new WeakMap<HubSocket, Peer>()
  const mannersOf = createManners({ limits, now })
  const links = new Map<string, { readonly socket: HubSocket; readonly attachAnew: () => void }>()
  let door: HubDoor | undefined
  const knocking = createKnocking({
    gate,
    limits,
    isOpen: () => door !== undefined,
    holdsDevice: request => guarded(() => holdsDevice(request, deps)) === true,
  })

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
    allowRequest: knocking.allowRequest,
  })

  // The engine makes its WebSocket server anew when the port is opened.
  httpServer.on('listening', () => holdPieces(io.engine))

  // What is no WebSocket is refused with an answer like any other.
  const plainly = pageHeaders({ secure: deps.secure, framed: false })
  io.engine.use((request: IncomingMessage, response: ServerResponse, next: () => void) => {
    if (request.headers.upgrade !== undefined) next()
    else if (isInTurn(request, response)) plainly(request, response.setHeader('Connection', 'close'), next)
  })
  const stopWatching = watchConnections(io.engine, limits, now)

  io.use((socket, next) => {
    const { auth } = socket.handshake
    const peer = (door && guarded(whoIs(auth, socket.request, door))) ?? 'starting'
    // `connect_error` carries the message to the client.
    if (typeof peer === 'string') return next(new Error(peer))
    if (mannersOf(peer.name).links.take() > 0) return next(new Error('too-many'))
    peers.set(socket, peer)
    // A paired device has one socket, which does not count among the strangers.
    if (peer.device !== undefined) knocking.known(socket.request)
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
      knocking.letIn()
    },
    online: device => links.has(`device/${device}`),
    askForRenewal() {
      for (const { socket } of links.values()) {
        const peer = peers.get(socket)
        if (peer) askForRenewal(peer, socket)
      }
    },
    close() {
      stopWatching()
      knocking.letIn()
      const closed = io.close()
      // A server that closes looks at no time-out any more: half a request would keep the hub from ever ending.
      setTimeout(() => httpServer.closeAllConnections(), limits.farewellMs).unref()
      return closed
    },
  }
}
