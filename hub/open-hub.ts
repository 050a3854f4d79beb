/** One life of the hub's memory: built from the disk, alive until it is closed or a write fails. */

import type { Id } from '../shared/protocol/primitives.ts'
import type { CopyHouse } from './backup/copies.ts'
import type { EarlierHouses } from './backup/earlier-houses.ts'
import type { GoAgain } from './backup/gone-again.ts'
import type { GoneBook } from './backup/gone-book.ts'
import type { OldBackups } from './backup/old-backups.ts'
import type { RestoreEdge } from './backup/restores.ts'
import { createCashierOutlet } from './cashier/outlet.ts'
import { ticketsOf } from './cashier/tickets.ts'
import { boot } from './checkpoint/boot.ts'
import { createCheckpoints } from './checkpoint/checkpoints.ts'
import { passingOver } from './documents/records.ts'
import { type HouseClock, nightOf } from './domain/clock-doubt.ts'
import type { Event, EventType } from './domain/events.ts'
import { packsOf } from './domain/order/sold-out.ts'
import type { Principal } from './domain/principal.ts'
import { catalogueOf } from './domain/setup/import-songs.ts'
import type { State } from './domain/state.ts'
import { usualOwed } from './domain/visit/prepare.ts'
import { createHubLoop, type HubLoop } from './hub.ts'
import { createCardClaims } from './identity/card-claims.ts'
import { createCardReads } from './identity/card-reads.ts'
import type { Pins } from './identity/pins.ts'
import type { RotatingCodes } from './identity/rotating-codes.ts'
import type { Tickets } from './identity/tickets.ts'
import { unavailable } from './loop/batches.ts'
import type { BelievedTaps } from './loop/believed-taps.ts'
import { everyMinute } from './loop/every-minute.ts'
import { createTimekeeper } from './loop/timekeeper.ts'
import { takeTouched } from './loop/touched.ts'
import type { Cashier, Clock, Documents, Files, Ids, JournalLine, JournalStore, StoreFailed } from './ports.ts'
import { type OpenDesk, openPrintDesk, type PrinterDeps } from './printer/open-desk.ts'
import { createLiveContext } from './projection/live-context.ts'
import { loadWhoIsHere } from './projection/load-who-is-here.ts'
import { openMenuSounds } from './projection/menu-sounds.ts'
import { createProjector, type Projector } from './projection/projector.ts'
import { recentLines } from './projection/recent-lines.ts'
import { createHouseUsual } from './queries/house-usual.ts'
import { createQueries } from './queries/queries.ts'
import { createTellNights } from './queries/tell-nights.ts'
import { type HouseRecords, openHouseRecords, openVenue } from './records/house-records.ts'
import { createResolve, type ResolveDeps } from './resolve/resolve.ts'
import { cancelStaged, outdated } from './resolve/staged-rows.ts'
import type { Broadcaster } from './sockets/hub-door.ts'
import { createHouseSongs } from './song-import/house-songs.ts'
import { missingCatalogue } from './song-import/missing-catalogue.ts'
import type { Uploads } from './song-import/uploads.ts'
import { songsOfLobby, type Touched, ticketPrinter, type ViewContext } from './views/context.ts'
import type { Directory } from './worker/directory.ts'

/** What fell due while the hub was down waits so long after the start: nobody could have answered meanwhile. */
export const graceMs = 60_000
/** Until what the disk would not say of how the house drinks is asked for again. */
const learnAgainMs = 60_000
/** Facts after which a row must be gone from the disk. */
const erasing: ReadonlySet<EventType> = new Set<EventType>(['MemberErased', 'MembersMerged'])

export interface OpenHub {
  readonly state: State
  readonly loop: HubLoop
  readonly records: HouseRecords
  readonly projector: Projector
  readonly query: ReturnType<typeof createQueries>
  readonly context: () => ViewContext
  readonly uploads: Uploads
  /** The last fact on the disk; that of the loop may be younger. */
  readonly kept: () => number
  /** All is well: a checkpoint, then the stores. */
  close(): Promise<void>
  /** A write failed: the stores only. */
  abandon(): Promise<void>
}

