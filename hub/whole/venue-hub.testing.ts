/** A whole hub on a disk in memory, with a clock that a test turns and clients that remember what they were sent. */
import { createHash } from 'node:crypto'
import type { Answer } from '../../shared/protocol/answer.ts'
import type { PeopleCommand } from '../../shared/protocol/commands.ts'
import { createHeldSlices } from '../../shared/protocol/held-slices.ts'
import type { FeedLine } from '../../shared/protocol/views/console.ts'
import type { HubHealth, ViewFrame } from '../../shared/protocol/wire.ts'
import type { CopyHouse } from '../backup/copies.ts'
import type { GoneBook } from '../backup/gone-book.ts'
import type { RestoreEdge } from '../backup/restores.ts'
import { createNoCashier } from '../cashier/none.ts'
import { createLowdbDocuments } from '../documents/lowdb-documents.ts'
import { businessDayOf } from '../domain/business-day.ts'
import type { Event } from '../domain/events.ts'
import { parseEvent } from '../domain/parse-event.ts'
import type { Principal } from '../domain/principal.ts'
import { createRotatingCodes } from '../identity/rotating-codes.ts'
import { createTickets } from '../identity/tickets.ts'
import { createFileJournal } from '../journal/file-journal.ts'
import type { Cashier, Clock, Files, Ids, JournalLine, JournalStore, Printer } from '../ports.ts'
import type { AttachOptions, Broadcaster, HubClient } from '../sockets/hub-door.ts'
import { createFaultyFiles, type FaultyFiles } from '../system/faulty-files.testing.ts'
import { createManualClock } from '../system/manual-clock.testing.ts'
import { createMemoryFiles, type MemoryFiles } from '../system/memory-files.ts'
import type { ToldClock } from '../system/told-clock.ts'
import { tryDisk } from '../system/try-disk.ts'
import { startVenueHub, type VenueHub } from '../venue-hub.ts'
import { createLocalDirectory } from '../worker/local-directory.ts'
import { furnish } from './furnish.testing.ts'

export interface TestClient extends HubClient {
  readonly principal: Principal
  readonly slices: ReadonlyMap<string, unknown>
  readonly lines: FeedLine[]
  readonly frames: ViewFrame[]
  healthNow: HubHealth
}

export interface HouseOptions {
  readonly cashier?: Cashier
  readonly printer?: () => Printer
  readonly factsPerCheckpoint?: number
  /** Copies the house; without it this house is none that is copied. */
  readonly copy?: CopyHouse
  /** Puts it back; without it there are no backups. */
  readonly restore?: RestoreEdge
  /** Keeps who is gone; without it nobody does. */
  readonly gone?: GoneBook
  /** How the house drinks is known no sooner. */
  readonly counting?: () => Promise<void>
  /** Rejects as long as nobody can say which songs there are. */
  readonly songs?: () => Promise<void>
  /** Each frame as it is sent. */
  readonly sent?: (client: TestClient, what: unknown) => void
}

export interface TestHouse {
  readonly clock: ToldClock
  readonly disk: FaultyFiles & { readonly inner: MemoryFiles }
  readonly logged: { readonly level: string; readonly event: string; readonly detail: unknown }[]
  /** Every line whose append was reported as done, over all lives. */
  readonly durable: JournalLine<Event>[]
  /** Ids cannot be made: a decision that needs one throws. */
  breakIds(broken: boolean): void
  /** A hub on this disk; the one before it must be stopped, or is taken to have been killed. */
  open(): Promise<TestHub>
  /** What the journal on the disk holds, and the hub's memory as a start would build it. */
  journal(files?: Files): JournalStore<Event>
}

export interface TestHub extends VenueHub {
  /** Attaches and answers what it sees from now on. */
  watch(principal: Principal, has?: AttachOptions): TestClient
  send(principal: Principal, command: PeopleCommand, more?: Record<string, unknown>): Promise<Answer>
}

