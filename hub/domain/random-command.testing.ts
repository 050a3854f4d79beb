/** Commands made at random from their own schemas, about things that are there more often than not. */
import * as v from 'valibot'
import {
  type Command,
  type CommandOf,
  type CommandType,
  PeopleCommand,
  TimeCommand,
} from '../../shared/protocol/commands.ts'
import { Credential, Id, Instant } from '../../shared/protocol/primitives.ts'
import type { Facts } from './decision.ts'
import {
  as,
  hour,
  kiosk,
  memberFacts,
  members,
  menu,
  panelOf,
  player,
  songs,
  staff,
  system,
  venue,
} from './fixture.testing.ts'
import type { Principal } from './principal.ts'
import type { ReadState } from './state.ts'

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let a = seed | 0
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

export type Random = () => number
export const pick = <T>(random: Random, from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)]

/** Parsed as the wire would parse it. `among`: as often as each is named there. */
export function randomCommand(
  random: Random,
  state: ReadState,
  now: number,
  among: readonly CommandType[] = weighted,
): Command {
  const type = pick(random, among) ?? 'SignOut'
  const schema = schemas.get(type)
  if (!schema) throw new Error(`no schema of ${type}`)
  const made = makeObject(schema.entries, random, { state, now })
  if (type === 'Reserve' || type === 'AmendReservation') Object.assign(made, nearby(random, now))
  if (type === 'GiveComp' && random() < 0.8) return v.parse(PeopleCommand, worthGiving(random, made))
  return byTime.has(type) ? v.parse(TimeCommand, made) : v.parse(PeopleCommand, made)
}

/** Somebody who might send it, or somebody else altogether. */
export function randomPrincipal(random: Random, command: Command): Principal {
  const anybody: Principal[] = [
    kiosk,
    { kind: 'reader', device: 'reader1', kiosk: 'kiosk1' },
    { kind: 'phone', claim: 'f1', kiosk: 'kiosk1' },
    { kind: 'console', device: 'pc1' },
    { kind: 'station', device: 'bar1', station: 'bar' },
    player,
    system,
    ...staff.map(one => as(one.id)),
    ...venue.rooms.map(room => panelOf(room.id)),
  ]
  if (random() < 0.15) return pick(random, anybody) ?? kiosk
  if (byTime.has(command.type)) return system
  if (byGuests.has(command.type)) return panelOf(pick(random, venue.rooms)?.id ?? 'v01')
  if (inLobby.has(command.type)) return kiosk
  return as(pick(random, staff)?.id ?? 'mei')
}

/** What the edge might have found out, right or not. */
export function randomFacts(random: Random, command: Command): Facts {
  const maybe = <T>(chance: number, value: T) => (random() < chance ? value : undefined)
  const member = memberFacts(pick(random, [...members.keys()]) ?? 'wang')
  const song = 'song' in command ? songs.find(one => one.id === command.song) : undefined
  const credential = maybe(0.8, `hash-${member.member.id}`)
  const identified = random() < 0.75 ? { member } : random() < 0.7 ? ({ failure: 'unknown' } as const) : undefined
  const saved = maybe(0.8, { id: 'row', rev: 1 })
  const rows = ({ kept, gone }: CommandOf<'MergeMembers'>) =>
    [kept, gone].map(id => ({ kind: 'member' as const, id, rev: 2 }))
  const staged =
    command.type === 'MergeMembers' ? rows(command) : saved ? ([{ kind: 'text', id: 'row-2', rev: 1 }] as const) : []
  const enrolled = maybe(0.8, { member, rev: 1 })
  const phoneOf = maybe(0.1, 'wang')
  return {
    members,
    hotSongs: songs,
    staged,
    ...(saved && { named: saved.id, contact: { text: 'row-2', key: 'hash-number' }, noted: 'row-2' }),
    pin: random() < 0.8 ? 'right' : 'wrong',
    second: random() < 0.8 ? 'right' : 'wrong',
    ...(song && { song }),
    ...(command.type === 'RestoreHouse' && { backup: { backup: command.backup, madeAt: 0, bytes: 1 } }),
    ...(credential !== undefined && { credential }),
    ...(identified && { identified }),
    ...(saved && { saved }),
    ...(enrolled && { enrolled }),
    ...(phoneOf !== undefined && { phoneOf }),
  }
}

