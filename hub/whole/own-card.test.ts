/** A guest's phone and its owner's card, on a whole hub: enrolled, changed, left, erased from memory and disk. */
import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { CommandOf } from '../../shared/protocol/commands.ts'
import { codeHead, codeMacBytes, codeStepAt } from '../../shared/protocol/rotating-code.ts'
import { settled } from '../system/told-clock.ts'
import { memberId } from './furnish.testing.ts'
import { kiosk, signIn } from './party.testing.ts'
import { createTestHouse, type TestHouse, type TestHub } from './venue-hub.testing.ts'

const phone = { kind: 'phone', claim: 'f1', kiosk: 'd1-kiosk' } as const
const enrol: CommandOf<'Enrol'> = {
  type: 'Enrol',
  called: '阿强',
  tastes: ['beer'],
  welcome: false,
  discreet: false,
  party: 2,
}

async function enrolled(): Promise<{ house: TestHouse; hub: TestHub; member: string; checkIn: string }> {
  const house = await createTestHouse()
  const hub = await house.open()
  const answer = await hub.send(phone, enrol)
  if (!answer.ok) throw new Error(answer.refusal.refused)
  return { house, hub, member: String(answer.result.member), checkIn: String(answer.result.checkIn) }
}

describe('a member’s own card', () => {
  it('shows what they allowed and nothing else, and changes as they say', async () => {
    const { hub } = await enrolled()
    const page = hub.watch(phone)
    expect(page.slices.get('card')).toEqual({
      called: '阿强',
      tastes: ['beer'],
      welcome: false,
      discreet: false,
      showHistory: false,
      leaving: false,
    })
    const changes = { called: '强哥', tastes: ['tea' as const], welcome: true }
    expect(await hub.send(phone, { type: 'SaveMyself', changes })).toMatchObject({ ok: true })
    expect(page.slices.get('card')).toMatchObject({ called: '强哥', tastes: ['tea'], welcome: true })
    expect(page.slices.get('self')).toMatchObject({ called: '强哥' })
  })

  it('stays the one that its phone shows where the house made one file of it and an older one', async () => {
    const { hub, member } = await enrolled()
    const page = hub.watch(phone)
    const manager = await signIn(hub, 'mei', 'manager')
    const kept = memberId('zhao')
    const merge: CommandOf<'MergeMembers'> = {
      type: 'MergeMembers',
      kept,
      keptRev: 1,
      gone: member,
      goneRev: 1,
      take: ['called'],
      pin: '123456',
    }
    expect(await hub.send(manager, merge)).toMatchObject({ ok: true })
    expect(page.slices.get('card')).toMatchObject({ called: '阿强' })
    const save = { type: 'SaveMyself', changes: { called: '强哥' } } as const
    expect(await hub.send(phone, save)).toMatchObject({ ok: true })
    expect(page.slices.get('card')).toMatchObject({ called: '强哥' })
    expect(await hub.send(phone, { type: 'AskToLeave' })).toMatchObject({ ok: true })
    expect(page.slices.get('card')).toMatchObject({ leaving: true })
  })

  it('is written so often and no oftener by one phone, whose every fact counts', async () => {
    const { house, hub } = await enrolled()
    const save = (called: string) => hub.send(phone, { type: 'SaveMyself', changes: { called } })
    for (let change = 1; change < 60; change++) expect(await save(`强${change}`)).toMatchObject({ ok: true })
    const before = [house.durable.length, house.disk.steps.length]
    expect(await save('强哥')).toMatchObject({ refusal: { refused: 'please-wait', next: 'call-staff' } })
    expect([house.durable.length, house.disk.steps.length]).toEqual(before)
    const again = await house.open()
    expect(await again.send(phone, enrol)).toMatchObject({ refusal: { refused: 'please-wait' } })
    expect(await again.send({ ...phone, claim: 'f2' }, enrol)).toMatchObject({ ok: true })
  })

  it('is made once, also where six in the morning lies between the tap and its answer', async () => {
    const house = await createTestHouse()
    const hub = await house.open()
    await house.clock.turn(Date.parse('2026-11-21T06:00:00+08:00') - house.clock.now() - 3000)
    const tap = { outbox: 'o1', n: 1 }
    const first = await hub.send(phone, enrol, tap)
    expect(first).toMatchObject({ ok: true })
    await house.clock.turn(5000)
    expect(house.durable.some(({ events }) => events.some(({ type }) => type === 'DayRolled'))).toBe(true)
    expect(await hub.send(phone, enrol, tap)).toEqual(first)
    expect(await hub.send(phone, enrol, { outbox: 'o2', n: 1 })).toMatchObject({ refusal: { refused: 'already-done' } })
    const again = await house.open()
    expect(await again.send(phone, enrol, tap)).toEqual(first)
  })

  it('of a saved code opens when staff received who shows it, and then without taboos, phone or spend', async () => {
    const house = await createTestHouse()
    const hub = await house.open()
    const page = hub.watch(phone)
    const answer = await hub.send(phone, { type: 'ScanCode', code: 'code-wang-0123456789' })
    if (!answer.ok) throw new Error(answer.refusal.refused)
    expect(page.slices.has('card')).toBe(false)
    const turnOn = { type: 'SaveMyself', changes: { showHistory: true } } as const
    expect(await hub.send(phone, turnOn)).toMatchObject({ refusal: { refused: 'please-wait' } })
    const desk = await signIn(hub, 'lily', 'desk')
    const seat = {
      type: 'SeatCheckIn',
      checkIn: String(answer.result.checkIn),
      room: 'v08',
      tariff: 'big-timed',
    } as const
    expect(await hub.send(desk, seat)).toMatchObject({ ok: true })
    expect(page.slices.get('card')).toMatchObject({ called: 'wang', showHistory: false })
    expect(page.slices.get('card')).not.toHaveProperty('past')
    expect(await hub.send(phone, turnOn)).toMatchObject({ ok: true })
    expect(page.slices.get('card')).toMatchObject({
      past: [{ drunk: [{ zhHans: 'tea' }], sung: [{ title: '不该唱' }, { title: '朋友' }] }],
    })
    const seen = JSON.stringify([...page.slices])
    for (const secret of ['忌讳', '真名', '1380000000', 'peanut', '616161616', 'v08'])
      expect(seen).not.toContain(secret)
  })

  it('sends to the lobby’s screen who is sung out there, and nobody before', async () => {
    const house = await createTestHouse()
    const hub = await house.open()
    const page = hub.watch(phone)
    const answer = await hub.send(phone, { type: 'ScanCode', code: 'code-wang-0123456789' })
    if (!answer.ok) throw new Error(answer.refusal.refused)
    expect(page.slices.get('self')).not.toHaveProperty('sung')
    const desk = await signIn(hub, 'lily', 'desk')
    const checkIn = String(answer.result.checkIn)
    expect(await hub.send(desk, { type: 'AmendCheckIn', checkIn, isThem: true })).toMatchObject({ ok: true })
    expect(page.slices.get('self')).toMatchObject({ sung: true })
    expect(await hub.send(desk, { type: 'AmendCheckIn', checkIn, discreet: true })).toMatchObject({ ok: true })
    expect(page.slices.get('self')).not.toHaveProperty('sung')
  })

  it('takes a number at the kiosk, by which they check in the next time; another’s number is nobody’s', async () => {
    const { house, hub, checkIn } = await enrolled()
    const lobby = hub.watch(kiosk)
    expect(lobby.slices.get(`checkin/${checkIn}`)).toMatchObject({ mayLeaveNumber: true })
    const taken = { type: 'LeaveNumber', checkIn, phone: '13800000000' } as const
    expect(await hub.send(kiosk, taken)).toMatchObject({ refusal: { refused: 'please-wait', next: 'call-staff' } })
    const own = { ...taken, phone: '13912345678', birthday: '05-20' } as const
    expect(await hub.send(kiosk, own)).toMatchObject({ ok: true })
    expect(lobby.slices.get(`checkin/${checkIn}`)).not.toHaveProperty('mayLeaveNumber')
    expect(await hub.send(kiosk, own)).toMatchObject({ refusal: { refused: 'already-done' } })
    const desk = await signIn(hub, 'lily', 'desk')
    await hub.send(desk, { type: 'DismissCheckIn', checkIn })
    await house.clock.turn(60_000)
    expect(await hub.send(kiosk, { type: 'EnterPhone', phone: '13912345678' })).toMatchObject({ ok: true })
    for (const line of house.durable) expect(JSON.stringify(line)).not.toMatch(/13912345678|05-20/)
  })
})

