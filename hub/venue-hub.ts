/**
 * One venue's hub, from the disk to the door: opened, kept going, and built anew from the disk after a write failed.
 * Adapters come from main.ts; tests hand it a disk in memory and a clock of their own.
 */
import { refused } from '../shared/protocol/answer.ts'
import type { Id } from '../shared/protocol/primitives.ts'
import { refuse } from '../shared/protocol/refusals.ts'
import type { HubHealth } from '../shared/protocol/wire.ts'
import { createCopies } from './backup/copies.ts'
import { createRestores } from './backup/restores.ts'
import type { Event } from './domain/events.ts'
import type { Principal } from './domain/principal.ts'
import { ofHouse } from './domain/staff/backup.ts'
import { isPairing } from './domain/staff/pairing.ts'
import type { Session } from './domain/state.ts'
import { openSince } from './domain/visit/nights.ts'
import type { DeviceRow, DeviceRows } from './identity/devices.ts'
import { createAlarms } from './loop/alarms.ts'
import { createBelievedTaps } from './loop/believed-taps.ts'
import { graceMs, type HubDeps, type OpenHub, openHub } from './open-hub.ts'
import type { JournalLine } from './ports.ts'
import { createPhones } from './projection/phones.ts'
import { createPresenceBook } from './projection/presence.ts'
import { createReports } from './queries/reports.ts'
import { createEdgeFacts } from './resolve/edge-facts.ts'
import type { AttachOptions, HubClient, HubDoor } from './sockets/hub-door.ts'
import type { Audience, Slices, Touched } from './views/context.ts'
import { selfView } from './views/self.ts'

export interface VenueHub extends HubDoor {
  readonly health: HubHealth
  /** The last fact, on the disk or not yet. */
  readonly seq: number
  /** The last one that is on the disk. */
  readonly kept: number
  /** Of the house as its last good backup has it, ms since the epoch; undefined: there is none. */
  readonly backupAt: number | undefined
  readonly devices: DeviceRows
  readonly demo: boolean
  /** Whom the first console's link signs in. */
  readonly firstOwner: Id | undefined
  /** Opens a session without a PIN: for the one-time link on the hub's own terminal. */
  openSession(device: Id, staff: Id): Promise<void>
  allDevices(): readonly DeviceRow[]
  /** Somebody pairs one device after the other, by a PIN typed a while ago. */
  isPairing(): boolean
  /** When the oldest of the last fortnight of nights began on which the house was open; 0 as long as there were fewer. */
  readonly openSince: number
  /** A rotated-out token of this device came back: it is revoked, and the house is told. */
  revokeCopied(device: Id): Promise<void>
  presence(device: Id, online: boolean): void
  /** A device of before the restore shows this code and waits to be let in again; undefined: not any more. */
  waits(device: Id, code: string | undefined): void
  /** A piece of a file of songs; false: it does not go on where the last one ended. */
  takeSongs(upload: Id, at: number, piece: Uint8Array): boolean
  stop(): Promise<void>
}

/** After a failed write the disk is tried again this often, ms. */
const retryMs = 5000
/** Who came or went within so long is shown in one frame, ms. */
const presenceMs = 100

interface Attached {
  readonly principal: Principal
  readonly client: HubClient
  /** As it came; later it holds other things. */
  has: AttachOptions
  leave: () => void
}