export interface HubDeps {
  readonly files: Files
  /** Opened anew each time memory is built from the disk. */
  readonly documents: () => Documents
  /** `nightOf`: in whose file a fact of this moment is kept. */
  readonly journal: (nightOf: (at: number) => string) => JournalStore<Event>
  /** Path of the checkpoint file. */
  readonly checkpoint: string
  /** Who is gone from the house, for backups from before; absent in a house that is only played through. */
  readonly gone?: GoneBook
  /** What an upgrade or a restore left of the house as it was. */
  readonly earlier?: EarlierHouses
  /** Backups from before somebody was erased. */
  readonly oldBackups?: OldBackups
  /** After a restore: who has gone since goes once more; answers how many are left. Rejects with StoreFailed. */
  readonly goAgain?: (go: GoAgain) => Promise<number>
  /** Makes a copy of the house, beside the evening. */
  readonly copy?: CopyHouse
  /** Puts the house back from a backup, with a new start. */
  readonly restore?: RestoreEdge
  /** After a write failed: throws as long as the disk takes no more. */
  readonly tryDisk: () => Promise<void>
  /** Path of the file that keeps how the menu sounds. */
  readonly menuSounds: string
  /** Over when a house that comes back all at once is in; what nobody waits for begins then. At once unless given. */
  readonly rush?: Promise<void>
  /** How many facts apart checkpoints are. */
  readonly factsPerCheckpoint?: number
  readonly clock: Clock
  readonly ids: Ids
  /** `catalogue`: the document of the songs. */
  readonly directory: (catalogue: string) => Directory
  readonly cashier: Cashier
  /** Absent: no tickets are printed. */
  readonly printer?: PrinterDeps
  readonly broadcaster: Broadcaster
  readonly pins: Pins
  readonly credentialKey: ResolveDeps['credentialKey']
  readonly pairing: ResolveDeps['pairing']
  readonly readmission: ResolveDeps['readmission']
  readonly tickets: Tickets
  /** Devices and staff come over plain HTTP from other machines. */
  readonly unencrypted?: boolean
  /** Nobody comes from another machine. */
  readonly onlyHere?: boolean
  readonly rotating: RotatingCodes
  /** Guests' phones come by a secure origin, where a browser can sign: they may show a code that changes. */
  readonly securePhones: () => boolean
  readonly log: (level: 'info' | 'warn' | 'error', event: string, detail?: Readonly<Record<string, unknown>>) => void
}

export interface LifeDeps extends HubDeps {
  readonly presence: ViewContext['presence']
  readonly earliestTap: BelievedTaps['earliest']
  readonly claimed: ResolveDeps['claimed']
  /** After a batch's frames went out. */
  readonly published: (touched: Touched, lines: readonly JournalLine<Event>[]) => void
  readonly failed: (error: unknown) => void
}

/** Throws StoreFailed when the disk cannot be read. */
export async function openHub(deps: LifeDeps): Promise<OpenHub> {
  const opened: Closable[] = []
  try {
    return await openStores(deps, opened)
  } catch (error) {
    // A disk that fails is tried every few seconds. Why it cannot be opened says more than why it cannot be closed.
    await Promise.allSettled(opened.map(one => one.close()))
    throw error
  }
}

interface Closable {
  close(): Promise<void>
}

