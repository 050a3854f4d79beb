/** What was typed for one evening is gone from the disk with it. */
import { expect, it, vi } from 'vitest'
import { rowsPerShard } from '../documents/records.ts'
import { endOfBusinessDay } from '../domain/business-day.ts'
import { hour } from '../domain/fixture.testing.ts'
import { kiosk, signIn } from './party.testing.ts'
import { createTestHouse } from './venue-hub.testing.ts'

// Whole hubs, on a machine that may be doing other things.
vi.setConfig({ testTimeout: 60_000 })

it('ends at the cutover: names and numbers of what is over, not of who still sings or is expected', async () => {
  const house = await createTestHouse()
  const hub = await house.open()
  const lily = await signIn(hub, 'lily', 'desk')
  const reserve = async (name: string, phone: string, inHours: number, note: string) => {
    const arrivesAt = house.clock.now() + inHours * hour
    const promise = { party: 4, roomClass: 'mid', deposit: false, arrivesAt, heldUntil: arrivesAt + hour }
    const answer = await hub.send(lily, { type: 'Reserve', name, phone, note, ...promise })
    return answer.ok ? String(answer.result.reservation) : ''
  }
  await reserve('明天的陈先生', '13900002222', 24, '明天要蛋糕')
  const over = await reserve('取消的周小姐', '13900001111', 1, '取消的布置')
  expect(await hub.send(lily, { type: 'CancelReservation', reservation: over })).toMatchObject({ ok: true })
  const came = await hub.send(kiosk, { type: 'WalkIn', party: 2, called: '还在唱的小吴' })
  const checkIn = came.ok ? String(came.result.checkIn) : ''
  const seat = { type: 'SeatCheckIn', checkIn, room: 'v01', tariff: 'small-timed' } as const
  expect(await hub.send(lily, seat)).toMatchObject({ ok: true })
  await house.clock.turn(60_000)
  const gone = await hub.send(kiosk, { type: 'WalkIn', party: 2, called: '走了的小李' })
  const left = gone.ok ? String(gone.result.checkIn) : ''
  expect(await hub.send(lily, { type: 'DismissCheckIn', checkIn: left })).toMatchObject({ ok: true })
  await house.clock.turn(14 * hour)
  const rolled = house.durable.flatMap(({ events }) => events).some(({ type }) => type === 'DayRolled')
  expect(rolled).toBe(true)
  await hub.stop()
  const names = await house.disk.inner.list('data/texts')
  const texts = (await Promise.all(names.map(name => house.disk.inner.read(`data/texts/${name}`)))).join('\n')
  for (const word of ['明天的陈先生', '13900002222', '明天要蛋糕', '还在唱的小吴']) expect(texts).toContain(word)
  for (const word of ['取消的周小姐', '13900001111', '取消的布置', '走了的小李']) expect(texts).not.toContain(word)
})

it('is held to what the lobby can sing beside a member, unless it was booked so before there was such a bound', async () => {
  const house = await createTestHouse()
  const hub = await house.open()
  const lily = await signIn(hub, 'lily', 'desk')
  const wide = '王'.repeat(13)
  const arrivesAt = house.clock.now() + hour
  const promise = { party: 4, roomClass: 'mid', deposit: false, arrivesAt, heldUntil: arrivesAt + hour } as const
  const tooWide = { ok: false, refusal: { refused: 'malformed' } }
  expect(await hub.send(lily, { type: 'Reserve', member: 'm1-wang', name: wide, ...promise })).toMatchObject(tooWide)
  expect(await hub.send(lily, { type: 'Reserve', name: wide, ...promise })).toMatchObject({ ok: true })
  const booked = await hub.send(lily, { type: 'Reserve', member: 'm1-wang', name: '王先生', ...promise })
  const reservation = booked.ok ? String(booked.result.reservation) : ''
  const amend = { type: 'AmendReservation', reservation, member: 'm1-wang', ...promise } as const
  expect(await hub.send(lily, { ...amend, name: wide })).toMatchObject(tooWide)
  await hub.stop()
  const { inner } = house.disk
  for (const name of await inner.list('data/texts')) {
    const path = `data/texts/${name}`
    const text = new TextDecoder().decode(await inner.read(path))
    await inner.replace(path, new TextEncoder().encode(text.replaceAll('王先生', wide)))
  }
  const later = await house.open()
  const again = await signIn(later, 'lily', 'desk')
  expect(await later.send(again, { ...amend, name: wide, party: 6 })).toMatchObject({ ok: true })
  expect(await later.send(again, { ...amend, name: `${wide}王` })).toMatchObject(tooWide)
  await later.stop()
})

it('ends in one go: a full evening’s names are wiped by few writes, and the day rolls once', async () => {
  const house = await createTestHouse()
  const hub = await house.open()
  const lily = await signIn(hub, 'lily', 'desk')
  const named = 50
  for (let guest = 0; guest < named; guest++) {
    const came = await hub.send(kiosk, { type: 'WalkIn', party: 2, called: `小李${guest}` })
    const checkIn = came.ok ? String(came.result.checkIn) : ''
    expect(await hub.send(lily, { type: 'DismissCheckIn', checkIn })).toMatchObject({ ok: true })
    await house.clock.turn(10_000)
  }
  // Held until the very cutover: its release is written down while the day is rolling.
  const cutover = endOfBusinessDay('2026-11-20', { timeZone: 'Asia/Shanghai', cutover: 360 })
  const promise = { party: 4, roomClass: 'mid', deposit: false, arrivesAt: cutover - hour, heldUntil: cutover } as const
  const late = await signIn(hub, 'lily', 'desk')
  expect(await hub.send(late, { type: 'Reserve', name: '周小姐', ...promise })).toMatchObject({ ok: true })
  await house.clock.turn(cutover - 1 - house.clock.now())
  const rolls = () => house.durable.flatMap(({ events }) => events).filter(({ type }) => type === 'DayRolled').length
  const rolled = rolls()
  const { files } = house.disk
  const { replace } = files
  let writes = 0
  let wipe: () => void = () => undefined
  const wiping = new Promise<void>(done => {
    wipe = done
  })
  files.replace = async (path, content) => {
    if (path.startsWith('data/texts/')) {
      writes += 1
      await wiping
    }
    return replace(path, content)
  }
  await house.clock.turn(1)
  // A slow disk, and meanwhile the house goes on.
  await house.clock.turn(hour)
  expect(rolls() - rolled).toBe(0)
  wipe()
  await house.clock.turn(0)
  expect(rolls() - rolled).toBe(1)
  expect(writes).toBe(Math.ceil((named + 1) / rowsPerShard))
  // The next day rolls as well, in a house where nothing else happens.
  await house.clock.turn(24 * hour)
  expect(rolls() - rolled).toBe(2)
  await hub.stop()
})
