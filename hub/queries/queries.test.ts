import * as v from 'valibot'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { Id } from '../../shared/protocol/primitives.ts'
import type { Role } from '../../shared/protocol/words.ts'
import { roles } from '../../shared/protocol/words.ts'
import type { Principal } from '../domain/principal.ts'
import { deviceId, memberId, secrets } from '../whole/furnish.testing.ts'
import { bar, kiosk, openRoom, panel, signIn } from '../whole/party.testing.ts'
import { createTestHouse, type TestHouse, type TestHub } from '../whole/venue-hub.testing.ts'

// Whole hubs, on a machine that may be doing other things.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const people: Record<Role, string> = { desk: 'lily', floor: 'chen', bar: 'bo', manager: 'mei', owner: 'huang' }
const guests: readonly Principal[] = [
  panel,
  kiosk,
  bar,
  { kind: 'station', device: deviceId('floor'), station: 'floor' },
  { kind: 'console', device: deviceId('locked') },
  { kind: 'player', device: deviceId('player') },
  { kind: 'reader', device: deviceId('reader'), kiosk: deviceId('kiosk') },
  { kind: 'phone', claim: 'f1', kiosk: deviceId('kiosk') },
]
const [wang, li] = [memberId('wang'), memberId('li')]

let house: TestHouse
let hub: TestHub
let sitting: Id

// Wang sits in V08; Li is at home.
beforeAll(async () => {
  house = await createTestHouse()
  hub = await house.open()
  sitting = (await openRoom(hub)).visit
})

const Hits = v.object({ value: v.object({ hits: v.array(v.object({ title: v.string() })) }) })
const ask = async (role: Role, query: unknown) => hub.query(await signIn(hub, people[role], role), query)
const not = { ok: false, refusal: { refused: 'not-allowed' } }

it('tells each of the staff what they may still give away today, and of nobody else', async () => {
  // The night begins.
  await house.clock.turn(1000)
  const floor = await signIn(hub, people.floor, 'floor')
  const left = v.object({ ok: v.literal(true), value: v.strictObject({ left: v.number() }) })
  const before = v.parse(left, await hub.query(floor, { type: 'CompLeft' })).value.left
  expect(before).toBeGreaterThan(500)
  const gift = { type: 'GiveComp', visit: sitting, kind: 'reduction', amount: 500, reason: 'birthday' } as const
  expect(await hub.send(floor, { ...gift, pin: '123456' })).toMatchObject({ ok: true })
  expect(await hub.query(floor, { type: 'CompLeft' })).toEqual({ ok: true, value: { left: before - 500 } })
  expect(await ask('bar', { type: 'CompLeft' })).toMatchObject({ ok: true })
  for (const by of guests) expect(await hub.query(by, { type: 'CompLeft' })).toMatchObject(not)
})

describe('who may look members up', () => {
  it.each(roles)('%s', async role => {
    const search = await ask(role, { type: 'SearchMembers', text: 'li' })
    const away = await ask(role, { type: 'MemberCard', member: li })
    const here = await ask(role, { type: 'MemberCard', member: wang })
    const phone = await ask(role, { type: 'MemberPhone', member: li })
    const rooms = await ask(role, { type: 'FreeRooms', party: 2 })
    switch (role) {
      case 'bar':
        for (const answer of [search, away, here, phone, rooms]) expect(answer).toMatchObject(not)
        break
      case 'floor':
        for (const answer of [search, phone]) expect(answer).toMatchObject(not)
        expect(away).toMatchObject({ ok: false, refusal: { refused: 'not-allowed', next: 'ask-manager' } })
        expect(here).toMatchObject({ ok: true, value: { called: 'wang', taboos: ['peanut', `${secrets.taboo}0`] } })
        for (const key of ['name', 'phoneMasked', 'birthday', 'hasBirthday', 'spend'])
          expect(here).not.toHaveProperty(`value.${key}`)
        expect(here).not.toHaveProperty('value.past.0.spend')
        expect(rooms).toMatchObject({ ok: true })
        break
      case 'desk':
        expect(search).toMatchObject({
          ok: true,
          value: { hits: [{ id: li, name: `${secrets.name}1`, present: false }] },
        })
        expect(away).toMatchObject({
          ok: true,
          value: { name: `${secrets.name}1`, phoneMasked: '••• 0001', hasBirthday: true },
        })
        for (const key of ['birthday', 'spend']) expect(away).not.toHaveProperty(`value.${key}`)
        expect(phone).toEqual({ ok: true, value: { phone: `${secrets.phone}1` } })
        break
      case 'manager':
      case 'owner':
        expect(search).toMatchObject({ ok: true, value: { hits: [{ id: li }] } })
        expect(here).toMatchObject({ ok: true, value: { spend: secrets.spend, past: [{ spend: secrets.spend }] } })
        expect(away).toMatchObject({ ok: true, value: { birthday: `${secrets.birthday}1` } })
        expect(phone).toMatchObject({ ok: true })
        break
    }
  })

  it('nobody without a person’s PIN', async () => {
    for (const by of guests)
      for (const type of ['SearchMembers', 'MemberCard', 'MemberPhone', 'FreeRooms'])
        expect(await hub.query(by, { type, text: 'li', member: wang, party: 2 })).toMatchObject({ ok: false })
    for (const by of guests) {
      expect(await hub.query(by, { type: 'MemberPhone', member: wang })).toMatchObject(not)
      expect(await hub.query(by, { type: 'SearchMembers', text: 'li' })).toMatchObject(not)
    }
  })

  it('and each look at a number is written down, the number itself is not', async () => {
    await ask('desk', { type: 'MemberPhone', member: li })
    const line = house.durable.at(-1)
    expect(line).toMatchObject({ by: { staff: 'st1-lily' }, events: [{ type: 'PhoneShown', member: li }] })
    expect(JSON.stringify([house.durable, house.logged])).not.toContain(secrets.phone)
  })

  it('finds nobody of an id that is none', async () => {
    for (const member of ['m1-nobody', 'nothing', 'm99-x'])
      expect(await ask('manager', { type: 'MemberCard', member })).toMatchObject({ refusal: { refused: 'unknown' } })
  })
})

