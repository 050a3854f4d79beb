/** A member's file that is changed, on a whole hub: who they are follows them everywhere, and what they did stays theirs. */
import { describe, expect, it, vi } from 'vitest'
import type { MemberChanges } from '../../shared/protocol/commands/house.ts'
import { memberId, memberRows } from './furnish.testing.ts'
import { kiosk, type StaffPrincipal, signIn } from './party.testing.ts'
import { createTestHouse, type TestHub } from './venue-hub.testing.ts'

// Whole hubs, on a machine that may be doing other things.
vi.setConfig({ testTimeout: 60_000 })

const wang = memberId('wang')
const [before, other] = memberRows

const save = (hub: TestHub, by: StaffPrincipal, changes: MemberChanges, more: Parameters<TestHub['send']>[2] = {}) =>
  fileOf(hub, by).then(({ rev }) => hub.send(by, { type: 'SaveMember', member: wang, rev, changes }, more))

async function fileOf(hub: TestHub, by: StaffPrincipal) {
  const answer = await hub.query(by, { type: 'MemberCard', member: wang })
  if (!answer.ok) throw new Error(answer.refusal.refused)
  return JSON.parse(JSON.stringify(answer.value))
}

const phoneOf = (hub: TestHub, by: StaffPrincipal) => hub.query(by, { type: 'MemberPhone', member: wang })
const dial = (hub: TestHub, phone = 'none') => hub.send(kiosk, { type: 'EnterPhone', phone })
const unknown = { refusal: { refused: 'please-wait' } }

