import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { AnswerOf } from '../../shared/protocol/queries.ts'
import { evening, hour } from '../domain/fixture.testing.ts'
import { deviceId, memberId, secrets, staffId } from '../whole/furnish.testing.ts'
import { kiosk, openRoom, type StaffPrincipal, signIn } from '../whole/party.testing.ts'
import { createTestHouse, type TestHouse, type TestHub } from '../whole/venue-hub.testing.ts'

// Whole hubs, on a machine that may be doing other things.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const [wang, li, zhao] = [memberId('wang'), memberId('li'), memberId('zhao')]
const phone = '13912345678'
let house: TestHouse
let hub: TestHub
let lily: StaffPrincipal
let visit: string
const booked: Record<string, string> = {}

async function find(text: string): Promise<AnswerOf['FindGuests']> {
  const answer = await hub.query(lily, { type: 'FindGuests', text })
  if (!answer.ok) throw new Error(answer.refusal.refused)
  return answer.value as AnswerOf['FindGuests']
}

const promise = {
  party: 4,
  arrivesAt: evening + hour,
  heldUntil: evening + 2 * hour,
  roomClass: 'mid',
  deposit: false,
} as const

// Wang sits in V08; Li is booked, and has booked for Mr Chen; Mei took the call of a Mrs Zhou.
beforeAll(async () => {
  house = await createTestHouse()
  hub = await house.open()
  visit = (await openRoom(hub)).visit
  lily = await signIn(hub, 'lily', 'desk')
  const reserve = async (name: string, more: object) => {
    const answer = await hub.send(lily, { type: 'Reserve', ...promise, ...more })
    if (!answer.ok) throw new Error(answer.refusal.refused)
    booked[name] = String(answer.result.reservation)
  }
  await reserve('li', { member: li })
  await reserve('chen', { name: '陈先生', booker: li, phone })
  await reserve('zhou', { name: '周小姐生日', booker: staffId('mei'), roomClass: 'small' })
})

describe('whoever comes to the desk is found', () => {
  it.each([
    ['a name', `${secrets.name}0`],
    ['what they are called', 'wang'],
    ['a card, whole', 'card-wang'],
    ['its last letters', 'd-wang'],
    ['a code, whole', 'code-wang-0123456789'],
    ['a phone number', `${secrets.phone}0`],
  ])('a member by %s', async (_what, text) => {
    expect((await find(text)).members).toContainEqual(expect.objectContaining({ id: wang, visit }))
  })

  it('nobody by a part of a code', async () => {
    expect((await find('0123456789')).members).toEqual([])
    expect(await find('  ')).toEqual({ members: [], reservations: [] })
  })

  it.each([
    ['characters', '陈先'],
    ['pinyin', 'chenxian'],
    ['initials', 'cxs'],
    ['the number they left', phone.slice(-4)],
  ])('a reservation by its name or number: %s', async (_what, text) => {
    expect((await find(text)).reservations).toEqual([booked.chen])
  })

  it('a reservation by whom it is for and who booked it', async () => {
    const { members, reservations } = await find('li')
    expect(members).toMatchObject([{ id: li, reservation: booked.li }])
    expect(reservations).toEqual([booked.chen])
    expect((await find('mei')).reservations).toEqual([booked.zhou])
    expect((await find('78')).reservations).toEqual([])
  })

  it('and what they do already', async () => {
    await hub.send(lily, { type: 'CheckInMember', member: zhao, party: 2 })
    expect((await find('zhao')).members).toMatchObject([{ id: zhao, checkIn: expect.any(String) }])
  })
})

describe('a number that was left with a reservation', () => {
  it('checks its guest in at the kiosk, is on no line of the journal, and is erased with the name', async () => {
    const desk = hub.watch(lily)
    const came = await hub.send(kiosk, { type: 'EnterPhone', phone })
    expect(came).toMatchObject({ ok: true, result: { free: true } })
    const shown = () => [...desk.slices.values()].filter(one => JSON.stringify(one).includes('陈'))
    await vi.waitFor(
      () => expect(shown()).toContainEqual(expect.objectContaining({ glance: true, title: '陈先生' })),
      10_000,
    )
    expect(JSON.stringify(house.durable)).not.toMatch(/139123|陈/)
    expect(desk.slices.get(`reservation/${booked.chen}`)).toMatchObject({ phoneMasked: '••• 5678' })
    expect(JSON.stringify([...hub.watch(kiosk).slices.values()])).not.toContain('陈')

    const amended = await hub.send(lily, {
      type: 'AmendReservation',
      reservation: booked.chen ?? '',
      ...promise,
      member: wang,
    })
    expect(amended).toMatchObject({ ok: true })
    await hub.stop()
    const again = await house.open()
    const after = again.watch(await signIn(again, 'lily', 'desk', deviceId('mei')))
    expect(after.slices.get(`reservation/${booked.chen}`)).toMatchObject({ title: 'wang' })
    await again.stop()
    expect([...house.disk.inner.disk.values()].join()).not.toMatch(/陈先生|139123/)
  })
})
