/** Cards from the desk to the lobby and back, on a whole hub. */
import { describe, expect, it } from 'vitest'
import type { CommandOf, PeopleCommand } from '../../shared/protocol/commands.ts'
import type { MemberCardView } from '../../shared/protocol/queries.ts'
import { textCard } from '../domain/fixture.testing.ts'
import type { Principal } from '../domain/principal.ts'
import { deviceId, memberId, memberRows } from './furnish.testing.ts'
import { kiosk, signIn } from './party.testing.ts'
import { createTestHouse, type TestHub } from './venue-hub.testing.ts'

const reader: Principal & { device: string } = { kind: 'reader', device: deviceId('reader'), kiosk: deviceId('kiosk') }

const page = { kind: 'kiosk', device: deviceId('kiosk') } as const

async function open() {
  const house = await createTestHouse()
  const hub = await house.open()
  return { house, hub, manager: await signIn(hub, 'mei', 'manager') }
}

async function cardsOf(hub: TestHub, by: Principal, member: string): Promise<MemberCardView['cards']> {
  const answer = await hub.query(by, { type: 'MemberCard', member })
  if (!answer.ok) throw new Error(answer.refusal.refused)
  return (answer.value as MemberCardView).cards
}

/** The desk waits at the reader, and the card is touched. */
async function readAt(hub: TestHub, by: Principal, at: Principal & { device: string }, text: string, after?: string) {
  const ask = { type: 'ReadCard', device: at.device, ...(after !== undefined && { after }) }
  expect(await hub.query(by, ask)).toEqual({ ok: true, value: {} })
  expect(await hub.send(at, { type: 'TouchCard', card: text })).toEqual({ ok: true, result: {} })
  const answer = await hub.query(by, ask)
  expect(answer).toMatchObject({ ok: true, value: { tail: text.slice(-4) } })
  return answer.ok ? String((answer.value as { read?: string }).read) : ''
}

type Samples = CommandOf<'SetCardFormat'>['samples']
const learning = (device: string, ...samples: Samples): CommandOf<'SetCardFormat'> => ({
  type: 'SetCardFormat',
  device,
  samples,
})

const touch = (hub: TestHub, by: Principal, card: string) => hub.send(by, { type: 'TouchCard', card })

describe('a reader learns its format', () => {
  it('from one card, and every format of it is one card from then on', async () => {
    const { house, hub, manager } = await open()
    const wang = memberId('wang')
    const read = await readAt(hub, manager, reader, '0102B0A5FD')
    const learn = learning(reader.device, { read, printed: '0045131261' })
    expect(await hub.send(manager, learn)).toMatchObject({ ok: true })
    expect(hub.watch(manager).slices.get(`device/${reader.device}`)).toMatchObject({ cardFormat: 'em-10h' })
    expect(await hub.send(manager, { type: 'AddCard', member: wang, from: { printed: '688,42493' } })).toMatchObject({
      refusal: { refused: 'card-unreadable' },
    })
    expect(await hub.send(manager, { type: 'AddCard', member: wang, from: { printed: '00688,42493' } })).toMatchObject({
      ok: true,
    })
    await house.clock.turn(5000)
    expect(await touch(hub, reader, '0102b0a5fe')).toMatchObject({ ok: false })
    expect(await touch(hub, reader, '0102b0a5fd')).toMatchObject({ ok: true, result: { checkIn: expect.anything() } })
  })

  it('not from a number that fits several, nor from one that fits none, nor where the UID is cut', async () => {
    const { house, hub, manager } = await open()
    const learn = (...samples: Samples) => hub.send(manager, learning(reader.device, ...samples))
    const first = await readAt(hub, manager, reader, '04A1A104')
    const sample = { read: first, printed: '04A1A104' }
    expect(await learn(sample)).toMatchObject({ refusal: { refused: 'format-unclear' } })
    const second = await readAt(hub, manager, reader, 'C3B2A104', first)
    expect(await learn(sample, { read: second, printed: '04A1B2C4' })).toMatchObject({
      refusal: { refused: 'format-none' },
    })
    expect(await learn(sample, { read: second, printed: '04A1B2C3' })).toMatchObject({ ok: true })
    const cut = await readAt(hub, manager, reader, 'B3A20488', second)
    expect(await learn({ read: cut, printed: '04A2B3C4D5E680' })).toMatchObject({
      refusal: { refused: 'card-colliding' },
    })
    await house.clock.turn(6 * 60_000)
    expect(await learn(sample)).toMatchObject({ refusal: { refused: 'card-not-read' } })
  })

  it('from its own touches only', async () => {
    const { hub, manager } = await open()
    const read = await readAt(hub, manager, page, '0102B0A5FD')
    const learn = learning(reader.device, { read, printed: '0045131261' })
    expect(await hub.send(manager, learn)).toMatchObject({ refusal: { refused: 'card-not-read' } })
  })
})

