/** A hub on its port: the venue's hub, who may knock, the pages and the sockets, wired together. */
import { createHmac } from 'node:crypto'
import { join } from 'node:path'
import * as v from 'valibot'
import { Id } from '../shared/protocol/primitives.ts'
import type { CopyHouse } from './backup/copies.ts'
import { type CopiesDeps, openHouseCopies } from './backup/house-copies.ts'
import { createLowdbDocuments } from './documents/lowdb-documents.ts'
import { parseEvent } from './domain/parse-event.ts'
import { deviceToken } from './http/cookies.ts'
import { createGuestHttp, createHttp, createHttpServer, createHttpsServer } from './http/create-http.ts'
import type { EdgeLog } from './http/edge-log.ts'
import { connectionLimits, holdConnections } from './http/hold-connections.ts'
import { listen, tryToListen } from './http/listen.ts'
import { createGate, createOwnHosts, reachableName } from './http/own-names.ts'
import type { TrustDeps } from './http/trust-routes.ts'
import { createDevices, type DeviceRows, type Devices } from './identity/devices.ts'
import { keepAsking } from './identity/keep-asking.ts'
import { createLinks, type Links } from './identity/links.ts'
import { createPairing } from './identity/pairing.ts'
import { createPins } from './identity/pins.ts'
import { createReturning } from './identity/returning.ts'
import { createRotatingCodes } from './identity/rotating-codes.ts'
import { createTickets, type Tickets } from './identity/tickets.ts'
import { createTokenMarks } from './identity/token-marks.ts'
import { createFileJournal } from './journal/file-journal.ts'
import { figuresOf } from './operations/figures.ts'
import type { Listening } from './operations/listening.ts'
import { createMetrics } from './operations/metrics.ts'
import type { Cashier, Clock, Files, Ids } from './ports.ts'
import type { PrinterDeps } from './printer/open-desk.ts'
import { createRush } from './rush.ts'
import { createSockets } from './sockets/create-sockets.ts'
import { joinSockets } from './sockets/join-sockets.ts'
import { loadSecret } from './system/secrets.ts'
import { tryDisk } from './system/try-disk.ts'
import { type Certificates, linkName } from './tls/certificates.ts'
import { keepCertificates } from './tls/keep-certificates.ts'
import { startVenueHub, type VenueHub } from './venue-hub.ts'
import type { Directory } from './worker/directory.ts'

export interface ServeDeps extends Pick<CopiesDeps, 'backups' | 'restore' | 'rewrite'> {
  readonly files: Files
  readonly clock: Clock
  readonly ids: Ids
  readonly cashier: Cashier
  /** Absent: no tickets are printed, whatever the venue says. */
  readonly printer?: PrinterDeps['of']
  readonly directory: (catalogue: string) => Directory
  readonly log: EdgeLog & { info(fields: object, message: string): void }
  readonly copy?: CopyHouse
  /** The data folder; it must hold a venue. */
  readonly folder: string
  /** Absolute path of the built pages. */
  readonly web: string
  readonly version: string
  readonly host: string
  readonly port: number
  readonly listening: Listening
}

export interface Served {
  readonly hub: VenueHub
  readonly devices: Devices
  readonly links: Links
  readonly tickets: Tickets
  /** Where devices and staff open the hub, such as `http://localhost:8080`. */
  readonly origin: string
  /** Where guests' phones do. */
  readonly guestOrigin: string
  /** The demo's wall is served. */
  readonly wall: boolean
  /** What the hub shows who it is with, over HTTPS. */
  readonly certificates: Certificates | undefined
  /** Everybody who came back after the start is in. */
  readonly settled: Promise<void>
  stop(): Promise<void>
}