describe('a member who leaves', () => {
  it('asks; the manager sees it, and erases record, history and code, from memory and disk', async () => {
    const { house, hub, member, checkIn } = await enrolled()
    const page = hub.watch(phone)
    const manager = await signIn(hub, 'mei', 'manager')
    const console = hub.watch(manager)
    const desk = await signIn(hub, 'lily', 'desk')
    await hub.send(phone, { type: 'AskToLeave' })
    expect(page.slices.get('card')).toMatchObject({ leaving: true })
    expect(console.slices.get(`leaving/${member}`)).toMatchObject({ member, called: '阿强' })
    expect([...hub.watch(desk).slices.keys()]).not.toContain(`leaving/${member}`)
    const erase = { type: 'EraseMember', member, keepsToo: false, pin: '123456' } as const
    expect(await hub.send(desk, erase)).toMatchObject({ refusal: { refused: 'not-allowed' } })
    expect(await hub.send(manager, erase)).toMatchObject({ refusal: { refused: 'already-in' } })
    await hub.send(desk, { type: 'DismissCheckIn', checkIn })
    expect(await hub.send(manager, { ...erase, pin: '000000' })).toMatchObject({ refusal: { refused: 'wrong-pin' } })
    expect(await hub.send(manager, erase)).toMatchObject({ ok: true })
    expect(console.slices.has(`leaving/${member}`)).toBe(false)
    expect(page.slices.has('card')).toBe(false)
    await settled()
    expect(await onDisk(house)).not.toContain('阿强')
    expect(await hub.query(manager, { type: 'MemberCard', member })).toMatchObject({ refusal: { refused: 'unknown' } })
  })

  it('is gone after a restart without warning too, with every past evening', async () => {
    const house = await createTestHouse()
    const hub = await house.open()
    const wang = memberId('wang')
    const manager = await signIn(hub, 'mei', 'manager')
    expect(await onDisk(house)).toContain('616161616')
    const promise = { party: 4, roomClass: 'mid', deposit: false, arrivesAt: house.clock.now() + 3_600_000 }
    const heldUntil = promise.arrivesAt + 3_600_000
    const alias = { type: 'Reserve', member: wang, name: '别名九千岁', ...promise, heldUntil } as const
    expect(await hub.send(manager, alias)).toMatchObject({ ok: true })
    expect(await onDisk(house)).toContain('别名九千岁')
    const erase = { type: 'EraseMember', member: wang, keepsToo: false, pin: '123456' } as const
    expect(await hub.send(manager, erase)).toMatchObject({ ok: true })
    const next = await house.open()
    const again = await signIn(next, 'mei', 'manager')
    expect(await next.query(again, { type: 'MemberCard', member: wang })).toMatchObject({ ok: false })
    expect(await next.query(again, { type: 'SearchMembers', text: 'wang' })).toMatchObject({ value: { hits: [] } })
    for (const touched of ['TouchCard', 'ScanCode'] as const) {
      const command =
        touched === 'TouchCard'
          ? ({ type: touched, card: 'card-wang' } as const)
          : ({ type: touched, code: 'code-wang-0123456789' } as const)
      expect(await next.send(kiosk, command)).toMatchObject({ refusal: { refused: 'please-wait' } })
    }
    await next.stop()
    expect(await onDisk(house)).not.toMatch(/616161616|真名0|别名九千岁/)
  })
})