describe('ten touches of one card in three seconds', () => {
  it('are one check-in, by a reader with a format and a page without', async () => {
    const { house, hub, manager } = await open()
    const read = await readAt(hub, manager, reader, '0045131261')
    const learn = learning(reader.device, { read, printed: '176,42493' })
    expect(await hub.send(manager, learn)).toMatchObject({ ok: true })
    const from = { read } as const
    expect(await hub.send(manager, { type: 'AddCard', member: memberId('wang'), from })).toMatchObject({ ok: true })
    await house.clock.turn(5000)
    const answers = []
    for (let n = 0; n < 10; n++) {
      answers.push(await touch(hub, n % 2 ? kiosk : reader, '0045131261'))
      await house.clock.turn(290)
    }
    expect(new Set(answers.map(answer => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]).toMatchObject({ ok: true, result: { checkIn: expect.anything() } })
    expect(house.durable.flatMap(({ events }) => events).filter(({ type }) => type === 'CheckedIn')).toHaveLength(1)
  })
})

describe('a touch that waited in the lobby’s own outbox', () => {
  it('welcomes nobody later', async () => {
    const { house, hub } = await open()
    const tappedAt = house.clock.now()
    await house.clock.turn(11_000)
    const answer = await hub.send(kiosk, { type: 'TouchCard', card: 'card-wang' }, { tappedAt })
    expect(answer).toMatchObject({ refusal: { refused: 'late' } })
    expect(house.durable.flatMap(({ events }) => events).filter(({ type }) => type.startsWith('Check'))).toEqual([])
  })
})

describe('a member’s cards', () => {
  it('are added by touch, blocked from that second, found again, and replaced', async () => {
    const { house, hub, manager } = await open()
    const li = memberId('li')
    const read = await readAt(hub, manager, reader, '0000012345')
    expect(await hub.send(manager, { type: 'AddCard', member: li, from: { read } })).toMatchObject({ ok: true })
    const [, added] = await cardsOf(hub, manager, li)
    expect(added).toEqual({ id: `${li}.k2`, tail: '2345', blocked: false })
    const card = added?.id ?? ''
    expect(await hub.send(manager, { type: 'BlockCard', member: li, card })).toMatchObject({ ok: true })
    await house.clock.turn(5000)
    expect(await touch(hub, reader, '0000012345')).toMatchObject({
      refusal: { refused: 'please-wait', next: 'call-staff' },
    })
    expect(await hub.send(manager, { type: 'BlockCard', member: li, card })).toMatchObject({ ok: false })
    expect(await hub.send(manager, { type: 'UnblockCard', member: li, card })).toMatchObject({ ok: true })
    const from = { printed: '0000099999' }
    expect(await hub.send(manager, { type: 'ReplaceCard', member: li, card, from })).toMatchObject({ ok: true })
    expect((await cardsOf(hub, manager, li)).map(({ tail, blocked }) => [tail, blocked])).toEqual([
      ['d-li', false],
      ['2345', true],
      ['9999', false],
    ])
    await house.clock.turn(5000)
    expect(await touch(hub, reader, '0000012345')).toMatchObject({ refusal: { next: 'call-staff' } })
    expect(await touch(hub, reader, '0000099999')).toMatchObject({ ok: true })
  })

  it('are nobody else’s', async () => {
    const { hub, manager } = await open()
    const from = { printed: 'card-wang' }
    expect(await hub.send(manager, { type: 'AddCard', member: memberId('li'), from })).toMatchObject({
      refusal: { refused: 'card-taken', about: memberId('wang') },
    })
    const own = { type: 'ReplaceCard', member: memberId('li'), card: 'li.k1', from } as const
    expect(await hub.send(manager, own)).toMatchObject({ refusal: { refused: 'card-taken' } })
    expect(await cardsOf(hub, manager, memberId('li'))).toMatchObject([{ blocked: false }])
  })

  it('are one member’s when two desks write one card down at the same moment', async () => {
    const { house, hub, manager } = await open()
    const desk = await signIn(hub, 'lily', 'desk')
    const [wang, li] = [memberId('wang'), memberId('li')]
    const [own] = await cardsOf(hub, manager, li)
    const from = { printed: '0000077777' }
    const both = (one: PeopleCommand, other: PeopleCommand) =>
      Promise.all([hub.send(manager, one), hub.send(desk, other)])
    const [first, second] = await both(
      { type: 'AddCard', member: wang, from },
      { type: 'ReplaceCard', member: li, card: own?.id ?? '', from },
    )
    expect(first).toMatchObject({ ok: true })
    expect(second).toMatchObject({ refusal: { refused: 'card-taken', about: wang } })
    await house.clock.turn(5000)
    expect(await touch(hub, reader, '0000077777')).toMatchObject({ ok: true })
    expect(await cardsOf(hub, manager, li)).toMatchObject([{ tail: 'd-li', blocked: false }])

    // What was refused on its way is free again.
    const free = { printed: '0000088888' }
    expect(await hub.send(manager, { type: 'AddCard', member: 'm1-none', from: free })).toMatchObject({ ok: false })
    const [saved, added] = await both({ type: 'RenewCode', member: li }, { type: 'AddCard', member: li, from: free })
    expect([saved.ok, added.ok]).toEqual([true, false])
    expect(await hub.send(desk, { type: 'AddCard', member: li, from: free })).toMatchObject({ ok: true })
    expect(await hub.send(desk, { type: 'AddCard', member: wang, from: free })).toMatchObject({
      refusal: { refused: 'card-taken', about: li },
    })
  })

  it('that the member has not cannot be blocked', async () => {
    const { hub, manager } = await open()
    for (const card of [`${memberId('li')}.k9`, `${memberId('wang')}.k1`])
      expect(await hub.send(manager, { type: 'BlockCard', member: memberId('li'), card })).toMatchObject({
        refusal: { refused: 'unknown' },
      })
  })

  it('of a data folder from before cards had kinds go on working', async () => {
    const house = await createTestHouse()
    const path = 'data/members/m1.json'
    const whole = JSON.parse(String(await house.disk.inner.read(path)))
    for (const row of whole.value.rows)
      for (const version of row.versions)
        version.value.cards = version.value.cards.map((card: { number: string; blocked: boolean }) => ({
          number: card.number,
          blocked: card.blocked,
        }))
    await house.disk.inner.replace(path, JSON.stringify(whole))
    const hub = await house.open()
    expect(await touch(hub, kiosk, 'card-wang')).toMatchObject({ ok: true })
    const manager = await signIn(hub, 'mei', 'manager')
    const wang = memberId('wang')
    const [card] = await cardsOf(hub, manager, wang)
    expect(card).toEqual({ id: `${wang}.k1`, tail: 'wang', blocked: false })
    expect(await hub.send(manager, { type: 'BlockCard', member: wang, card: `${wang}.k1` })).toMatchObject({ ok: true })
    await hub.stop()
    const again = await house.open()
    expect((await cardsOf(again, await signIn(again, 'mei', 'manager'), wang))[0]).toMatchObject({ blocked: true })
  })

  it('and their numbers are in no line of the journal, nor in the checkpoint', async () => {
    const { house, hub, manager } = await open()
    const read = await readAt(hub, manager, reader, '7788990011')
    await hub.send(manager, { type: 'AddCard', member: memberId('li'), from: { read } }, { outbox: 'o1', n: 1 })
    await hub.send(
      manager,
      { type: 'AddCard', member: memberId('li'), from: { printed: '7788990022' } },
      { outbox: 'o1', n: 2 },
    )
    await house.clock.turn(5000)
    await touch(hub, reader, '7788990011')
    await hub.stop()
    for (const path of [
      ...(await house.disk.inner.list('data/journal')).map(name => `data/journal/${name}`),
      'data/checkpoint.json',
    ])
      expect(String(await house.disk.inner.read(path))).not.toContain('778899')
    expect(textCard('x', '7788990011').hex).toContain('37373838')
  })
})

describe('a new member at the desk', () => {
  const details = { called: '陈姐', name: '陈美', tier: 'gold', phone: '13900001111', welcome: true } as const

  it('has a file, and is found and known at once', async () => {
    const { hub, manager } = await open()
    const answer = await hub.send(manager, { type: 'NewMember', details })
    const member = answer.ok ? String(answer.result.member) : ''
    expect(await hub.query(manager, { type: 'SearchMembers', text: '陈美' })).toMatchObject({
      value: { hits: [{ id: member, called: '陈姐' }] },
    })
    expect(await hub.send(kiosk, { type: 'EnterPhone', phone: '13900001111' })).toMatchObject({ ok: true })
  })

  it('is asked about once where the phone number is a member’s already', async () => {
    const { hub, manager } = await open()
    const [known] = memberRows
    const again = { ...details, phone: known?.phone ?? '' }
    expect(await hub.send(manager, { type: 'NewMember', details: again })).toMatchObject({
      refusal: { refused: 'phone-taken', next: 'confirm', about: known?.id },
    })
    expect(await hub.query(manager, { type: 'SearchMembers', text: '陈美' })).toMatchObject({ value: { hits: [] } })
    expect(await hub.send(manager, { type: 'NewMember', details: again }, { sure: true })).toMatchObject({ ok: true })
  })

  it('has a code when they ask for one, and the one before is nobody’s', async () => {
    const { house, hub, manager } = await open()
    const li = memberId('li')
    const code = async () => {
      const answer = await hub.query(manager, { type: 'MemberCode', member: li })
      return answer.ok ? (answer.value as { code: string }).code : ''
    }
    const before = await code()
    expect(await hub.send(manager, { type: 'RenewCode', member: li })).toMatchObject({ ok: true })
    const after = await code()
    expect(after).not.toBe(before)
    expect(await hub.send(kiosk, { type: 'ScanCode', code: before })).toMatchObject({ ok: false })
    const foreign = 'MFRGGZDFMZTWQ2LKNNWG23TPOI'
    expect(await hub.send(kiosk, { type: 'ScanCode', code: foreign })).toMatchObject({
      refusal: { refused: 'please-wait' },
    })
    const failures = house.durable.flatMap(({ events }) => events).filter(({ type }) => type === 'CheckInFailed')
    expect(failures).toMatchObject([{ failure: 'unknown' }, { failure: 'wrong-venue' }])
    expect(await hub.send(kiosk, { type: 'ScanCode', code: after })).toMatchObject({ ok: true })
  })
})