describe('a member who is somebody’s at last', () => {
  it('checks in by the new number and not by the old one, and after the hub was killed too', async () => {
    const house = await createTestHouse()
    const hub = await house.open()
    const desk = await signIn(hub, 'lily', 'desk')
    const was = await fileOf(hub, desk)
    const changes = { phone: '13912345678', name: '王建国', birthday: '1971-11-30' }
    expect(await save(hub, desk, changes)).toMatchObject({ ok: true, result: { rev: was.rev + 1 } })
    expect(await phoneOf(hub, desk)).toMatchObject({ value: { phone: '13912345678' } })
    // Nothing but what was said is another, and what the desk may not read it still may not.
    const { rev: _rev, ...now } = await fileOf(hub, desk)
    expect(now).toEqual({ ...was, rev: undefined, name: '王建国', phoneMasked: '••• 5678' })
    expect(now).not.toHaveProperty('birthday')
    expect(await dial(hub, before?.phone)).toMatchObject(unknown)
    const next = await house.open()
    expect(await dial(next, before?.phone)).toMatchObject(unknown)
    expect(await dial(next, '13912345678')).toMatchObject({ ok: true })
    const manager = await signIn(next, 'mei', 'manager')
    expect(await fileOf(next, manager)).toMatchObject({ birthday: '1971-11-30', visits: was.visits })
    // The record holds it, and no line of what happened does.
    expect(JSON.stringify([house.durable, house.logged])).not.toMatch(/13912345678|王建国|1971-11-30/)
  })

  it('is led to the desk wherever they try, once a manager has banned them, and in again when it is lifted', async () => {
    const house = await createTestHouse()
    const hub = await house.open()
    const desk = await signIn(hub, 'lily', 'desk')
    const manager = await signIn(hub, 'mei', 'manager')
    expect(await save(hub, manager, { blocked: true, note: '打架' })).toMatchObject({ ok: true })
    const stays = await house.open()
    expect(await dial(stays, before?.phone)).toMatchObject({ refusal: { refused: 'please-wait', next: 'call-staff' } })
    expect(await stays.send(desk, { type: 'CheckInMember', member: wang, party: 2 })).toMatchObject({
      refusal: { refused: 'banned', next: 'ask-manager' },
    })
    const { blocked, notes } = await fileOf(stays, desk)
    expect([blocked, notes[0]]).toMatchObject([true, { text: '打架', by: manager.staff }])
    expect(await stays.query(desk, { type: 'SearchMembers', text: before?.called ?? '' })).toMatchObject({
      value: { hits: [{ id: wang, blocked: true }] },
    })
    expect(await save(stays, manager, { blocked: false, note: '道过歉' })).toMatchObject({ ok: true })
    expect(await stays.send(desk, { type: 'CheckInMember', member: wang, party: 2 })).toMatchObject({ ok: true })
    expect(JSON.stringify(house.durable)).not.toMatch(/打架|道过歉/)
  })

  it('has no number and no birthday once they are taken away', async () => {
    const house = await createTestHouse()
    const hub = await house.open()
    const desk = await signIn(hub, 'lily', 'desk')
    expect(await save(hub, desk, { phone: '', birthday: '' })).toMatchObject({ ok: true })
    for (const key of ['phoneMasked', 'hasBirthday']) expect(await fileOf(hub, desk)).not.toHaveProperty(key)
    expect(await phoneOf(hub, desk)).toMatchObject({ ok: false })
    expect(await dial(hub, before?.phone)).toMatchObject(unknown)
  })

  it('takes nobody’s number unasked; their own is theirs', async () => {
    const house = await createTestHouse()
    const hub = await house.open()
    const desk = await signIn(hub, 'lily', 'desk')
    const taken = { phone: other?.phone ?? '' }
    expect(await save(hub, desk, taken)).toMatchObject({
      refusal: { refused: 'phone-taken', next: 'confirm', about: other?.id },
    })
    expect(await phoneOf(hub, desk)).toMatchObject({ value: { phone: before?.phone } })
    expect(await save(hub, desk, { phone: before?.phone ?? '' })).toMatchObject({ ok: true })
    expect(await save(hub, desk, taken, { sure: true })).toMatchObject({ ok: true })
  })

  it('rises by a manager’s word, with every evening that they had', async () => {
    const house = await createTestHouse()
    const hub = await house.open()
    const desk = await signIn(hub, 'lily', 'desk')
    const manager = await signIn(hub, 'mei', 'manager')
    const was = await fileOf(hub, manager)
    expect(await save(hub, desk, { tier: 'gold', phone: '13912345678' })).toMatchObject({
      refusal: { refused: 'not-allowed', next: 'ask-manager' },
    })
    expect(await fileOf(hub, manager)).toEqual(was)
    expect(await save(hub, manager, { tier: 'gold' })).toMatchObject({ ok: true })
    expect(await fileOf(hub, desk)).toMatchObject({
      tier: 'gold',
      visits: 1,
      past: was.past.map(() => expect.anything()),
    })
    expect(await hub.query(desk, { type: 'SearchMembers', text: 'wang' })).toMatchObject({
      value: { hits: [{ id: wang, tier: 'gold' }] },
    })
  })
})

describe('a note in the wrong file', () => {
  it('is taken out by whoever wrote it, and nothing keeps it', async () => {
    const house = await createTestHouse()
    const hub = await house.open()
    const [desk, manager] = [await signIn(hub, 'lily', 'desk'), await signIn(hub, 'mei', 'manager')]
    await save(hub, desk, { note: '记错了人' })
    await save(hub, manager, { note: '经理写的' })
    const noted = await fileOf(hub, desk)
    const [{ at, by }, { at: earlier, by: own }] = noted.notes
    expect(await save(hub, desk, { withoutNote: { at, by } })).toMatchObject({ refusal: { refused: 'not-allowed' } })
    expect(await save(hub, desk, { withoutNote: { at: earlier, by: own } })).toMatchObject({ ok: true })
    // Of two at once the later one looks again.
    const seen = { type: 'SaveMember', member: wang, rev: noted.rev, changes: { withoutNote: { at, by } } } as const
    expect(await hub.send(manager, seen)).toMatchObject({ refusal: { next: 'look-again' } })
    expect((await fileOf(hub, desk)).notes[0]).toMatchObject({ text: '经理写的' })
    for (const kept of [
      await fileOf(hub, desk),
      await hub.query(manager, { type: 'MemberFile', member: wang }),
      house.durable,
      house.logged,
    ])
      expect(JSON.stringify(kept)).not.toContain('记错了人')
  })
})