const checkpoint = 'data/checkpoint.json'

export async function createTestHouse(options: HouseOptions = {}): Promise<TestHouse> {
  const disk = createFaultyFiles(createMemoryFiles)
  const clock = createManualClock()
  await furnish(disk.inner)
  const house: Omit<TestHouse, 'open'> & { idsBroken: boolean } = {
    clock,
    disk,
    logged: [],
    durable: [],
    idsBroken: false,
    breakIds(broken) {
      house.idsBroken = broken
    },
    journal: (files = disk.files) => journalOn(files, at => businessDayOf(at, shanghai)),
  }
  let life = { dead: false }
  let lives = 0
  return Object.assign(house, {
    open() {
      life.dead = true
      life = { dead: false }
      lives += 1
      return openTestHub(house, life, lives, options)
    },
  })
}

async function openTestHub(
  house: Omit<TestHouse, 'open'> & { readonly idsBroken: boolean },
  life: { readonly dead: boolean },
  number: number,
  {
    cashier = createNoCashier(),
    printer,
    copy,
    restore,
    gone,
    factsPerCheckpoint,
    counting = async () => undefined,
    songs = async () => undefined,
    sent = () => undefined,
  }: HouseOptions,
): Promise<TestHub> {
  const files = mortalFiles(house.disk.files, life)
  const clock = mortalClock(house.clock, life)
  const ids = countingIds(number, () => house.idsBroken)
  const audiences = new Map<string, Set<TestClient>>()
  const everyone = new Set<TestClient>()
  const broadcaster: Broadcaster = {
    view(audience, frame) {
      for (const client of audiences.get(audience) ?? []) client.send(frame)
    },
    health(health) {
      for (const client of everyone) client.health(health)
    },
  }
  const hub = await startVenueHub({
    files,
    clock,
    ids,
    broadcaster,
    documents: () => createLowdbDocuments({ files, folder: 'data' }),
    journal: nightOf => noting(journalOn(files, nightOf), house.durable),
    checkpoint,
    ...(printer && { printer: { of: printer, mark: 'data/printing.json' } }),
    tryDisk: () => tryDisk(files, 'data'),
    ...(copy && { copy }),
    ...(restore && { restore }),
    ...(gone && { gone }),
    menuSounds: 'data/index/menu-sounds.json',
    ...(factsPerCheckpoint !== undefined && { factsPerCheckpoint }),
    // A disk of its own making: what it reads and keeps is none of the steps that a test counts.
    directory(catalogue) {
      const directory = createLocalDirectory({
        documents: () => createLowdbDocuments({ files: house.disk.inner, folder: 'data' }),
        files: createMemoryCopy(house.disk.inner),
        folder: 'data',
        catalogue,
      })
      return {
        ...directory,
        houseStatistics: () => counting().then(directory.houseStatistics),
        hotSongs: limit => songs().then(() => directory.hotSongs(limit)),
        blockedSongs: () => songs().then(directory.blockedSongs),
      }
    },
    cashier,
    pins: {
      hash: async pin => ({ salt: 'salt', hash: pin }),
      check: async (person, pin) => person !== undefined && pin === '123456',
    },
    tickets: createTickets({ clock, ids, origin: () => 'http://localhost' }),
    rotating: createRotatingCodes({ secret: Buffer.alloc(32, 9) }),
    securePhones: () => true,
    credentialKey: value => `key-${value.length}-${value.slice(-8)}`,
    pairing: () => ({ refused: 'bad-code', next: 'look-again' }),
    readmission: () => ({ refused: 'code-expired', next: 'look-again' }),
    log: (level, event, detail) => void house.logged.push({ level, event, detail }),
  })
  return Object.assign(hub, {
    watch(principal: Principal, has: AttachOptions = {}) {
      const client = createTestClient(principal, audiences, sent)
      everyone.add(client)
      hub.attach(principal, client, has)
      return client
    },
    send: (principal: Principal, command: PeopleCommand, more: Record<string, unknown> = {}) =>
      hub.submit(principal, { tappedAt: house.clock.now(), ...more, command }),
  })
}