/** Throws StoreFailed for the folder, and node's own error (EADDRINUSE, EACCES) for the port. */
export async function serve(deps: ServeDeps): Promise<Served> {
  const { files, clock, ids, folder, log, host, web, version, listening } = deps
  const secret = (name: string) => loadSecret(files, join(folder, 'secrets', name), 32)
  const pins = createPins({ pepper: await secret('pepper.key') })
  const credentials = await secret('credentials.key')
  const journalKey = await secret('journal.key')
  const metricsKey = await secret('metrics.key')
  const rotating = createRotatingCodes({ secret: await secret('codes.key') })
  const marks = createTokenMarks({ key: await secret('tokens.key'), ids })

  const copies = await openHouseCopies(deps)

  // A mistyped address would have another authority made, which no device trusts, and only then be found not to be there.
  if (listening.to === 'lan') await tryToListen(host, [deps.port, listening.guestPort])
  const kept = listening.to === 'lan' ? await keepCertificates({ files, folder, clock, address: host, log }) : undefined
  const secure = kept !== undefined
  let hub: VenueHub | undefined
  const running = (): VenueHub => {
    if (!hub) throw new Error('the hub has not started yet')
    return hub
  }
  const ports = { staff: 0, guests: 0 }
  const called = () => kept?.current.called ?? []
  const staffOrigin = () => `${secure ? 'https' : 'http'}://${linkName(host, called())}:${ports.staff}`
  /** The venue has a name and a certificate that every phone knows. */
  const publiclyNamed = () => kept?.current.authority === undefined && called().length > 0
  const phones = () => listening.to !== 'lan' || publiclyNamed()
  // Else by its address: a phone on the guests' Wi-Fi knows neither the venue's own names nor its authority.
  const guestOrigin = () => (phones() ? staffOrigin() : `http://${reachableName(host)}:${ports.guests}`)
  const gateOf = (port: keyof typeof ports, scheme: { secure: boolean }) => {
    const bound = () => ({ address: host, port: ports[port], names: called() })
    return createGate({ ...scheme, hosts: createOwnHosts({ now: clock.now, bound }) })
  }
  const framed = listening.to === 'loopback'
  const wall = () => framed && hub?.demo === true

  const rows: DeviceRows = { find: id => running().devices.find(id), save: row => running().devices.save(row) }
  const devices = createDevices({
    rows,
    marks,
    clock,
    idleSince: () => hub?.openSince ?? 0,
    copied: device => {
      log.warn({ device }, 'a token that was rotated out came back')
      running()
        .revokeCopied(device)
        .catch((error: unknown) => log.error({ err: error, device }, 'a copied device was not revoked'))
    },
    failed: error => log.error({ err: error }, 'the use of a new token was not kept'),
  })
  const tickets = createTickets({ clock, ids, origin: guestOrigin })
  const pairing = createPairing({ devices, ids, clock, inRound: () => hub?.isPairing() ?? false })
  const waits = (device: Id, code: string | undefined) => hub?.waits(device, code)
  const returning = createReturning({ devices, ids, marks, clock, waits })
  const links = createLinks({
    devices,
    ids,
    clock,
    openSession: (device, staff) => running().openSession(device, staff),
  })

  const trust: TrustDeps = {
    authority: () => kept?.current.authority,
    secureOrigin: staffOrigin,
    plainOrigin: guestOrigin,
  }
  const metrics = createMetrics(
    () => hub && figuresOf(hub, { online: device => sockets.online(device), until: kept?.current.until }),
  )
  const gate = gateOf('staff', { secure })
  const app = createHttp({
    gate,
    devices,
    links,
    pairing,
    returning,
    tickets,
    secure,
    web,
    version,
    log,
    framed,
    phones,
    get demo() {
      return wall()
    },
    hasCamera({ params: { device }, headers: { cookie } }) {
      if (!hub || !v.is(Id, device)) return false
      const token = deviceToken(cookie, device, secure)
      return token !== undefined && devices.authenticate(device, token)?.camera === true
    },
    metrics,
    key: metricsKey.toString('base64url'),
    sessionOf: device => hub?.sessionOf(device),
    takeSongs: (upload, at, piece) => hub?.takeSongs(upload, at, piece) ?? false,
    status: () => ({ status: hub?.health.status ?? 'starting', seq: hub?.kept ?? 0 }),
    ...(secure && { trust }),
  })
  const rush = createRush()
  const known = {
    clock,
    log,
    devices,
    tickets,
    presence(device: Id, online: boolean) {
      if (online) rush.came()
      hub?.presence(device, online)
    },
  }
  const server = kept ? createHttpsServer(app, kept) : createHttpServer(app)
  holdConnections(server, connectionLimits.devices)
  const opened = [createSockets({ ...known, httpServer: server, gate, secure, phones })]
  if (listening.to === 'lan') {
    const guestGate = gateOf('guests', { secure: false })
    const guestServer = createHttpServer(createGuestHttp({ gate: guestGate, tickets, web, log, trust }))
    holdConnections(guestServer, connectionLimits.guests)
    opened.push(createSockets({ ...known, httpServer: guestServer, gate: guestGate, secure: false, phonesOnly: true }))
    ports.guests = await listen(guestServer, listening.guestPort, host)
  }
  ports.staff = await listen(server, deps.port, host)
  const sockets = joinSockets(opened)
  const stopAsking = keepAsking({ clock, ask: sockets.askForRenewal })
  const close = async () => {
    kept?.stop()
    stopAsking()
    await sockets.close()
  }

  try {
    hub = await startVenueHub({
      files,
      clock,
      ids,
      pins,
      tickets,
      unencrypted: listening.to === 'lan-unencrypted',
      onlyHere: listening.to === 'loopback',
      rotating,
      // Browsers treat loopback as secure.
      securePhones: () => publiclyNamed() || listening.to === 'loopback',
      cashier: deps.cashier,
      directory: deps.directory,
      broadcaster: sockets.broadcaster,
      checkpoint: join(folder, 'checkpoint.json'),
      menuSounds: join(folder, 'index', 'menu-sounds.json'),
      rush: rush.over,
      ...(deps.printer && { printer: { of: deps.printer, mark: join(folder, 'printing.json') } }),
      ...(deps.copy && { copy: deps.copy }),
      ...copies,
      tryDisk: () => tryDisk(files, folder),
      documents: () => createLowdbDocuments({ files, folder }),
      journal: nightOf =>
        metrics.timed(
          createFileJournal({
            files,
            folder: join(folder, 'journal'),
            key: journalKey,
            businessDay: nightOf,
            parseEvent,
          }),
        ),
      credentialKey: value => createHmac('sha256', credentials).update(value).digest('base64url'),
      pairing: (from, code, device) => pairing.confirm(from, code, device),
      readmission: (device, code) => returning.admit(device, code),
      log: (level, event, detail) => log[level]({ ...detail, event }, event),
    })
  } catch (error) {
    await close()
    throw error
  }
  sockets.open(metrics.counted(running()))
  rush.begin()
  // The last one may have ended before it was done.
  void rush.over.then(copies.oldBackups?.look)

  return {
    hub,
    devices,
    links,
    tickets,
    get origin() {
      return staffOrigin()
    },
    get guestOrigin() {
      return guestOrigin()
    },
    get wall() {
      return wall()
    },
    get certificates() {
      return kept?.current
    },
    settled: rush.over,
    async stop() {
      await close()
      await running().stop()
    },
  }
}