describe('songs', () => {
  it('are found from a panel, by initials too, and those that may not be sung are not', async () => {
    expect(await hub.query(panel, { type: 'SearchSongs', text: 'wb' })).toMatchObject({
      ok: true,
      value: { hits: [{ title: '吻别' }], more: false },
    })
    expect(
      await hub.query(panel, { type: 'SearchSongs', text: '', language: 'zh', artist: '歌手', offset: 4 }),
    ).toMatchObject({
      value: { hits: [{}, {}], more: false },
    })
    expect(await hub.query(panel, { type: 'SearchSongs', text: '不该唱' })).toMatchObject({ value: { hits: [] } })
    expect(await hub.query(panel, { type: 'BrowseArtists' })).toMatchObject({
      value: { artists: [{ artist: '歌手', songs: 6 }] },
    })
  })

  it('that the party sings are told on its own panel, and on no panel once it is discreet', async () => {
    const yours = () => hub.query(panel, { type: 'YourSongs' })
    // Wang sang another one too, which may not be sung any more.
    expect(await yours()).toMatchObject({ ok: true, value: { hits: [{ title: '朋友', language: 'zh' }] } })
    const next: Principal = { kind: 'panel', device: deviceId('panel2'), room: 'v05' }
    expect(await hub.query(next, { type: 'YourSongs' })).toEqual({ ok: true, value: { hits: [] } })
    const desk = await signIn(hub, people.desk, 'desk')
    expect(await hub.send(desk, { type: 'SetDiscreet', visit: sitting, discreet: true })).toMatchObject({ ok: true })
    expect(await yours()).toEqual({ ok: true, value: { hits: [] } })
  })
})

describe('a search', () => {
  it('gives first, among equals, what this party has chosen tonight and sang before, the latter never once it is discreet', async () => {
    const titles = async () => {
      const found = await hub.query(panel, { type: 'SearchSongs', text: '歌手' })
      return v.parse(Hits, found).value.hits.map(({ title }) => title)
    }
    const desk = await signIn(hub, people.desk, 'desk')
    await hub.send(desk, { type: 'SetDiscreet', visit: sitting, discreet: false })
    expect((await titles())[0]).toBe('朋友')
    expect(await hub.send(panel, { type: 'AddSong', song: 'song3' }, { visit: sitting })).toMatchObject({ ok: true })
    const [first, second] = await titles()
    expect([first, second]).toEqual([expect.not.stringMatching('朋友'), '朋友'])
    await hub.send(desk, { type: 'SetDiscreet', visit: sitting, discreet: true })
    expect((await titles()).indexOf('朋友')).toBeGreaterThan(1)
  })
})

describe('a question that is none', () => {
  it.each([
    undefined,
    null,
    'SearchSongs',
    [],
    { type: 'constructor' },
    { type: '__proto__' },
    { type: 'SearchSongs' },
    { type: 'SearchSongs', text: 'x'.repeat(61) },
    { type: 'SearchSongs', text: 'x', offset: -1 },
    { type: 'SearchSongs', text: 'x', more: 1 },
    { type: 'FreeRooms', party: Number.NaN },
  ])('is refused: %j', async query => {
    expect(await hub.query(panel, query)).toMatchObject({ ok: false, refusal: { refused: 'malformed' } })
  })
})
