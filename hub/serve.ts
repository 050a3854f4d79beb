/** A hub on its port: the venue's hub, who may knock, the pages and the sockets, wired together. */
import { createHmac } from 'node:crypto'
import type { Server } from 'node:http'
import { hostname, networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { createLowdbDocuments } from './documents/lowdb-documents.ts'
import { businessDayOf } from './domain/business-day.ts'
import { parseEvent } from './domain/parse-event.ts'
import { createHttp, createHttpServer } from './http/create-http.ts'
import type { EdgeLog } from './http/edge-log.ts'
import { createGate, isLoopback, ownHosts } from './http/own-names.ts'
import { createDevices, type DeviceRows } from './identity/devices.ts'
import { createLinks, type Links } from './identity/links.ts'
import { createPairing } from './identity/pairing.ts'
import { createPins } from './identity/pins.ts'
import { createTickets, type Tickets } from './identity/tickets.ts'
import { createFileJournal } from './journal/file-journal.ts'
import type { Cashier, Clock, Files, Ids, SongSystem } from './ports.ts'
import { loadSecret } from './secrets.ts'
import { createSockets } from './sockets/create-sockets.ts'
import { startVenueHub, type VenueHub } from './venue-hub.ts'
import type { Directory } from './worker/directory.ts'

export interface ServeDeps {
  readonly files: Files
  readonly clock: Clock
  readonly ids: Ids
  readonly cashier: Cashier
  readonly songSystem: SongSystem
  readonly directory: () => Directory
  readonly log: EdgeLog & { info(fields: object, message: string): void }
  /** The data folder; it must hold a venue. */
  readonly folder: string
  /** Absolute path of the built pages. */
  readonly web: string
  readonly version: string
  readonly host: string
  readonly port: number
}

export interface Served {
  readonly hub: VenueHub
  readonly links: Links
  readonly tickets: Tickets
  /** Such as `http://localhost:8080`. */
  readonly origin: string
  stop(): Promise<void>
}

/** Throws StoreFailed for the folder, and node's own error (EADDRINUSE, EACCES) for the port. */
export async function serve(deps: ServeDeps): Promise<Served> {
  const { files, clock, ids, folder, log, host, web, version } = deps
  const secret = (name: string) => loadSecret(files, join(folder, 'secrets', name), 32)
  const pins = createPins({ pepper: await secret('pepper.key') })
  const credentials = await secret('credentials.key')
  const journalKey = await secret('journal.key')

  const secure = false
  let hub: VenueHub | undefined
  const running = (): VenueHub => {
    if (!hub) throw new Error('the hub has not started yet')
    return hub
  }
  let origin = ''
  let names: ReadonlySet<string> = new Set()
  const gate = createGate({ secure, hosts: () => names })

  const rows: DeviceRows = { find: id => running().devices.find(id), save: row => running().devices.save(row) }
  const devices = createDevices({ rows, ids, clock })
  const tickets = createTickets({ clock, ids, origin: () => origin })
  const pairing = createPairing({ devices, ids, clock })
  const links = createLinks({
    devices,
    ids,
    clock,
    openSession: (device, staff) => running().openSession(device, staff),
  })

  const app = createHttp({
    gate,
    links,
    pairing,
    tickets,
    secure,
    web,
    version,
    log,
    framed: isLoopback(host),
    get demo() {
      return isLoopback(host) && hub?.demo === true
    },
    status: () => ({ status: hub?.health.status ?? 'starting', seq: hub?.seq ?? 0 }),
  })
  const httpServer = createHttpServer(app)
  const sockets = createSockets({
    httpServer,
    gate,
    clock,
    log,
    devices,
    tickets,
    secure,
    presence: (device, online) => hub?.presence(device, online),
  })

  const port = await listen(httpServer, deps.port, host)
  names = ownHosts({ address: host, port })
  origin = `http://${reachableName(host)}:${port}`

  try {
    hub = await startVenueHub({
      files,
      clock,
      ids,
      pins,
      tickets,
      cashier: deps.cashier,
      songSystem: deps.songSystem,
      directory: deps.directory,
      broadcaster: sockets.broadcaster,
      checkpoint: join(folder, 'checkpoint.json'),
      documents: () => createLowdbDocuments({ files, folder }),
      journal: venueClock =>
        createFileJournal({
          files,
          folder: join(folder, 'journal'),
          key: journalKey,
          businessDay: at => businessDayOf(at, venueClock),
          parseEvent,
        }),
      credentialKey: value => createHmac('sha256', credentials).update(value).digest('base64url'),
      pairing: (from, code, device) => pairing.confirm(from, code, device),
      log: (level, event, detail) => log[level]({ ...detail, event }, event),
    })
  } catch (error) {
    await sockets.close()
    throw error
  }
  sockets.open(running())

  return {
    hub,
    links,
    tickets,
    origin,
    async stop() {
      await sockets.close()
      await running().stop()
    },
  }
}

/** Answers the port, which the system chooses when asked for 0. */
function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((listening, failed) => {
    server.once('error', failed)
    server.listen(port, host, () => {
      server.off('error', failed)
      const address = server.address()
      listening(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}

/** What a phone in the lobby can open: bound to all addresses, the machine's own on the LAN. */
function reachableName(host: string): string {
  if (isLoopback(host)) return 'localhost'
  if (host !== '0.0.0.0' && host !== '::') return host.includes(':') ? `[${host}]` : host
  const outward = Object.values(networkInterfaces())
    .flatMap(addresses => addresses ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)
  return outward?.address ?? hostname()
}
