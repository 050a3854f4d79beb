/** A house of any size in a folder, for measuring: as many rooms, members and songs as asked for, every screen paired. */
import { join } from 'node:path'
import { writeDataVersion } from '../../hub/data-version/data-version.ts'
import { createLowdbDocuments } from '../../hub/documents/lowdb-documents.ts'
import { rowsPerShard } from '../../hub/documents/records.ts'
import { shardOfId } from '../../hub/documents/shard-id.ts'
import type { VenueClock } from '../../hub/domain/business-day.ts'
import type { Member } from '../../hub/domain/member/member.ts'
import type { Song } from '../../hub/domain/playlist/song.ts'
import type { RoomConfig, VenueConfig } from '../../hub/domain/venue-config.ts'
import { type DeviceRow, firstToken } from '../../hub/identity/devices.ts'
import { createPins } from '../../hub/identity/pins.ts'
import type { Documents } from '../../hub/ports.ts'
import { createNodeFiles } from '../../hub/system/files.ts'
import { createIds } from '../../hub/system/ids.ts'
import { loadSecret } from '../../hub/system/secrets.ts'
import { groupBy } from '../demo/group-by.ts'
import { demoMembers } from '../demo/members/demo-members.ts'
import { demoMenu } from '../demo/menu/menu.ts'
import { demoStaff } from '../demo/staff.ts'
import { demoVenue } from '../demo/venue.ts'
import { membersOfFiveYears } from './cost/five-years.ts'

export interface House {
  readonly folder: string
  readonly rooms: readonly RoomConfig[]
  /** What its nights are counted by. */
  readonly clock: VenueClock
  /** Ids of members, the first of the house first. */
  readonly members: readonly string[]
  /** A card of each member who has one that lets them in, in the same order. */
  readonly cards: readonly string[]
  /** Who is welcomed by name when this card is touched; no two are called the same. */
  readonly guests: readonly { readonly card: string; readonly called: string }[]
  /** Token by device. */
  readonly tokens: Readonly<Record<string, string>>
}

/** Consoles that only open the house: each may send ten commands a second. */
export const desks = 10

export async function makeHouse(options: {
  folder: string
  rooms: number
  members: number
  songs: readonly Song[]
  /** At most two visits each unless given. */
  history?: 'none' | 'little' | 'five-years'
}): Promise<House> {
  const { folder, songs, history = 'little' } = options
  const now = Date.now()
  const files = createNodeFiles()
  const documents = createLowdbDocuments({ files, folder })
  await put(documents, 'menu', demoMenu)
  await put(documents, 'songs', songs)

  const members =
    history === 'five-years'
      ? membersOfFiveYears(options.members, now)
      : demoMembers({ count: options.members, today: now, history })
  for (let start = 0; start < members.length; start += rowsPerShard) {
    const shard = members.slice(start, start + rowsPerShard)
    const name = `m${start / rowsPerShard + 1}`
    await put(documents, `members/${name}`, rowsOf(shard.map(({ member }) => member)))
    await put(documents, `histories/${name}`, { seq: 0, rows: shard.map(({ history }) => history) })
  }

  const pins = createPins({ pepper: await loadSecret(files, join(folder, 'secrets', 'pepper.key'), 32) })
  const staff = []
  for (const { pin, ...person } of demoStaff) staff.push({ ...person, pin: await pins.hash(pin) })
  await put(documents, 'staff/st1', rowsOf(staff))

  const venue = venueOf(options.rooms, now)
  const ids = createIds()
  const tokens: Record<string, string> = {}
  const devices = screensOf(venue.rooms).map((screen): DeviceRow => {
    const { token, kept } = firstToken(ids, now)
    tokens[screen.id] = token
    return { ...screen, tokens: [kept], createdAt: now, revoked: false }
  })
  for (const [shard, rows] of groupBy(devices, ({ id }) => shardOfId(id)))
    await put(documents, `devices/${shard}`, rowsOf(rows))
  await writeDataVersion(files, folder)
  await put(documents, 'venue', venue)
  await documents.close()
  const rows = members.map(({ member }) => member)
  return {
    folder,
    rooms: venue.rooms,
    clock: { timeZone: venue.timeZone, cutover: venue.cutover },
    members: rows.map(({ id }) => id),
    cards: rows.flatMap(row => cardOf(row)?.number ?? []),
    guests: guestsOf(rows),
    tokens,
  }
}