function createTestClient(
  principal: Principal,
  audiences: Map<string, Set<TestClient>>,
  sent: (client: TestClient, what: unknown) => void,
): TestClient {
  const held = createHeldSlices()
  const client: TestClient = {
    principal,
    slices: held.slices,
    lines: [],
    frames: [],
    healthNow: { status: 'ok' },
    send(frame) {
      const travelled = held.fill(JSON.parse(JSON.stringify(frame)))
      if (!travelled) throw new Error('something was meant that is not here')
      sent(client, travelled)
      client.frames.push(travelled)
      client.lines.push(...(frame.feed?.lines ?? []))
    },
    health: health => {
      client.healthNow = health
    },
    join: audience => void audiences.set(audience, (audiences.get(audience) ?? new Set()).add(client)),
  }
  return client
}

const shanghai = { timeZone: 'Asia/Shanghai', cutover: 360 }

const journalOn = (files: Files, nightOf: (at: number) => string): JournalStore<Event> =>
  createFileJournal({
    files,
    folder: 'data/journal',
    key: Buffer.alloc(32, 7),
    businessDay: nightOf,
    parseEvent,
  })

/** Writes down what was promised to be on the disk, before anybody hears of it. */
function noting(store: JournalStore<Event>, durable: JournalLine<Event>[]): JournalStore<Event> {
  return {
    async open(after) {
      const journal = await store.open(after)
      // What an append could not promise may be there after all.
      for await (const line of journal.read(durable.at(-1)?.seq ?? 0)) durable.push(line)
      const { append } = journal
      return Object.assign(journal, {
        append(lines: readonly JournalLine<Event>[]) {
          append(lines)
          durable.push(...JSON.parse(JSON.stringify(lines)))
        },
      })
    },
  }
}

/** A process that was killed writes nothing more and never learns of it. */
function mortalFiles(files: Files, life: { readonly dead: boolean }): Files {
  const never = new Promise<never>(() => undefined)
  return {
    read: path => (life.dead ? never : files.read(path)),
    readAround: (path, hole) => (life.dead ? never : files.readAround(path, hole)),
    list: folder => (life.dead ? never : files.list(folder)),
    replace: (path, content) => (life.dead ? never : files.replace(path, content)),
    remove: path => (life.dead ? never : files.remove(path)),
    makeFolder: folder => (life.dead ? never : files.makeFolder(folder)),
    openDurable(path) {
      if (life.dead) throw new Error('nobody is there any more')
      const file = files.openDurable(path)
      return {
        ...file,
        writeDurably(bytes, offset) {
          if (life.dead) throw new Error('nobody is there any more')
          file.writeDurably(bytes, offset)
        },
      }
    },
  }
}

const mortalClock = (clock: Clock, life: { readonly dead: boolean }): Clock => ({
  now: clock.now,
  wakeAt: (at, wake) => clock.wakeAt(at, () => void (life.dead || wake())),
})

/** Reads this disk, writes beside it. */
function createMemoryCopy(disk: Files): Files {
  const own = createMemoryFiles()
  return {
    ...own,
    read: async path => (await own.read(path)) ?? disk.read(path),
    readAround: async (path, hole) => (await own.readAround(path, hole)) ?? disk.readAround(path, hole),
  }
}

/** Different in every life, so that no id is given twice on one disk. */
function countingIds(life: number, broken: () => boolean): Ids {
  let count = 0
  const next = () => {
    if (broken()) throw new Error('no ids today')
    count += 1
    return `${life}x${count}`
  }
  return {
    next: prefix => `${prefix}${next()}`,
    secret: bytes => createHash('sha256').update(next()).digest().subarray(0, bytes).toString('base64url'),
  }
}