/** Throws StoreFailed when the folder cannot be opened. */
export async function startVenueHub(deps: HubDeps): Promise<VenueHub> {
  const { clock, ids } = deps
  const attached = new Set<Attached>()
  const presence = createPresenceBook(clock.now)
  const taps = createBelievedTaps(clock.now)
  const listeners = new Set<(device: Id) => void>()
  /** Session last known at each console, to tell a sign-in from mere use. */
  const sessions = new Map<Id, Session | undefined>()
  let health: HubHealth = { status: 'ok' }
  let stopping = false
  let abandoned: Promise<void> = Promise.resolve()

  const life = (): Promise<OpenHub> =>
    openHub({
      ...deps,
      presence: presence.of,
      earliestTap: taps.earliest,
      claimed: claim => phones.checkInOf(claim),
      published: afterBatch,
      failed: error => void recover(error),
    })

  const alarms = createAlarms({
    clock,
    graceMs,
    isWaiting(id) {
      const request = open.state.requests.get(id)
      return request?.status === 'open' && request.level === 0
    },
    withinMs: () => open.records.venue.policy.heardWithinMs,
    escalate: request => void open.loop.issue({ type: 'EscalateRequest', request, unheard: true }),
  })

  const report = createReports({ presence, alarms, now: clock.now, show: showPresence })

  const phones = createPhones({
    codeOf: claim => deps.tickets.byId(claim)?.code,
    keyOf: member => (deps.securePhones() ? deps.rotating.keyOf(member) : undefined),
  })
  let open = await life()
  const { devices, revokeCopied, openSession } = createEdgeFacts({ clock, ids, open: () => open })
  const copies = createCopies({
    copy: deps.copy,
    clock,
    backups: () => open.state.backups.get(ofHouse),
    enact: (command, events) => open.loop.enact(command, { system: true }, events),
    failed: error => deps.log('error', 'backup-failed', { error: String(error) }),
  })
  const restores = createRestores({
    edge: deps.restore,
    backups: () => open.state.backups.get(ofHouse),
    devices,
    enact: (command, events) => open.loop.enact(command, { system: true }, events),
    failed: error => deps.log('error', 'restore-failed', { error: String(error) }),
  })
  await restores.begin()
  copies.begin()
  await letGoAgain()
  const heedCalls = () => alarms.begin([...open.state.requests.entries()].map(([id]) => id))
  heedCalls()
  for (const [device, session] of open.state.sessions.entries()) sessions.set(device, session)

  /** After a restore. Who is here now goes at the day's end. */
  async function letGoAgain(): Promise<void> {
    const { loop } = open
    const left = await deps.goAgain?.(loop.issue)
    if (left) deps.log('warn', 'gone-still-here', { left })
  }

  function afterBatch(touched: Touched, lines: readonly JournalLine<Event>[]): void {
    phones.notice(lines)
    alarms.look(touched.tables.requests)
    alarms.again(lines.flatMap(({ events }) => events.flatMap(one => (one.type === 'PassLapsed' ? one.request : []))))
    copies.notice(lines)
    restores.notice(lines)
    if (lines.some(({ events }) => events.some(({ type }) => type === 'DayRolled')))
      letGoAgain().catch((error: unknown) => deps.log('error', 'not-gone-again', { error: String(error) }))
    // Hundreds are attached, and few taps concern a phone.
    if (touched.tables.checkIns.size + touched.members.size + touched.tables.leaving.size > 0)
      for (const client of attached) {
        if (client.principal.kind !== 'phone') continue
        if (phones.concerns(client.principal.claim, touched, open.state.checkIns)) sendPhone(client)
      }
    tellChanged([...touched.devices, ...signedInOrOut(touched.tables.sessions)])
  }

  /**
   * Those of these consoles on which somebody else, or nobody any more, is signed in; and where else the same people are: each
   * of their consoles says on which others.
   */
  function signedInOrOut(devices: Iterable<Id>): readonly Id[] {
    const changed: Id[] = []
    const people = new Set<Id>()
    for (const device of devices) {
      const before = sessions.get(device)
      const now = open.state.sessions.get(device)
      sessions.set(device, now)
      if (before?.id === now?.id) continue
      changed.push(device)
      for (const one of [before, now]) if (one) people.add(one.staff)
    }
    if (people.size > 0)
      for (const { staff, device } of open.state.sessions.values()) if (people.has(staff)) changed.push(device)
    return changed
  }

  function tellChanged(devices: Iterable<Id>): void {
    for (const device of new Set(devices)) for (const tell of listeners) tell(device)
  }

  async function recover(error: unknown): Promise<void> {
    deps.log('error', 'storage-failed', { error: String(error) })
    setHealth({ status: 'storage-failed' })
    for (const client of attached) client.leave()
    abandoned = open.abandon().catch(reason => deps.log('error', 'close-failed', { error: String(reason) }))
    await abandoned
    retry()
  }

  const lifeAgain = () => deps.tryDisk().then(life)

  const retry = () => {
    clock.wakeAt(clock.now() + retryMs, () => {
      if (stopping) return
      lifeAgain().then(
        async fresh => {
          if (stopping) return fresh.abandon()
          open = fresh
          setHealth({ status: 'ok' })
          heedCalls()
          for (const client of [...attached]) enter(client)
          // A line whose sync failed may be on the disk after all.
          tellChanged(signedInOrOut([...sessions.keys(), ...[...open.state.sessions.entries()].map(([id]) => id)]))
          await restores.begin()
          if (!stopping && open === fresh) copies.begin()
        },
        reason => {
          deps.log('error', 'storage-still-failing', { error: String(reason) })
          retry()
        },
      )
    })
  }

  function setHealth(next: HubHealth): void {
    health = next
    taps.heldUp(next.status !== 'ok')
    deps.broadcaster.health(next)
  }

  /** What memory holds may not be on the disk yet: the whole view waits until it is. */
  function enter(one: Attached): void {
    one.client.health(health)
    if (health.status !== 'ok') return
    if (one.principal.kind === 'phone') return sendPhone(one)
    whenTrue(({ projector, loop }) => {
      const audience = audienceOf(one.principal)
      if (!audience || !attached.has(one)) return
      one.leave()
      const { menu, inDoubt, ...has } = one.has
      const leave = projector.join(audience, one.client, () => ownSlices(one.principal), {
        ...has,
        ...(menu !== undefined && { menu }),
        answered: inDoubt !== undefined && loop.answered(one.principal, inDoubt),
      })
      one.has = has
      const stopTickets = showTickets(one)
      one.leave = () => {
        one.leave = () => undefined
        stopTickets()
        leave()
      }
    })
  }

  /** Shows what memory holds when all of it is on the disk. A view that cannot be made is logged: the hub goes on. */
  function whenTrue(show: (open: OpenHub) => void): void {
    const now = open
    now.loop.whenDurable(durable => {
      if (!durable || now !== open) return
      try {
        show(now)
      } catch (error) {
        deps.log('error', 'view-broken', { error: String(error) })
      }
    })
  }

  const ownSlices = (principal: Principal): Slices =>
    principal.kind === 'console' || principal.kind === 'station' || principal.kind === 'staff'
      ? new Map([['self', selfView(open.context(), principal.device)]])
      : new Map()

  /** A kiosk's own QR changes every half minute and is on no disk. */
  function showTickets({ principal, client }: Attached): () => void {
    if (principal.kind !== 'kiosk') return () => undefined
    return deps.tickets.run(principal.device, ticket => {
      client.send({ seq: open.kept(), whole: false, now: clock.now(), put: [['ticket', ticket]], drop: [] })
    })
  }

  function sendPhone({ principal, client }: Attached): void {
    if (principal.kind !== 'phone') return
    whenTrue(({ context, loop }) => {
      const at = context()
      client.send({ seq: loop.seq, whole: true, now: at.now, put: [...phones.view(at, principal.claim)], drop: [] })
    })
  }

  /** Whose presence is to be shown in a moment: after a power cut a whole house comes back at once. */
  const toShow = new Set<Id>()
  let willShow = false
  function showPresence(device: Id): void {
    toShow.add(device)
    if (willShow) return
    willShow = true
    setTimeout(() => {
      const devices = new Set(toShow)
      toShow.clear()
      willShow = false
      if (health.status === 'ok' && !stopping) whenTrue(({ projector }) => projector.presenceChanged(devices))
    }, presenceMs).unref()
  }

  return {
    get health() {
      return health
    },
    get seq() {
      return open.loop.seq
    },
    get kept() {
      return open.kept()
    },
    get backupAt() {
      return open.state.backups.get(ofHouse)?.made?.at
    },
    get demo() {
      return open.records.venue.demo
    },
    get firstOwner() {
      const staff = open.records.allStaff().filter(({ gone }) => !gone)
      return (staff.find(({ role }) => role === 'owner') ?? staff.find(({ role }) => role === 'manager'))?.id
    },
    devices,
    allDevices: () => open.records.allDevices(),
    isPairing: () => [...open.state.sessions.values()].some(session => isPairing(session, clock.now())),
    get openSince() {
      return openSince(open.state.nights)
    },
    revokeCopied,
    openSession,
    async submit(principal, envelope) {
      if (health.status !== 'ok') return refused(refuse('unavailable', 'wait', { waitMs: retryMs }))
      return open.loop.submit(principal, envelope)
    },
    async query(principal, query) {
      if (health.status !== 'ok') return refused(refuse('unavailable', 'wait', { waitMs: retryMs }))
      return open.query(principal, query)
    },
    attach(principal, client, has) {
      const one: Attached = { principal, client, has, leave: () => undefined }
      attached.add(one)
      enter(one)
      return () => {
        attached.delete(one)
        one.leave()
      }
    },
    onPrincipalChange(listener) {
      listeners.add(listener)
    },
    sessionOf(device) {
      const session = open.state.sessions.get(device)
      const staff = session && open.records.staff.get(session.staff)?.value
      return session && staff ? { session: session.id, staff: staff.id, role: staff.role } : undefined
    },
    takeSongs: (upload, at, piece) => open.uploads.take(upload, at, piece),
    presence(device, online) {
      presence.cameOrWent(device, online)
      taps.cameOrWent(device, online)
      if (!online) alarms.gone(device)
      showPresence(device)
    },
    waits(device, code) {
      presence.waits(device, code)
      showPresence(device)
    },
    report: async (principal, raw) => report(principal, raw),
    async stop() {
      stopping = true
      alarms.stop()
      copies.stop()
      if (health.status === 'ok') await open.close()
      else await abandoned
    },
  }
}

/** A reader looks at nothing, a phone at its own check-in only. */
function audienceOf(principal: Principal): Audience | undefined {
  switch (principal.kind) {
    case 'panel':
      return { kind: 'panel', room: principal.room }
    case 'kiosk':
      return { kind: 'kiosk', device: principal.device }
    case 'player':
      return { kind: 'player', ...(principal.room !== undefined && { room: principal.room }) }
    case 'console':
      return { kind: 'console', role: 'locked' }
    case 'station':
      return { kind: 'console', role: `${principal.station}-station` }
    case 'staff':
      return { kind: 'console', role: principal.role }
    case 'reader':
    case 'phone':
    case 'system':
      return undefined
  }
}