/** Everything in the records, as somebody who reads the disk finds it. */
async function onDisk({ disk }: TestHouse): Promise<string> {
  const texts: string[] = []
  for (const folder of ['data/members', 'data/histories', 'data/texts'])
    for (const name of await disk.inner.list(folder)) texts.push(String(await disk.inner.read(`${folder}/${name}`)))
  return texts.join('\n')
}

describe('a code that changes', () => {
  it('checks in whose phone shows it, once; a copy, an old one and a forged one lead to nobody', async () => {
    const { house, hub, checkIn } = await enrolled()
    const { rotating } = JSON.parse(JSON.stringify(hub.watch(phone).slices.get('self')))
    const desk = await signIn(hub, 'lily', 'desk')
    await hub.send(desk, { type: 'DismissCheckIn', checkIn })
    const show = () => shownBy(rotating, house.clock.now())
    const first = await show()
    const scan = (code: string) => hub.send(kiosk, { type: 'ScanCode', code })
    const answer = await scan(first)
    expect(answer).toMatchObject({ ok: true })
    expect(await scan(first)).toEqual(answer)
    await hub.send(desk, { type: 'DismissCheckIn', checkIn: answer.ok ? String(answer.result.checkIn) : '' })
    await house.clock.turn(5000)
    expect(await scan(first)).toMatchObject({ refusal: { refused: 'please-wait' } })
    await house.clock.turn(120_000)
    expect(await scan(first)).toMatchObject({ refusal: { refused: 'please-wait' } })
    await house.clock.turn(5000)
    const forged = (await show()).replace(/.$/, last => (last === 'x' ? 'y' : 'x'))
    expect(await scan(forged)).toMatchObject({ refusal: { refused: 'please-wait' } })
    expect(await scan(await show())).toMatchObject({ ok: true })
    const failures = house.durable.flatMap(({ events }) =>
      events.flatMap(event => (event.type === 'CheckInFailed' ? event.failure : [])),
    )
    expect(failures).toEqual(['replayed', 'expired', 'unknown'])
  })
})