type ObjectSchema = {
  readonly entries: Readonly<Record<string, unknown>> & { readonly type: { readonly literal: string } }
}
interface World {
  readonly state: ReadState
  readonly now: number
}

const schemas = new Map<CommandType, ObjectSchema>(
  [...PeopleCommand.options, ...TimeCommand.options].map(option => [option.entries.type.literal, option]),
)
const byTime: ReadonlySet<string> = new Set(TimeCommand.options.map(option => option.entries.type.literal))
const inLobby = new Set<string>([
  'TouchCard',
  'MisreadCard',
  'ScanCode',
  'EnterPhone',
  'WalkIn',
  'CallDesk',
  'SayParty',
  'Enrol',
])
const byGuests = new Set<string>([
  'AddSong',
  'RemoveEntry',
  'TopEntry',
  'SkipSong',
  'ClearPreloaded',
  'LayPreloaded',
  'BeginSongs',
  'SetVocals',
  'PlaceOrder',
  'UndoOrder',
  'MarkFavourite',
  'CallService',
  'Complain',
  'WithdrawRequest',
  'ConfirmRequest',
  'ReopenRequest',
  'GiveFeedback',
  'SetDoNotDisturb',
])

// An evening needs parties that sit and drink before anything else can happen to them; a day rolls rarely.
const often: Partial<Record<CommandType, number>> = {
  OpenVisit: 8,
  TouchCard: 4,
  SeatCheckIn: 6,
  CleanRoom: 4,
  PlaceOrder: 5,
  PlaceOrderFor: 5,
  AcceptOrder: 8,
  DeliverOrder: 4,
  AddSong: 4,
  BeginSongs: 4,
  TakeRequest: 3,
  ResolveRequest: 3,
  SettleVisit: 3,
  CloseVisit: 3,
  SignIn: 3,
  JoinVisit: 3,
  LeaveVisit: 2,
}
const weighted: readonly CommandType[] = [...schemas.keys()].flatMap(type =>
  Array<CommandType>(often[type] ?? 1).fill(type),
)

function makeObject(entries: Readonly<Record<string, unknown>>, random: Random, world: World): Record<string, unknown> {
  const made: Record<string, unknown> = {}
  for (const [key, schema] of Object.entries(entries)) {
    const value = make(schema, key, random, world)
    if (value !== undefined) made[key] = value
  }
  return made
}

/** Undefined leaves an optional key out. */
function make(raw: unknown, key: string, random: Random, world: World): unknown {
  const schema = shapeOf(raw)
  if (raw === Id) return idFor(key, random, world.state)
  if (raw === Instant) return world.now + Math.floor(random() * 4 * hour)
  if (raw === Credential) return pick(random, ['00112233', 'card-wang'])
  switch (schema.type) {
    case 'literal':
      return schema.literal
    case 'boolean':
      return random() < 0.5
    case 'picklist':
      return pick(random, schema.options ?? [])
    case 'exact_optional':
      return random() < 0.5 ? undefined : make(schema.wrapped, key, random, world)
    case 'strict_object':
      return makeObject(schema.entries ?? {}, random, world)
    case 'union':
    case 'variant':
      return make(pick(random, schema.options ?? []), key, random, world)
    case 'array':
      return Array.from({ length: 1 + Math.floor(random() * 3) }, () => make(schema.item, key, random, world))
    case 'number':
      return numberFor(key, schema, random)
    case 'string':
      return textFor(key, random)
    default:
      throw new Error(`cannot make a ${schema.type} for ${key}`)
  }
}

interface Shape {
  readonly type: string
  readonly literal?: unknown
  readonly options?: readonly unknown[]
  readonly wrapped?: unknown
  readonly item?: unknown
  readonly entries?: Record<string, unknown>
  readonly pipe?: readonly { readonly type: string; readonly requirement?: unknown }[]
}
const shapeOf = (schema: unknown): Shape => schema as Shape

