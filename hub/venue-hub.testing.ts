/** A whole hub on a disk in memory, with a clock that a test turns and clients that remember what they were sent. */
import type { Answer } from '../shared/protocol/answer.ts'
import type { PeopleCommand } from '../shared/protocol/commands.ts'
import type { Id } from '../shared/protocol/primitives.ts'
import type { FeedLine } from '../shared/protocol/views/console.ts'
import type { HubHealth, ViewFrame } from '../shared/protocol/wire.ts'
import { createNoCashier } from './cashier/none.ts'
import { createLowdbDocuments } from './documents/lowdb-documents.ts'
import { businessDayOf } from './domain/business-day.ts'
import { evening, members, menu, staff, venue } from './domain/fixture.testing.ts'
import { parseEvent } from './domain/parse-event.ts'
import type { Song } from './domain/playlist/song.ts'
import type { Principal } from './domain/principal.ts'
import { createFaultyFiles, type FaultyFiles } from './faulty-files.testing.ts'
import { createTickets } from './identity/tickets.ts'
import { noStatistics } from './insight/house-statistics.ts'
import { createFileJournal } from './journal/file-journal.ts'
import { createMemoryFiles, type MemoryFiles } from './memory-files.ts'
import type { Clock, Ids } from './ports.ts'
import type { Broadcaster, HubClient } from './sockets/hub-door.ts'
import { createPlayers } from './song-system/players.ts'
import { startVenueHub, type VenueHub } from './venue-hub.ts'
import type { Directory } from './worker/directory.ts'
import { createMemberIndex } from './worker/member-index.ts'
import { createSongIndex } from './worker/song-index.ts'

/** Ids in fixtures are words; records want `m1-wang`. */
export const memberId = (name: string): Id => `m1-${name}`
export const staffId = (name: string): Id => `st1-${name}`

export const songs: readonly Song[] = ['吻别', '朋友', '一剪梅', '上海滩', '浮夸', '后来'].map((title, index) => ({
  id: `song${index + 1}`,
  title,
  artist: '歌手',
  language: 'zh',
  popularity: 10 - index,
}))

export interface ManualClock extends Clock {
  /** Turns the clock; wakes whoever is due, in order. */
  turn(ms: number): Promise<void>
}

export function createManualClock(start = evening): ManualClock {
  let now = start
  let sleepers: { at: number; wake: () => void }[] = []
  return {
    now: () => now,
    wakeAt(at, wake) {
      const sleeper = { at, wake }
      sleepers.push(sleeper)
      return () => {
        sleepers = sleepers.filter(one => one !== sleeper)
      }
    },
    async turn(ms) {
      const until = now + ms
      for (;;) {
        const [next] = sleepers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)
        if (!next) break
        sleepers = sleepers.filter(one => one !== next)
        now = Math.max(now, next.at)
        next.wake()
        await settled()
      }
      now = until
      await settled()
    },
  }
}

/** Lets everything that is already under way come to its end: writes in memory need a few turns of the loop. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise(next => setImmediate(next))
}

export interface TestClient extends HubClient {
  readonly slices: Map<string, unknown>
  readonly lines: FeedLine[]
  readonly frames: ViewFrame[]
  healthNow: HubHealth
}

export interface TestHouse {
  readonly clock: ManualClock
  readonly disk: FaultyFiles & { readonly inner: MemoryFiles }
  /** A hub on this disk; the one before it must be stopped, or is taken to have been killed. */
  open(): Promise<TestHub>
}

export interface TestHub extends VenueHub {
  /** Attaches and answers what it sees from now on. */
  watch(principal: Principal): TestClient
  send(principal: Principal, command: PeopleCommand, more?: Record<string, unknown>): Promise<Answer>
}

export async function createTestHouse(): Promise<TestHouse> {
  const disk = createFaultyFiles(createMemoryFiles)
  const clock = createManualClock()
  await furnish(disk.inner)
  return { clock, disk, open: () => openTestHub(disk, clock) }
}

