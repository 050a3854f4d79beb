/** The table principal × command, asked of a whole hub at the gate that every frame goes through. */
import { describe, expect, it, vi } from 'vitest'
import { type CommandType, commandTypes, PeopleCommand, TimeCommand } from '../../shared/protocol/commands.ts'
import { type Query, type QueryOf, type QueryType, queryTypes } from '../../shared/protocol/queries.ts'
import type { Role } from '../../shared/protocol/words.ts'
import type { Principal } from '../domain/principal.ts'
import { randomCommand, randomOf } from '../domain/random-command.testing.ts'
import { emptyState } from '../domain/state.ts'
import type { Asker } from '../identity/authorise.ts'
import { askerOf, unsigned, whoMay } from '../identity/who-may.testing.ts'
import { deviceId, staffId } from './furnish.testing.ts'
import { bar, kiosk, openRoom, panel, signIn } from './party.testing.ts'
import { createTestHouse, type TestHouse, type TestHub } from './venue-hub.testing.ts'

// Whole hubs, on a machine that may be doing other things.
vi.setConfig({ testTimeout: 60_000 })

const ofPeople = PeopleCommand.options.map(option => option.entries.type.literal)
const ofTime = TimeCommand.options.map(option => option.entries.type.literal)

/** Well formed, about nothing that is there. */
function sampleOf(type: CommandType) {
  const command = randomCommand(randomOf(7), emptyState(), Date.UTC(2026, 10, 20, 12), [type])
  return JSON.parse(JSON.stringify(command))
}

/** A query that is missing here does not compile. */
const queries: { readonly [T in QueryType]: QueryOf<T> } = {
  SearchSongs: { type: 'SearchSongs', text: '' },
  BrowseArtists: { type: 'BrowseArtists' },
  YourSongs: { type: 'YourSongs' },
  SearchMembers: { type: 'SearchMembers', text: '王' },
  FindGuests: { type: 'FindGuests', text: '王' },
  MemberCard: { type: 'MemberCard', member: 'm1-nothing' },
  MemberPhone: { type: 'MemberPhone', member: 'm1-nothing' },
  MemberFile: { type: 'MemberFile', member: 'm1-nothing' },
  MemberCode: { type: 'MemberCode', member: 'm1-nothing' },
  ReadCard: { type: 'ReadCard', device: 'd1-nothing' },
  FreeRooms: { type: 'FreeRooms', party: 4 },
  RoomsToPromise: { type: 'RoomsToPromise', arrivesAt: 0, heldUntil: 1 },
  CompLeft: { type: 'CompLeft' },
  TestPrinter: { type: 'TestPrinter' },
  Keeps: { type: 'Keeps', of: 'all' },
  PrintKeep: { type: 'PrintKeep', keep: 'nothing' },
  Nights: { type: 'Nights' },
  TellNight: { type: 'TellNight', day: '2026-11-20' },
  TellVisit: { type: 'TellVisit', day: '2026-11-20', visit: 'nothing' },
  MenuSetup: { type: 'MenuSetup' },
  StaffSetup: { type: 'StaffSetup' },
  VenueSetup: { type: 'VenueSetup' },
  PlanSongs: { type: 'PlanSongs', upload: 'nothing', file: '歌单.csv', absent: 'keep' },
  SongsSetup: { type: 'SongsSetup' },
  Backups: { type: 'Backups' },
}

/** Who has each role, and the console they sign in on. */
const people: readonly (readonly [Role, string])[] = [
  ['desk', 'lily'],
  ['floor', 'chen'],
  ['bar', 'bo'],
  ['manager', 'mei'],
  ['owner', 'huang'],
]
const known: readonly Principal[] = [
  panel,
  kiosk,
  { kind: 'phone', claim: 'f1', kiosk: deviceId('kiosk') },
  { kind: 'reader', device: deviceId('reader'), kiosk: deviceId('kiosk') },
  { kind: 'player', device: deviceId('player') },
  ...unsigned,
]

const no = (by: Principal) => ({ refused: 'not-allowed', next: by.kind === 'console' ? 'sign-in' : 'none' })

/** The gate's word is the first thing that a frame hears: nothing was looked up for it, and nothing written. */
async function takes(house: TestHouse, hub: TestHub, by: Principal, type: CommandType, visit?: string) {
  const before = house.durable.length
  const answer = await hub.submit(by, {
    tappedAt: house.clock.now(),
    ...(visit !== undefined && { visit }),
    command: sampleOf(type),
  })
  const refused = !answer.ok && JSON.stringify(answer.refusal) === JSON.stringify(no(by))
  if (refused) expect(house.durable.length, `${askerOf(by)} ${type} left something behind`).toBe(before)
  return !refused
}

async function tells(hub: TestHub, by: Principal, query: Query): Promise<boolean> {
  const answer = await hub.query(by, query)
  return answer.ok || JSON.stringify(answer.refusal) !== JSON.stringify(no(by))
}

const broken = ({ logged }: TestHouse) => logged.filter(({ event }) => event === 'command-broken')