const roomsPerFloor = 25
const longest = 31 * 86_400_000

function venueOf(rooms: number, now: number): VenueConfig {
  const classes = demoVenue.classes
  return {
    ...demoVenue,
    demo: false,
    // Half a day away: no measurement sees the end of its night.
    cutover: (minuteOfDay(now, demoVenue.timeZone) + 720) % 1440,
    rooms: Array.from({ length: rooms }, (_, index): RoomConfig => {
      const floor = 1 + Math.floor(index / roomsPerFloor)
      const name = `${floor}${String((index % roomsPerFloor) + 1).padStart(2, '0')}`
      return { id: `r${name}`, name, floor, roomClass: classes[index % classes.length]?.id ?? 'small' }
    }),
    // Nobody hears or answers the calls of the bench: they must not escalate in the middle of a measurement.
    policy: {
      ...demoVenue.policy,
      heardWithinMs: 0,
      answerMs: { service: longest, complaint: longest, vip: longest },
    },
  }
}

function minuteOfDay(at: number, timeZone: string): number {
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const [hours = 0, minutes = 0] = clock.format(at).split(':').map(Number)
  return hours * 60 + minutes
}

const cardOf = ({ blocked, cards }: Member) => (blocked ? undefined : cards.find(one => !one.blocked))

function guestsOf(members: readonly Member[]): House['guests'] {
  const byName = new Map<string, string>()
  for (const member of members) {
    const card = cardOf(member)
    if (card && member.welcome && !member.discreet) byName.set(member.called, card.number)
  }
  return [...byName].map(([called, card]) => ({ card, called }))
}

type Screen = Omit<DeviceRow, 'tokens' | 'createdAt' | 'revoked'>

const screensOf = (rooms: readonly RoomConfig[]): Screen[] => [
  ...rooms.map(({ id, name }, index): Screen => {
    return { id: panelOf(index), name: `Panel ${name}`, kind: 'panel', room: id, shared: false }
  }),
  { id: lobby.kiosk, name: 'Lobby', kind: 'kiosk', shared: false },
  { id: lobby.reader, name: 'Reader', kind: 'reader', kiosk: lobby.kiosk, shared: false },
  { id: consoles.floor, name: 'Floor', kind: 'console', station: 'floor', shared: true },
  { id: consoles.bar, name: 'Bar', kind: 'console', station: 'bar', shared: true },
  { id: consoles.manager, name: 'Manager', kind: 'console', shared: false },
  ...Array.from({ length: desks }, (_, index): Screen => {
    return { id: deskOf(index), name: `Desk ${index + 1}`, kind: 'console', shared: false }
  }),
  ...Array.from({ length: watchers }, (_, index): Screen => {
    return { id: watcherOf(index), name: `Watch ${index + 1}`, kind: 'console', station: 'floor', shared: true }
  }),
]

/** More of them that hear every call, so that there are twenty with the one that is looked at. */
export const watchers = 19
export const watcherOf = (index: number): string => `d1-watch${index + 1}`
export const consoles = { floor: 'd1-floor', bar: 'd1-bar', manager: 'd1-manager' } as const
export const lobby = { kiosk: 'd1-kiosk', reader: 'd1-reader' } as const
export const deskOf = (index: number): string => `d1-desk${index + 1}`
/** An id names the shard it is kept in. */
export const panelOf = (index: number): string => `d${2 + Math.floor(index / rowsPerShard)}-panel${index + 1}`

const rowsOf = (rows: readonly { readonly id: string }[]) => ({
  rows: rows.map(row => ({ id: row.id, versions: [{ rev: 1, value: row }] })),
})

async function put(documents: Documents, name: string, value: unknown): Promise<void> {
  const document = await documents.open(
    name,
    raw => raw,
    () => value,
  )
  await document.save(value)
}
