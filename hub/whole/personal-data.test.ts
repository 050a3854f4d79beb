/**
 * What is known of a person, in words that nothing else contains: while they are a member it lies in the records and nowhere
 * else, and once they are erased it lies nowhere.
 */
import { describe, expect, it, vi } from 'vitest'
import { hour } from '../domain/fixture.testing.ts'
import { settled } from '../system/told-clock.ts'
import { kiosk, panel, type StaffPrincipal, signIn } from './party.testing.ts'
import { createTestHouse, type TestHouse, type TestHub } from './venue-hub.testing.ts'

// Whole hubs, on a machine that may be doing other things.
vi.setConfig({ testTimeout: 60_000 })

/** One marker for each thing that is personal. */
const marks = {
  called: '称甲',
  name: '名乙',
  say: '读丙',
  phone: '19912340001',
  birthday: '1977-03-19',
  taste: '味丁',
  taboo: '忌戊',
  note: '记己',
  laterNote: '续庚',
  laterCalled: '改辛',
  card: '9988776655443322',
  bookedAs: '订壬',
  bookedNote: '生日蛋糕写给小糖',
  bookedPhone: '19912340002',
  tonight: '今癸',
  seeker: '寻子',
}
const all = Object.values(marks)
/** Of somebody who is no member: gone when the evening is. */
const guests = [marks.bookedPhone, marks.seeker]

const among = (text: string) => all.filter(mark => text.includes(mark))

/** Everything on the disk, by folder. */
const onDisk = ({ disk }: TestHouse, where: RegExp) =>
  [...disk.inner.disk].flatMap(([path, content]) => (where.test(path) ? String(content) : [])).join('\n')

const done = async (hub: TestHub, ...[by, command, more]: Parameters<TestHub['send']>) => {
  const answer = await hub.send(by, command, more)
  if (!answer.ok) throw new Error(`${command.type}: ${answer.refusal.refused}`)
  return answer.result
}

/** An evening in which all of it is said, and comes out on every screen that may show it. */
async function lived() {
  const sent: { readonly to: string; readonly what: string }[] = []
  const house = await createTestHouse({
    sent: ({ principal }, what) =>
      sent.push({ to: principal.kind === 'staff' ? principal.role : principal.kind, what: JSON.stringify(what) }),
  })
  const hub = await house.open()
  const manager = await signIn(hub, 'mei', 'manager')
  for (const by of [manager, kiosk, panel, { kind: 'player', device: 'd1-player' } as const]) hub.watch(by)
  const { member: id } = await done(hub, manager, {
    type: 'NewMember',
    details: {
      called: marks.called,
      name: marks.name,
      say: marks.say,
      phone: marks.phone,
      birthday: marks.birthday,
      tastes: [marks.taste],
      taboos: [marks.taboo],
      note: marks.note,
      welcome: true,
    },
  })
  const member = String(id)
  await done(hub, manager, { type: 'AddCard', member, from: { printed: marks.card } })
  await done(hub, manager, { type: 'RenewCode', member })
  const card = await hub.query(manager, { type: 'MemberCard', member })
  const { rev } = JSON.parse(JSON.stringify(card)).value
  const changes = { note: marks.laterNote, called: marks.laterCalled }
  await done(hub, manager, { type: 'SaveMember', member, rev, changes })
  await hub.query(manager, { type: 'MemberPhone', member })
  await hub.query(manager, { type: 'MemberCode', member })
  await hub.query(manager, { type: 'SearchMembers', text: marks.name })
  await hub.query(manager, { type: 'FindGuests', text: marks.phone })
  const promise = { party: 2, roomClass: 'mid', deposit: false, arrivesAt: house.clock.now() + hour }
  const heldUntil = promise.arrivesAt + hour
  await done(hub, manager, {
    type: 'Reserve',
    member,
    name: marks.bookedAs,
    note: marks.bookedNote,
    ...promise,
    heldUntil,
  })
  await done(hub, manager, {
    type: 'Reserve',
    name: '散客',
    phone: marks.bookedPhone,
    booker: member,
    ...promise,
    heldUntil,
  })
  // Asked by who may not: that is logged, and not what was in it.
  await hub.send(kiosk, { type: 'NewMember', details: { called: marks.called, phone: marks.phone, note: marks.note } })
  await hub.query(panel, { type: 'FindGuests', text: marks.phone })
  const touched = await done(hub, kiosk, { type: 'EnterPhone', phone: marks.phone })
  const checkIn = String(touched.checkIn)
  await done(hub, manager, { type: 'AmendCheckIn', checkIn, called: marks.tonight, isThem: true })
  const { visit: opened } = await done(hub, manager, { type: 'SeatCheckIn', checkIn, room: 'v08', tariff: 'big-timed' })
  const visit = String(opened)
  await done(hub, manager, { type: 'AskHost', visit, called: marks.seeker })
  await done(hub, panel, { type: 'CallService', service: 'ice' }, { visit })
  await done(hub, panel, { type: 'Complain', category: 'audio' }, { visit })
  await done(hub, panel, { type: 'GiveFeedback', guest: 0, face: 'happy', factors: [] }, { visit })
  return { house, hub, manager, member, visit, sent }
}

async function leaves(hub: TestHub, manager: StaffPrincipal, visit: string, house: TestHouse) {
  await done(hub, manager, { type: 'SettleVisit', visit })
  await done(hub, manager, { type: 'CloseVisit', visit })
  // The day's end: texts of one evening go with it.
  await house.clock.turn(12 * hour)
  await settled()
}