describe('the gate', () => {
  it('is asked every command there is', () => {
    expect([...ofPeople, ...ofTime].sort()).toEqual([...commandTypes].sort())
  })

  it.each<[Asker, Principal]>(known.map(by => [askerOf(by), by]))('lets %s through with its own', async (asker, by) => {
    const house = await createTestHouse()
    const hub = await house.open()
    const { visit } = await openRoom(hub)
    const own = whoMay(asker)
    for (const type of ofPeople) expect([type, await takes(house, hub, by, type, visit)]).toEqual([type, own.has(type)])
    expect(broken(house)).toEqual([])
  })

  it.each(people)('lets %s through with the own of that role', async (role, name) => {
    const house = await createTestHouse()
    const hub = await house.open()
    const own = whoMay(role)
    for (const type of ofPeople) {
      // Some of these end the session.
      const by = await signIn(hub, name, role, deviceId('desk'))
      expect([type, await takes(house, hub, by, type)]).toEqual([type, own.has(type)])
    }
    expect(broken(house)).toEqual([])
  })

  it('answers each what they may ask, and nobody else', async () => {
    const house = await createTestHouse()
    const hub = await house.open()
    await openRoom(hub)
    for (const by of known)
      for (const type of queryTypes)
        expect([askerOf(by), type, await tells(hub, by, queries[type])]).toEqual([
          askerOf(by),
          type,
          whoMay(askerOf(by)).has(type),
        ])
    for (const [role, name] of people) {
      const by = await signIn(hub, name, role, deviceId('desk'))
      for (const type of queryTypes)
        expect([role, type, await tells(hub, by, queries[type])]).toEqual([role, type, whoMay(role).has(type)])
    }
    expect(broken(house)).toEqual([])
  })

  it('writes down whom it turned away, and from what', async () => {
    const house = await createTestHouse()
    const hub = await house.open()
    const floor = await signIn(hub, 'chen', 'floor', deviceId('desk'))
    await takes(house, hub, panel, 'EraseMember')
    await tells(hub, floor, queries.SearchMembers)
    await tells(hub, floor, queries.FreeRooms)
    expect(house.logged.filter(({ event }) => event === 'not-allowed')).toEqual([
      { level: 'warn', event: 'not-allowed', detail: { what: 'EraseMember', by: panel } },
      { level: 'warn', event: 'not-allowed', detail: { what: 'SearchMembers', by: floor } },
    ])
  })

  it('writes down when, who and from where with each thing that is done', async () => {
    const house = await createTestHouse()
    const hub = await house.open()
    const manager = await signIn(hub, 'mei', 'manager', deviceId('desk'))
    await house.clock.turn(7000)
    expect(await hub.send(manager, { type: 'SetOutOfOrder', room: 'v01', outOfOrder: true })).toMatchObject({
      ok: true,
    })
    expect(house.durable.at(-1)).toMatchObject({
      at: house.clock.now(),
      command: { type: 'SetOutOfOrder' },
      by: { device: deviceId('desk'), staff: staffId('mei') },
    })
  })

  it('takes no command of time from anybody', async () => {
    const house = await createTestHouse()
    const hub = await house.open()
    const everybody = [...known, await signIn(hub, 'huang', 'owner', deviceId('desk')), { kind: 'system' } as const]
    for (const by of everybody)
      for (const type of ofTime)
        expect(await hub.submit(by, { tappedAt: 0, command: sampleOf(type) })).toMatchObject({
          refusal: { refused: 'malformed' },
        })
  })

  it('takes nothing for another room’s party, nothing of a session that ended, nothing of one that never was', async () => {
    const house = await createTestHouse()
    const hub = await house.open()
    const { visit } = await openRoom(hub)
    const owner = await signIn(hub, 'huang', 'owner', deviceId('desk'))
    await house.clock.turn(5 * 60_000 + 1)
    expect(hub.sessionOf(owner.device)).toBeUndefined()
    const before = house.durable.length
    const nobodies: readonly Principal[] = [
      { kind: 'panel', device: 'd1-other', room: 'v05' },
      owner,
      { ...owner, session: 's-forged' },
      { ...owner, device: deviceId('mei'), staff: staffId('mei') },
    ]
    for (const by of nobodies)
      for (const type of ofPeople) {
        const answer = await hub.submit(by, { tappedAt: house.clock.now(), visit, command: sampleOf(type) })
        expect([type, answer]).toMatchObject([type, { ok: false }])
      }
    expect(house.durable.slice(before)).toEqual([])
  })

  it('does nothing at a station that was meant for a session there which ended', async () => {
    const house = await createTestHouse()
    const hub = await house.open()
    const { device, session } = await signIn(hub, 'mei', 'manager', deviceId('bar'))
    await house.clock.turn(5 * 60_000 + 1)
    expect(hub.sessionOf(device)).toBeUndefined()
    const soldOut = { type: 'SetSoldOut', item: 'beer', soldOut: true } as const
    expect(await hub.send(bar, soldOut, { session })).toMatchObject({ refusal: { refused: 'signed-out' } })
    expect(await hub.send(bar, soldOut)).toEqual({ ok: true, result: {} })
  })
})