function numberFor(key: string, schema: Shape, random: Random): number {
  const bounds = boundsOf(schema)
  const min = Number(bounds.findLast(one => one.type === 'min_value')?.requirement ?? 0)
  const most = Number(bounds.findLast(one => one.type === 'max_value')?.requirement ?? 100)
  const max = Math.min(most, key === 'amount' || key === 'seen' ? 60_000 : min + 11)
  return min + Math.floor(random() * (max - min + 1))
}

/** A pipe may begin with a schema that has a pipe of its own. */
const boundsOf = ({ pipe = [] }: Shape): readonly { readonly type: string; readonly requirement?: unknown }[] =>
  pipe.flatMap(one => ('pipe' in one ? boundsOf(shapeOf(one)) : [one]))

function textFor(key: string, random: Random): string {
  const texts: Record<string, readonly string[]> = {
    pin: ['123456'],
    password: ['gechang8888'],
    newPin: ['480271', '123456'],
    phone: ['13800000000'],
    birthday: ['05-20'],
    code: ['ABCDEF'],
    digits: ['4821'],
    date: ['2026-11-20', '2026-11-21'],
    catalogue: ['songs/new1'],
    shelf: ['A-12'],
    host: ['192.168.1.80', 'printer.local'],
    label: ['K-0427'],
    printed: ['0045131261', '176,42493'],
    day: ['2026-11-19', '2026-11-20', '2026-11-21'],
  }
  return pick(random, texts[key] ?? ['王总', '阿强']) ?? ''
}

/** An id of the kind that the key asks for; now and then one of nothing. */
function idFor(key: string, random: Random, state: ReadState): Id {
  if (random() < 0.04) return 'nothing'
  const ids = (table: Iterable<[string, unknown]>) => [...table].map(([id]) => id)
  const visits = [...state.visits.values()]
    .filter(visit => visit.status !== 'closed' || random() < 0.2)
    .map(({ id }) => id)
  const entries = [...state.playlists.values()].flatMap(list => [
    ...list.queue,
    ...(list.playing ? [list.playing] : []),
    ...list.sung.slice(0, 2),
  ])
  const orderLines = [...state.orders.values()].flatMap(order => order.lines.map(line => line.line))
  const pools: Record<string, readonly string[]> = {
    visit: visits,
    from: visits,
    into: visits,
    checkIn: ids(state.checkIns.entries()),
    room: venue.rooms.map(room => room.id),
    tariff: venue.tariffs.map(tariff => tariff.id),
    member: [...members.keys()],
    seeker: visits.flatMap(id => (state.visits.get(id)?.seekers ?? []).map(one => one.id)),
    kept: [...members.keys()],
    gone: [...members.keys()],
    staff: staff.map(one => one.id),
    as: staff.map(one => one.id),
    booker: [...staff.map(one => one.id), 'wang'],
    accountManager: staff.map(one => one.id),
    roomClass: venue.classes.map(one => one.id),
    reservation: ids(state.reservations.entries()),
    order: ids(state.orders.entries()),
    comp: visits.flatMap(id => (state.visits.get(id)?.comps ?? []).map(one => one.comp)),
    line: orderLines,
    lines: orderLines,
    item: menu.map(one => one.id),
    options: ['cold'],
    song: songs.map(song => song.id),
    entry: entries.map(entry => entry.entry),
    request: ids(state.requests.entries()),
    keep: ids(state.keeps.entries()),
    session: [...state.sessions.values()].map(session => session.id),
    device: ids(state.sessions.entries()),
    kiosk: ['kiosk1'],
  }
  return pick(random, pools[key] ?? []) ?? 'nothing'
}

function nearby(random: Random, now: number) {
  const arrivesAt = now + Math.floor(random() * 3 * hour)
  return { arrivesAt, heldUntil: arrivesAt + Math.floor(random() * 2 * hour), party: 1 + Math.floor(random() * 12) }
}

/** Of what goes together: a gift of the house's list, or an amount. */
function worthGiving(random: Random, { item: _item, amount: _amount, ...rest }: Record<string, unknown>) {
  const item = pick(
    random,
    menu.filter(({ gift }) => gift),
  )?.id
  return rest.kind === 'gift' ? { ...rest, item } : { ...rest, amount: 1 + Math.floor(random() * 30_000) }
}
