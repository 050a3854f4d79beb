/** Whatever comes over the wire: refused, nothing of it kept, and the next tap goes through. */
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { commandTypes, PeopleCommand, TimeCommand } from '../../shared/protocol/commands.ts'
import type { Principal } from '../domain/principal.ts'
import { may } from '../identity/authorise.ts'
import { settled } from '../system/told-clock.ts'
import { deviceId, staffId } from './furnish.testing.ts'
import { badCommand, badQuery } from './nasty.testing.ts'
import { bar, beer, kiosk, openRoom, panel, signIn } from './party.testing.ts'
import { createTestHouse } from './venue-hub.testing.ts'

// Whole hubs, on a machine that may be doing other things.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const everybody: readonly Principal[] = [
  panel,
  bar,
  kiosk,
  { kind: 'console', device: deviceId('locked') },
  { kind: 'player', device: deviceId('player') },
  { kind: 'phone', claim: 'f1', kiosk: deviceId('kiosk') },
  // A session that has ended long ago.
  { kind: 'staff', device: deviceId('mei'), session: 's-old', staff: staffId('mei'), role: 'manager' },
]

const order = { type: 'PlaceOrder', source: 'menu', lines: [{ item: 'beer', qty: 2 }], seen: 7_600 }
const envelope = (more: object = {}) => ({ tappedAt: Date.UTC(2026, 10, 20, 12), command: order, ...more })

const rubbish: readonly (readonly [string, unknown])[] = [
  ['nothing', undefined],
  ['null', null],
  ['a word', 'PlaceOrder'],
  ['a list', [envelope()]],
  ['a function', () => envelope()],
  ['bytes', Buffer.alloc(64)],
  ['no command', { tappedAt: 1 }],
  ['no time', { command: order }],
  ['a time that is none', envelope({ tappedAt: Number.NaN })],
  ['a time before time', envelope({ tappedAt: -1 })],
  ['an unknown command', envelope({ command: { type: 'GiveMeEverything' } })],
  ['a command of time', envelope({ command: { type: 'RollDay', day: '2026-11-21' } })],
  ['a command called like a thing of every object', envelope({ command: { type: 'constructor' } })],
  ['__proto__ as command', envelope({ command: { type: '__proto__' } })],
  ['a key too many', envelope({ role: 'owner' })],
  ['a key too many inside', envelope({ command: { ...order, price: 0 } })],
  ['a number that is none', envelope({ command: { ...order, seen: '7600' } })],
  ['too many of one', envelope({ command: { ...order, lines: [{ item: 'beer', qty: 1e9 }] } })],
  ['half a bottle', envelope({ command: { ...order, lines: [{ item: 'beer', qty: 0.5 }] } })],
  ['an endless list', envelope({ command: { ...order, lines: Array(5_000).fill({ item: 'beer', qty: 1 }) } })],
  ['a word without end', envelope({ command: { type: 'TouchCard', card: '0'.repeat(1_000_000) } })],
  ['an id that is a path', envelope({ visit: '../../etc/passwd' })],
  ['a number of no outbox', envelope({ outbox: 'o1', n: 0 })],
  ['half a number', envelope({ outbox: 'o1', n: 1.5 })],
]

describe('a frame that is none', () => {
  it.each(rubbish)('%s', async (_what, raw) => {
    const house = await createTestHouse()
    const hub = await house.open()
    const { visit } = await openRoom(hub)
    const before = house.durable.length
    for (const by of everybody)
      expect(await hub.submit(by, raw)).toMatchObject({ ok: false, refusal: { refused: 'malformed' } })
    await settled()
    expect(house.durable).toHaveLength(before)
    expect(await hub.send(panel, ...beer(visit, 1))).toMatchObject({ ok: true })
  })

  it('with keys of every object’s prototype changes nothing but itself', async () => {
    const house = await createTestHouse()
    const hub = await house.open()
    const { visit } = await openRoom(hub)
    const raw: unknown = JSON.parse(
      `{"tappedAt":${house.clock.now()},"visit":"${visit}","__proto__":{"sure":true},"command":{"type":"CallService","service":"ice","__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}}`,
    )
    await hub.submit(panel, raw)
    expect(({} as Record<string, unknown>).admin).toBeUndefined()
    expect(JSON.stringify(house.durable)).not.toContain('admin')
  })

  it('whatever it is: any JSON at all gets an answer, and none of it a fact', async () => {
    const house = await createTestHouse()
    const hub = await house.open()
    const before = house.durable.length
    const command = fc
      .record({ type: fc.constantFrom(...commandTypes) }, { noNullPrototype: true })
      .chain(typed => fc.dictionary(fc.string(), fc.jsonValue()).map(more => ({ ...more, ...typed })))
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.jsonValue(), fc.record({ tappedAt: fc.anything(), command }), fc.anything()),
        fc.constantFrom(...everybody),
        async (raw, by) => {
          const answer = await hub.submit(by, raw)
          expect(typeof answer.ok).toBe('boolean')
        },
      ),
      { numRuns: 500 },
    )
    await settled()
    const facts = house.durable.slice(before).flatMap(({ command: { type } }) => type)
    // What needs nothing but its name is a command, whoever found it by chance.
    for (const type of facts) expect(['CallDesk', 'SetDoNotDisturb', 'WalkIn', 'RollDay']).toContain(type)
    expect(hub.health.status).toBe('ok')
  })
})

describe('every command, with something in it put wrong', () => {
  const ofPeople = PeopleCommand.options.map(option => option.entries.type.literal)
  /** Each by whoever may ask it, in a house with a party in it. */
  const askers = (signedIn: Principal): readonly Principal[] => [signedIn, ...everybody.slice(0, 6)]

  it('gets an answer, breaks nothing, and leaves no object other than it was', async () => {
    const house = await createTestHouse()
    let hub = await house.open()
    const { visit } = await openRoom(hub)
    const owner = () => signIn(hub, 'huang', 'owner', deviceId('desk'))
    for (const type of ofPeople) {
      const by = askers(await owner()).find(each => may(each, type))
      if (!by) throw new Error(`nobody may ask ${type}`)
      const for_ = by.kind === 'panel' ? { visit } : {}
      const bad = badCommand(type)
      await fc.assert(
        fc.asyncProperty(bad, async command => {
          const answer = await hub.submit(by, { tappedAt: house.clock.now(), ...for_, command })
          expect(answer.ok || answer.refusal.refused).not.toBe('unavailable')
        }),
        { numRuns: 8 },
      )
    }
    await fc.assert(
      fc.asyncProperty(badQuery, fc.constantFrom(panel, await owner()), async (query, by) => {
        const answer = await hub.query(by, query)
        expect(answer.ok || answer.refusal.refused).not.toBe('unavailable')
      }),
      { numRuns: 200 },
    )
    await settled()
    expect(house.logged.filter(({ level, event }) => level === 'error' && event !== 'backup-failed')).toEqual([])
    expect('polluted' in {}).toBe(false)
    expect(Object.keys(Object.prototype)).toEqual([])
    // Whatever of it was a command after all can be read again.
    hub = await house.open()
    expect(hub.health.status).toBe('ok')
  })
})

describe('what only time may ask', () => {
  it('nobody else may', async () => {
    const house = await createTestHouse()
    const hub = await house.open()
    const types = TimeCommand.options.map(option => option.entries.type.literal)
    for (const type of types)
      for (const by of everybody)
        expect(await hub.submit(by, envelope({ command: { type, visit: 'v1', day: '2026-11-21' } }))).toMatchObject({
          refusal: { refused: 'malformed' },
        })
  })
})