async function openTestHub(disk: TestHouse['disk'], clock: ManualClock): Promise<TestHub> {
  const { files } = disk
  const ids = countingIds(disk.steps.length)
  const audiences = new Map<string, Set<TestClient>>()
  const everyone = new Set<TestClient>()
  const broadcaster: Broadcaster = {
    view(audience, frame) {
      for (const client of audiences.get(audience) ?? []) client.send(frame)
    },
    feed(audience, lines) {
      for (const client of audiences.get(audience) ?? []) client.feed({ lines, gap: false })
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
    journal: venueClock =>
      createFileJournal({
        files,
        folder: 'data/journal',
        key: Buffer.alloc(32, 7),
        businessDay: at => businessDayOf(at, venueClock),
        parseEvent,
      }),
    checkpoint: 'data/checkpoint.json',
    directory: createHereDirectory,
    cashier: createNoCashier(),
    songSystem: createPlayers(),
    pins: {
      hash: async pin => ({ salt: 'salt', hash: pin }),
      check: async (person, pin) => person !== undefined && pin === '123456',
    },
    tickets: createTickets({ clock, ids, origin: () => 'http://localhost' }),
    credentialKey: value => `key-${value.length}-${value.slice(-8)}`,
    pairing: () => ({ refused: 'bad-code', next: 'look-again' }),
    log: () => undefined,
  })
  return Object.assign(hub, {
    watch(principal: Principal) {
      const client = createTestClient(audiences)
      everyone.add(client)
      hub.attach(principal, client, {})
      return client
    },
    send: (principal: Principal, command: PeopleCommand, more: Record<string, unknown> = {}) =>
      hub.submit(principal, { tappedAt: clock.now(), ...more, command }),
  })
}

function createTestClient(audiences: Map<string, Set<TestClient>>): TestClient {
  const client: TestClient = {
    slices: new Map(),
    lines: [],
    frames: [],
    healthNow: { status: 'ok' },
    send(frame) {
      client.frames.push(frame)
      if (frame.whole) client.slices.clear()
      for (const [key, value] of frame.put) client.slices.set(key, JSON.parse(JSON.stringify(value)))
      for (const key of frame.drop) client.slices.delete(key)
    },
    feed: ({ lines }) => void client.lines.push(...lines),
    health: health => {
      client.healthNow = health
    },
    join: audience => void audiences.set(audience, (audiences.get(audience) ?? new Set()).add(client)),
  }
  return client
}

/** The worker's indexes without the worker. */
function createHereDirectory(): Directory {
  const songIndex = createSongIndex(songs, () => ({
    titleInitials: '',
    titleSound: '',
    artistInitials: '',
    artistSound: '',
  }))
  const memberIndex = createMemberIndex(rowsOfMembers())
  return {
    searchSongs: async query => songIndex.search(query),
    browseArtists: async query => songIndex.artists(query),
    song: async id => songIndex.song(id),
    hotSongs: async limit => songIndex.hot(limit),
    identify: async (kind, value) => memberIndex.identify(kind, value),
    searchMembers: async (text, limit) => memberIndex.search(text, limit),
    memberSaved: (id, member) => memberIndex.save(id, member),
    houseStatistics: async () => noStatistics,
    close: async () => undefined,
  }
}

const rowsOfMembers = () =>
  [...members.values()].map(({ member }) => ({
    ...member,
    id: memberId(member.id),
    phone: `1990000${member.id.length}`,
  }))

async function furnish(files: MemoryFiles): Promise<void> {
  const documents = createLowdbDocuments({ files, folder: 'data' })
  const put = async (name: string, value: unknown) => {
    const document = await documents.open(
      name,
      raw => raw,
      () => value,
    )
    await document.save(value)
  }
  const shard = (rows: readonly { id: Id }[]) => ({
    rows: rows.map(row => ({ id: row.id, versions: [{ rev: 1, value: row }] })),
  })
  await put('venue', venue)
  await put('menu', { categories: [{ id: 'drinks', name: { zhHans: '酒水' } }], items: menu })
  await put('staff/st1', shard(staff.map(person => ({ ...person, id: staffId(person.id) }))))
  await put('members/m1', shard(rowsOfMembers()))
  await documents.close()
}

/** Different in every life, so that no id is given twice on one disk. */
function countingIds(life: number): Ids {
  let count = 0
  const next = () => `${life}x${++count}`
  return { next: prefix => `${prefix}${next()}`, secret: () => `secret-${next()}-aaaaaaaaaaaaaaaaaaaa` }
}
