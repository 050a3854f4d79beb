/** The records that people edit, opened together: venue, menu, staff, devices, members, free texts; and members' histories. */
import * as v from 'valibot'
import type { Id } from '../../shared/protocol/primitives.ts'
import { attempt, createRecords, type Records } from '../documents/records.ts'
import { openRevised, type Revised } from '../documents/revised.ts'
import { idInShard, shardOfId } from '../documents/shard-id.ts'
import type { Event } from '../domain/events.ts'
import type { RecordKind } from '../domain/house-events.ts'
import { indexed } from '../domain/indexed.ts'
import { Member, type MemberFacts, type PastVisit } from '../domain/member/member.ts'
import { Menu, type MenuItem } from '../domain/order/menu-item.ts'
import { Staff } from '../domain/staff/staff.ts'
import { VenueConfig } from '../domain/venue-config.ts'
import { DeviceRow } from '../identity/devices.ts'
import { type Documents, type Ids, isDamaged, StoreFailed } from '../ports.ts'
import { createHistories, emptyHistory, type Histories } from './histories.ts'

/** Per kind of record the highest revision that the journal's tail committed. */
export type Committed = ReadonlyMap<RecordKind, ReadonlyMap<string, number>>

export interface HouseRecords {
  readonly venue: VenueConfig
  readonly menu: Menu
  /** The whole documents, to stage new versions of. */
  readonly documents: { readonly venue: Revised<VenueConfig>; readonly menu: Revised<Menu> }
  item(id: Id): MenuItem | undefined
  readonly staff: Records<Staff>
  /** Those too who are gone. */
  allStaff(): readonly Staff[]
  readonly devices: Records<DeviceRow>
  /** Those too that are revoked. The same list until one of them changes. */
  allDevices(): readonly DeviceRow[]
  readonly members: Records<Member>
  readonly texts: Records<string>
  readonly histories: Histories
  /** What is staged of a kind; a whole document is a row of its own. */
  rows(kind: RecordKind): { get(id: Id): { readonly rev: number } | undefined; cancel(id: Id, rev: number): void }
  /** A member as a decision knows them, if their shards are loaded. With `passedOver` what is damaged is not there. */
  facts(id: Id): MemberFacts | undefined
  loadFacts(id: Id): Promise<MemberFacts | undefined>
  newId(kind: 'member' | 'text' | 'device' | 'staff'): Promise<Id>
  /** An event that was evolved: what it commits is seen from now on. */
  show(event: Event): void
  /** The event is on the disk: what was there before the row that it commits may be forgotten. */
  commit(event: Event, line: { seq: number; at: number }): void
  settle(): Promise<void>
}