describe('a phone that came with somebody else’s code', () => {
  const stranger = { ...phone, claim: 'f2' } as const

  it('of a screen, which changes, checks nobody in and is told nothing', async () => {
    const { house, hub, checkIn } = await enrolled()
    const { rotating } = JSON.parse(JSON.stringify(hub.watch(phone).slices.get('self')))
    const desk = await signIn(hub, 'lily', 'desk')
    await hub.send(desk, { type: 'DismissCheckIn', checkIn })
    const page = hub.watch(stranger)
    const code = await shownBy(rotating, house.clock.now())
    expect(await hub.send(stranger, { type: 'ScanCode', code })).toMatchObject({ refusal: { refused: 'please-wait' } })
    expect(Object.keys(JSON.parse(JSON.stringify(page.slices.get('self'))))).toEqual(['code'])
  })

  it('of a picture is given no other before staff received who holds it, and nothing once they sent them away', async () => {
    const house = await createTestHouse()
    const hub = await house.open()
    const page = hub.watch(stranger)
    const answer = await hub.send(stranger, { type: 'ScanCode', code: 'code-wang-0123456789' })
    if (!answer.ok) throw new Error(answer.refusal.refused)
    const desk = await signIn(hub, 'lily', 'desk')
    expect(await hub.send(desk, { type: 'RenewCode', member: memberId('wang') })).toMatchObject({ ok: true })
    expect(page.slices.get('self')).toMatchObject({ called: 'wang' })
    expect(page.slices.get('self')).not.toHaveProperty('memberCode')
    const checkIn = String(answer.result.checkIn)
    expect(await hub.send(desk, { type: 'AmendCheckIn', checkIn, isThem: false, party: 2 })).toMatchObject({ ok: true })
    expect(page.slices.get('self')).not.toHaveProperty('called')
    const seat = { type: 'SeatCheckIn', checkIn, room: 'v08', tariff: 'big-timed' } as const
    expect(await hub.send(desk, seat)).toMatchObject({ ok: true })
    for (const told of ['called', 'memberCode', 'rotating']) expect(page.slices.get('self')).not.toHaveProperty(told)
  })
})

/** As the phone makes it. */
async function shownBy({ member, key }: { member: string; key: string }, now: number): Promise<string> {
  const head = codeHead(member, codeStepAt(now))
  const mac = createHmac('sha256', Buffer.from(key, 'base64url')).update(head).digest()
  return `${head}.${mac.subarray(0, codeMacBytes).toString('base64url')}`
}
