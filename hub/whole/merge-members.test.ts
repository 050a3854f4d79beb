/** 重复会员 on a whole hub: one file, whichever card, code or name leads to it, and nothing left of it when it is erased. */
import { describe, expect, it, vi } from 'vitest'
import type { CommandOf } from '../../shared/protocol/commands.ts'
import type { MemberCardView } from '../../shared/protocol/queries.ts'
import type { Principal } from '../domain/principal.ts'
import { memberId, memberRows } from './furnish.testing.ts'
import { kiosk, openRoom, signIn } from './party.testing.ts'
import { createTestHouse, type TestHouse, type TestHub } from './venue-hub.testing.ts'

// Whole hubs, on a machine that may be doing other things.
vi.setConfig({ testTimeout: 60_000 })

const [wang, li, zhao] = [memberId('wang'), memberId('li'), memberId('zhao')]
const merge: CommandOf<'MergeMembers'> = {
  type: 'MergeMembers',
  kept: zhao,
  keptRev: 1,
  gone: wang,
  goneRev: 1,
  take: ['called'],
  pin: '123456',
}

async function open() {
  const house = await createTestHouse()
  const hub = await house.open()
  return { house, hub, manager: await signIn(hub, 'mei', 'manager') }
}

async function fileOf(hub: TestHub, by: Principal, member: string): Promise<MemberCardView> {
  const answer = await hub.query(by, { type: 'MemberCard', member })
  if (!answer.ok) throw new Error(answer.refusal.refused)
  return answer.value as MemberCardView
}

/** Who came in, by this hub's last facts. */
const cameIn = (house: TestHouse) =>
  house.durable.flatMap(({ events }) => events.flatMap(event => (event.type === 'CheckedIn' ? event : []))).at(-1)

describe('two members who are one', () => {
  it('are one file: cards, code, evenings, taboos and reservations of both', async () => {
    const { house, hub, manager } = await open()
    const [of, from] = [await fileOf(hub, manager, zhao), await fileOf(hub, manager, wang)]
    const arrivesAt = house.clock.now() + 3_600_000
    const promise = { party: 4, roomClass: 'mid', deposit: false, arrivesAt, heldUntil: arrivesAt + 3_600_000 }
    await hub.send(manager, { type: 'Reserve', member: wang, ...promise })
    expect(await hub.send(manager, merge)).toMatchObject({ ok: true, result: { member: zhao } })
    const one = await fileOf(hub, manager, zhao)
    expect(one).toMatchObject({ called: 'wang', visits: 1, spend: from.spend, phoneMasked: of.phoneMasked })
    expect(one.cards).toHaveLength(of.cards.length + from.cards.length)
    expect(one.taboos).toEqual([...of.taboos, ...from.taboos])
    expect(await hub.query(manager, { type: 'MemberCard', member: wang })).toMatchObject({
      refusal: { refused: 'unknown' },
    })
    expect(await hub.query(manager, { type: 'FindGuests', text: 'wang' })).toMatchObject({
      value: { members: [{ id: zhao, reservation: expect.anything() }] },
    })
    // The same card, then the same picture, of the file that is gone.
    for (const command of [
      { type: 'TouchCard', card: 'card-wang' } as const,
      { type: 'ScanCode', code: 'code-wang-0123456789' } as const,
    ]) {
      const answer = await hub.send(kiosk, command)
      expect(answer).toMatchObject({ ok: true })
      expect(cameIn(house)).toMatchObject({ member: zhao, reservation: expect.anything() })
      const checkIn = answer.ok ? String(answer.result.checkIn) : ''
      await hub.send(manager, { type: 'DismissCheckIn', checkIn })
      await house.clock.turn(60_000)
    }
    await hub.send(manager, { type: 'RenewCode', member: zhao })
    const old = { type: 'ScanCode', code: 'code-wang-0123456789' } as const
    expect(await hub.send(kiosk, old)).toMatchObject({ ok: false })
  })

  it('stay one after the hub was killed, and leave nothing when they are erased', async () => {
    const { house, hub, manager } = await open()
    expect(await hub.send(manager, merge)).toMatchObject({ ok: true })
    const next = await house.open()
    const again = await signIn(next, 'mei', 'manager')
    expect(await fileOf(next, again, zhao)).toMatchObject({ called: 'wang', visits: 1 })
    expect(await next.send(kiosk, { type: 'TouchCard', card: 'card-wang' })).toMatchObject({ ok: true })
    const checkIn = cameIn(house)?.checkIn ?? ''
    await next.send(again, { type: 'DismissCheckIn', checkIn })
    await house.clock.turn(5000)
    const erase = { type: 'EraseMember', member: zhao, keepsToo: false, pin: '123456' } as const
    expect(await next.send(again, erase)).toMatchObject({ ok: true })
    expect(await next.send(kiosk, { type: 'TouchCard', card: 'card-wang' })).toMatchObject({ ok: false })
    await next.stop()
    const texts: string[] = []
    for (const folder of ['data/members', 'data/histories'])
      for (const name of await house.disk.inner.list(folder))
        texts.push(String(await house.disk.inner.read(`${folder}/${name}`)))
    const gone = memberRows.filter(({ id }) => id === zhao || id === wang)
    for (const { name, phone = '', code = '' } of gone)
      for (const word of [name, phone, code, '616161616']) expect(texts.join('\n')).not.toContain(word)
    expect(texts.join('\n')).toContain(memberRows.find(({ id }) => id === li)?.phone)
  })

  it('are not joined by who may not, by what nobody looked at, nor while both are in the house', async () => {
    const { hub, manager } = await open()
    const desk = await signIn(hub, 'lily', 'desk')
    expect(await hub.send(desk, merge)).toMatchObject({ refusal: { refused: 'not-allowed' } })
    expect(await hub.send(manager, { ...merge, pin: '000000' })).toMatchObject({ refusal: { refused: 'wrong-pin' } })
    expect(await hub.send(manager, { ...merge, goneRev: 7 })).toMatchObject({ refusal: { refused: 'already-done' } })
    expect(await hub.send(manager, { ...merge, gone: zhao })).toMatchObject({ refusal: { refused: 'malformed' } })
    expect(await hub.send(manager, { ...merge, gone: memberId('none') })).toMatchObject({
      refusal: { refused: 'unknown' },
    })
    await openRoom(hub)
    expect(await hub.send(kiosk, { type: 'EnterPhone', phone: memberRows[2]?.phone ?? '' })).toMatchObject({ ok: true })
    const again = await signIn(hub, 'mei', 'manager')
    expect(await hub.send(again, merge)).toMatchObject({ refusal: { refused: 'both-here', about: wang } })
    // Refused rows are on no disk to stay: what follows finds both as they were.
    expect((await fileOf(hub, again, wang)).rev).toBe(1)
  })
})