/** `opened`: what is to be closed in the end, in this order. */
async function openStores(deps: LifeDeps, opened: Closable[]): Promise<OpenHub> {
  const opening = <T extends Closable>(one: T): T => {
    opened.push(one)
    return one
  }
  const { clock, ids } = deps
  const documents = opening(deps.documents())
  const venue = await openVenue(documents)
  // What the journal's days are named by holds from one start to the next.
  const { timeZone, cutover, demo } = venue.value
  const houseClock: HouseClock = { timeZone, cutover, demo }
  const { live, journal, tail, committed } = await boot({
    ...deps,
    journal: {
      open: async anchor => opening(await deps.journal(at => nightOf(live.state, houseClock, at)).open(anchor)),
    },
  })
  const { state } = live
  if (journal.dropped) deps.log('warn', 'journal-tail-dropped', { ...journal.dropped })
  const houseUsual = createHouseUsual()
  const unreadable = ({ message }: StoreFailed) => deps.log('error', 'record-unreadable', { reason: message })
  const records = await openHouseRecords({
    venue,
    documents,
    ids,
    committed,
    visited: houseUsual.visited,
    passedOver: unreadable,
  })
  records.histories.heed(tail)
  deps.gone?.notice(tail)
  deps.earlier?.notice(tail)
  const passOver = passingOver(unreadable)
  // One of them who is damaged must not keep the house from opening.
  await loadWhoIsHere(state, { ...records, texts: { load: id => records.texts.load(id).catch(passOver) } })
  const missing = await missingCatalogue(documents, state)
  if (missing !== undefined) deps.log('error', 'catalogue-missing', { catalogue: missing })
  const directory = opening(deps.directory(catalogueOf(state)))
  for (const id of committed.get('member')?.keys() ?? [])
    directory.memberSaved(id, (await records.members.load(id).catch(passOver))?.value)

  const songs = createHouseSongs({
    documents,
    state,
    directory,
    now: clock.now,
    log: deps.log,
    hotChanged: () => loop.whenDurable(durable => durable && projector.presenceChanged(new Set([songsOfLobby]))),
  })
  const learn = async () => {
    await deps.rush
    await songs.showHot()
    const onDisk = await directory.houseStatistics()
    // Of a night that ended without a checkpoint this is half of all shards: by now the house is open.
    await records.histories.catchUp()
    houseUsual.counted(onDisk)
    // Who came while it was being counted was laid nothing ready.
    const house = { houseUsual: houseUsual.now(), item: records.item, at: clock.now() }
    const owed = usualOwed(state, house, records.facts)
    if (!closing && owed.length > 0) await loop.enact('PredictUsual', { system: true }, owed)
    keepSounds()
  }
  const menuSounds = await openMenuSounds(deps.files, deps.menuSounds)
  let closing = false
  let stopLearning: () => void = () => undefined
  const tryLearning = (): void =>
    void learn().catch(error => {
      // A hub stopped soon after its start takes the worker's unanswered questions with it.
      if (closing) return
      deps.log('error', 'worker-failed', { error: String(error) })
      // The disk may have been unreadable for a moment, and without this no room is laid a usual until the next start.
      stopLearning = clock.wakeAt(clock.now() + learnAgainMs, tryLearning)
    })

  const keepSounds = () =>
    void menuSounds.keep().catch(error => deps.log('warn', 'menu-sounds-not-kept', { error: String(error) }))

  let desk: OpenDesk | undefined
  const context = createLiveContext({
    ...deps,
    state,
    records,
    sounds: menuSounds.sounds,
    hotSongs: songs.hot,
    printer: () => desk?.now(),
    now: clock.now,
  })

  const recent = await recentLines(journal, tail)
  const projector = createProjector({
    context,
    seq: () => journal.lastSeq,
    recent,
    broadcaster: deps.broadcaster,
    broken: (audience, error) => deps.log('error', 'view-broken', { audience, error: String(error) }),
  })
  const cashier = createCashierOutlet(deps)
  // Whether the last of these got there before the hub ended nobody knows: a ticket sent again is the same one.
  for (const line of recent) cashier.send(ticketsOf(state, line))
  const checkpoints = createCheckpoints({
    files: deps.files,
    path: deps.checkpoint,
    live,
    journal,
    records,
    ...(deps.gone && { before: deps.gone.kept }),
    since: tail.length,
    ...(deps.factsPerCheckpoint !== undefined && { every: deps.factsPerCheckpoint }),
  })
  const backups = async () => (await deps.restore?.find()) ?? []
  const cardReads = createCardReads({ clock, ids })
  const cardClaims = createCardClaims()
  // Ids only, as everything in the log.
  const turnedAway = (by: Principal, what: string) => deps.log('warn', 'not-allowed', { what, by })
  const packs = (id: Id) => packsOf(records.menu.items, id)
  const staff = (id: Id) => records.allStaff().find(one => one.id === id && !one.gone)
  const everybody = () => records.allStaff().filter(({ gone }) => !gone)
  const loop = createHubLoop({
    live,
    journal,
    now: clock.now,
    nextId: ids.next,
    dayOf: at => nightOf(state, houseClock, at),
    resolve: createResolve({
      state,
      records,
      directory,
      credentialKey: deps.credentialKey,
      isPin: (by, staff, pin) =>
        deps.pins.check(records.staff.get(staff)?.value, pin, 'device' in by ? by.device : by.kind),
      hashPin: deps.pins.hash,
      pairing: deps.pairing,
      readmission: deps.readmission,
      cardReads,
      cardClaims,
      claimed: deps.claimed,
      rotating: deps.rotating,
      memberCode: () => ids.secret(16),
      now: clock.now,
      newId: ids.next,
      plannedSongs: songs.imports.planned,
      backups,
      songsUnknown: error => deps.log('error', 'no-songs-to-lay', { error: String(error) }),
    }),
    outdated: (command, facts) => outdated(records, command, facts),
    cancel(command, facts) {
      cancelStaged(records, command, facts)
      if (facts.saved) cardClaims.refused(facts.saved.id, facts.saved.rev)
    },
    house: () => ({
      venue: records.venue,
      item: records.item,
      packs,
      staff,
      everybody,
      cashierTakesTickets: deps.cashier.takesTickets,
      houseUsual: houseUsual.now(),
    }),
    earliestTap: deps.earliestTap,
    show: records.show,
    publish(lines) {
      const touched = takeTouched(state, lines)
      for (const line of lines) for (const event of line.events) records.commit(event, line)
      projector.publish(touched, lines)
      cashier.send(lines.flatMap(line => ticketsOf(state, line)))
      desk?.look(touched.tables.orders)
      if (touched.venue) desk?.settingsChanged()
      if (touched.menu) keepSounds()
      timekeeper.look(touched)
      for (const id of touched.members) {
        const row = records.members.get(id)
        directory.memberSaved(id, row?.value)
        cardClaims.told(id, row?.rev)
      }
      for (const { events } of lines) songs.notice(events)
      deps.published(touched, lines)
      deps.gone?.notice(lines)
      deps.earlier?.notice(lines)
      deps.oldBackups?.notice(lines)
      checkpoints.count(lines.length, loop)
      // What is erased must not lie on the disk until the next checkpoint comes by itself.
      if (lines.some(({ events }) => events.some(({ type }) => erasing.has(type)))) checkpoints.soon(loop)
    },
    stumbled: (command, error) => deps.log('error', 'command-broken', { command, error: String(error) }),
    turnedAway,
    failed(error) {
      timekeeper.stop()
      deps.failed(error)
    },
  })

  const timekeeper = createTimekeeper({
    clock,
    houseClock,
    state,
    policy: () => records.venue.policy,
    graceMs,
    issue: loop.issue,
    log: deps.log,
  })

  const stopMinutes = everyMinute(clock, () => {
    timekeeper.lookAtClock()
    loop.whenDurable(durable => durable && projector.minutePassed())
    // The first panel of a class may have come long after the start.
    keepSounds()
  })

  desk =
    deps.printer &&
    openPrintDesk({
      ...deps,
      printer: deps.printer,
      context,
      takesTickets: deps.cashier.takesTickets,
      enact: loop.enact,
      changed: () => loop.whenDurable(durable => durable && projector.presenceChanged(new Set([ticketPrinter]))),
    })

  tryLearning()

  const query = createQueries({
    imports: songs.imports,
    backups,
    testPrinter: async () => desk?.testPage(),
    printKeep: async (keep, called) => desk?.label(keep, called),
    directory,
    records,
    cardReads,
    tellNights: createTellNights({ directory, clock: houseClock, now: clock.now, upTo: () => journal.lastSeq }),
    context,
    log: (event, by, member) => deps.log('info', event, { by, member }),
    turnedAway,
    async phoneShown({ device, staff }, member) {
      const answer = await loop.enact('MemberPhone', { device, staff }, [{ type: 'PhoneShown', member }])
      return answer.ok
    },
    async fileTaken({ device, staff }, member) {
      const answer = await loop.enact('MemberFile', { device, staff }, [{ type: 'MemberFileTaken', member }])
      return answer.ok
    },
  })

  return {
    state,
    loop,
    records,
    projector,
    context,
    uploads: songs.uploads,
    kept: () => journal.lastSeq,
    // What is looked at may rest on facts that are not on the disk yet.
    async query(by, raw) {
      const answer = await query(by, raw)
      return (await loop.written()) ? answer : unavailable
    },
    async close() {
      timekeeper.stop()
      loop.stop()
      // No checkpoint of a memory that holds what is not on the disk.
      if (loop.sound)
        await checkpoints.save().catch(error => deps.log('error', 'checkpoint-failed', { error: String(error) }))
      await letGo()
    },
    async abandon() {
      timekeeper.stop()
      await letGo()
    },
  }

  async function letGo(): Promise<void> {
    stopMinutes()
    closing = true
    stopLearning()
    cashier.stop()
    desk?.stop()
    await deps.earlier?.settled()
    // It has its files open one after the other: the next life of this hub must not meet what it still writes.
    await checkpoints.idle()
    for (const one of opened) await one.close()
  }
}