/** Throws StoreFailed. */
export async function openHouseRecords(deps: {
  venue: Revised<VenueConfig>
  documents: Documents
  ids: Ids
  committed: Committed
  visited: (earlier: readonly PastVisit[], visit: PastVisit) => void
  passedOver?: (reason: StoreFailed) => void
}): Promise<HouseRecords> {
  const { venue, documents, ids, committed, visited, passedOver } = deps
  const menu = await openRevised(
    documents,
    'menu',
    raw => v.parse(Menu, raw),
    (): Menu => ({ categories: [], items: [], tags: [] }),
  )
  venue.restore(committed.get('venue')?.get('venue'))
  menu.restore(committed.get('menu')?.get('menu'))
  const whole = { venue, menu }
  const itemsOf = indexed((of: Menu) => new Map(of.items.map(item => [item.id, item])))
  const open = async <T>(kind: RecordKind, folder: string, prefix: string, parse: (raw: unknown) => T) => {
    const records = createRecords<T>({ documents, folder, prefix, parse })
    // Without its staff and its screens there is no house; without a guest there is.
    await records.restore(
      committed.get(kind) ?? new Map(),
      kind === 'member' || kind === 'text' ? passedOver : undefined,
    )
    return records
  }
  const staff = await open('staff', 'staff', 'st', raw => v.parse(Staff, raw))
  const devices = await open('device', 'devices', 'd', raw => v.parse(DeviceRow, raw))
  const members = await open('member', 'members', 'm', raw => v.parse(Member, raw))
  const texts = await open('text', 'texts', 't', raw => v.parse(v.string(), raw))
  const histories = createHistories(documents, { visited, ...(passedOver && { passedOver }) })
  const allStaff = createRoll(staff, await idsOf(staff))
  const allDevices = createRoll(devices, await idsOf(devices))
  const byKind = { staff, device: devices, member: members, text: texts }

  /** Views ask again and again. */
  const told = new Set<Id>()
  /** Of whom nothing can be read the house knows nothing; whose past cannot be read is a guest without one. */
  const passOver = (id: Id) => (reason: unknown) => {
    if (!passedOver || !isDamaged(reason)) throw reason
    if (!told.has(id)) passedOver(reason)
    told.add(id)
    return undefined
  }

  /** The row of an event, where it is one of rows and not of a whole document. */
  const rowOf = (event: Event) => {
    const row = savedRow(event)
    return row && row.kind !== 'menu' && row.kind !== 'venue'
      ? { ...row, kind: row.kind, records: byKind[row.kind] }
      : undefined
  }

  return {
    get venue() {
      return venue.value
    },
    get menu() {
      return menu.value
    },
    documents: whole,
    item: id => itemsOf(menu.value).get(id),
    staff,
    allStaff: allStaff.values,
    devices,
    allDevices: allDevices.values,
    members,
    texts,
    histories,
    rows: kind =>
      kind === 'menu' || kind === 'venue'
        ? { get: () => whole[kind], cancel: (_, rev) => whole[kind].cancel(rev) }
        : byKind[kind],
    facts(id) {
      const row = attempt(() => members.get(id), passOver(id))
      return row && { member: row.value, history: attempt(() => histories.get(id), passOver(id)) ?? emptyHistory(id) }
    },
    async loadFacts(id) {
      if (shardOfId(id) === undefined) return undefined
      const row = await members.load(id).catch(passOver(id))
      const history = row && (await histories.load(id).catch(passOver(id)))
      return row && { member: row.value, history: history ?? emptyHistory(id) }
    },
    async newId(kind) {
      return idInShard(await byKind[kind].nextShard(), ids)
    },
    show(event) {
      if (event.type === 'SetupChanged') return whole[event.of].show(event.rev)
      const row = rowOf(event)
      if (!row) return
      row.records.show(row.id, row.rev)
      if (row.kind === 'staff') allStaff.changed(row.id)
      if (row.kind === 'device') allDevices.changed(row.id)
    },
    commit(event, line) {
      if (event.type === 'SetupChanged') whole[event.of].commit(event.rev)
      const row = rowOf(event)
      row?.records.commit(row.id, row.rev)
      histories.learn(event, line)
    },
    async settle() {
      for (const records of Object.values(byKind)) await records.settle()
      for (const document of Object.values(whole)) await document.settle()
      await histories.settle()
    },
  }
}

/** The row that an event commits, whatever the event's own name. */
export function savedRow(event: Event): { kind: RecordKind; id: Id; rev: number } | undefined {
  switch (event.type) {
    case 'RecordSaved':
      return { kind: event.kind, id: event.id, rev: event.rev }
    case 'CardBlocked':
    case 'MemberErased':
      return { kind: 'member', id: event.member, rev: event.rev }
    case 'MembersMerged':
      return { kind: 'member', id: event.gone, rev: event.rev }
    case 'SetupChanged':
      return { kind: event.of, id: event.of, rev: event.rev }
    case 'StaffChanged':
    case 'PinReset':
      return { kind: 'staff', id: event.staff, rev: event.rev }
    case 'DevicePaired':
    case 'DeviceRevoked':
      return { kind: 'device', id: event.device, rev: event.rev }
    default:
      return undefined
  }
}

/** Throws StoreFailed: a new folder is filled by the venue script first. */
export async function openVenue(documents: Documents): Promise<Revised<VenueConfig>> {
  return openRevised(
    documents,
    'venue',
    raw => v.parse(VenueConfig, raw),
    () => {
      throw new StoreFailed('no-house', 'venue.json', 'no venue in this folder: make one with `npm run venue -- new`')
    },
  )
}

async function idsOf<T>(records: Records<T>): Promise<Set<Id>> {
  const found = new Set<Id>()
  for await (const { id } of records.all()) found.add(id)
  return found
}

/** The rows of a kind of which there are few: listed anew only after one of them changed. */
function createRoll<T>(records: Records<T>, ids: Set<Id>): { values(): readonly T[]; changed(id: Id): void } {
  let values: readonly T[] | undefined
  return {
    values() {
      values ??= [...ids].flatMap(id => {
        const row = records.get(id)
        return row ? [row.value] : []
      })
      return values
    },
    changed(id) {
      ids.add(id)
      values = undefined
    },
  }
}