describe('what is known of a member', () => {
  it('lies in the records, never in the journal, the live state or the log', async () => {
    const { house, hub, sent } = await lived()
    await hub.stop()
    const records = onDisk(house, /^data\/(members|texts)\//)
    // Each was kept, or this test looks for nothing.
    expect(all.filter(mark => !records.includes(mark))).toEqual([marks.called])
    expect(among(onDisk(house, /^data\/(?!members\/|texts\/)/))).toEqual([])
    expect(among(JSON.stringify(house.durable))).toEqual([])
    expect(among(JSON.stringify(house.logged))).toEqual([])
    expect(JSON.stringify(house.logged)).toMatch(/not-allowed.*NewMember.*not-allowed.*FindGuests/)
    // Nor the PIN by which somebody signed in.
    expect(JSON.stringify([house.durable, house.logged])).not.toContain('123456')
    // The lobby says what they agreed to be called there, the room what it is called by tonight.
    const frames = (to: string) => sent.flatMap(one => (one.to === to ? one.what : [])).join('\n')
    expect(among(frames('kiosk')).filter(mark => mark !== marks.laterCalled && mark !== marks.tonight)).toEqual([])
    expect(
      among(frames('panel')).filter(mark => ![marks.laterCalled, marks.tonight, marks.seeker].includes(mark)),
    ).toEqual([])
    expect(among(frames('player'))).toEqual([])
    expect(frames('kiosk')).toContain('"seq"')
  })

  it('is theirs to have, all of it in one file, from a manager, which is written down', async () => {
    const { house, hub, manager, member } = await lived()
    const desk = await signIn(hub, 'lily', 'desk')
    expect(await hub.query(desk, { type: 'MemberFile', member })).toMatchObject({ refusal: { refused: 'not-allowed' } })
    const before = house.durable.length
    const answer = await hub.query(manager, { type: 'MemberFile', member })
    const file = JSON.stringify(answer)
    // What they are called was changed, and the old word is kept nowhere; the others are no member’s.
    const theirs = all.filter(mark => ![marks.called, ...guests].includes(mark))
    expect(theirs.filter(mark => !file.includes(mark))).toEqual([])
    // Whom they booked for is that guest's.
    expect(guests.filter(mark => file.includes(mark))).toEqual([])
    const { value } = JSON.parse(file)
    expect(value.held).toMatchObject({
      member: { id: member, hasCode: true, notes: [{ by: 'mei' }, { by: 'mei' }] },
      evenings: [{ room: 'V08', feedback: [{ face: 'happy' }] }],
      checkIns: [{ how: 'phone-number', status: 'seated' }],
      askedToLeave: false,
    })
    expect(value.held.member).not.toHaveProperty('code')
    expect(house.durable.slice(before)).toMatchObject([
      { by: { staff: manager.staff }, events: [{ type: 'MemberFileTaken', member }] },
    ])
    expect(await hub.query(manager, { type: 'MemberFile', member: 'm1-nobody' })).toMatchObject({
      refusal: { refused: 'unknown' },
    })
  })

  it('holds no evening of those whom they booked for, but that they did, where and when', async () => {
    const { house, hub, manager, member } = await lived()
    const promises = house.durable.flatMap(({ events }) =>
      events.flatMap(event => (event.type === 'Reserved' && event.booker === member ? [event.reservation] : [])),
    )
    const [reservation = 'none'] = promises
    const { checkIn } = await done(hub, manager, { type: 'CheckInReservation', reservation, party: 2 })
    const place = { room: 'v05', tariff: 'mid-timed' }
    const seated = await done(hub, manager, { type: 'SeatCheckIn', checkIn: String(checkIn), ...place })
    const visit = String(seated.visit)
    const theirs = { kind: 'panel', device: 'd1-v05', room: 'v05' } as const
    await done(hub, theirs, { type: 'GiveFeedback', guest: 0, face: 'angry', factors: ['audio'] }, { visit })
    await done(hub, manager, { type: 'PlaceOrderFor', visit, lines: [{ item: 'beer', qty: 3 }] })
    const { value } = JSON.parse(JSON.stringify(await hub.query(manager, { type: 'MemberFile', member })))
    expect(value.held.evenings.find((one: { visit: string }) => one.visit === visit)).toEqual({
      visit,
      room: 'V05',
      openedAt: new Date(house.clock.now()).toISOString(),
      booked: 'for somebody else',
    })
  })

  it('lies nowhere once they are erased, whatever of it was said of whom', async () => {
    const { house, hub, manager, member, visit } = await lived()
    await leaves(hub, manager, visit, house)
    const again = await signIn(hub, 'mei', 'manager')
    await done(hub, again, { type: 'EraseMember', member, keepsToo: true, pin: '123456' })
    await settled()
    // At once, not with the next checkpoint; and not after a start that reads everything again.
    for (const stop of [false, true]) {
      if (stop) await (await house.open()).stop()
      expect(among(onDisk(house, /./))).toEqual([])
    }
    expect(among(JSON.stringify(house.durable))).toEqual([])
    expect(among(JSON.stringify(house.logged))).toEqual([])
    expect(onDisk(house, /journal/)).toContain(member)
  })

  it('who was no member is forgotten with the evening', async () => {
    const { house, hub, manager, visit } = await lived()
    await leaves(hub, manager, visit, house)
    await hub.stop()
    expect(guests.filter(mark => onDisk(house, /./).includes(mark))).toEqual([])
  })
})
