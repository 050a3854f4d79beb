/** What was typed for one evening is gone from the disk with it. */
import { expect, it, vi } from 'vitest'
import { hour } from './domain/fixture.testing.ts'
import { kiosk, signIn } from './party.testing.ts'
import { createTestHouse } from './venue-hub.testing.ts'

// Whole hubs, on a machine that may be doing other things.
vi.setConfig({ testTimeout: 60_000 })

it('ends at the cutover: names and numbers of what is over, not of who still sings or is expected', async () => {
  const house = await createTestHouse()
  const hub = await house.open()
  const lily = await signIn(hub, 'lily', 'desk')
  const reserve = async (name: string, phone: string, inHours: number) => {
    const arrivesAt = house.clock.now() + inHours * hour
    const promise = { party: 4, roomClass: 'mid', deposit: false, arrivesAt, heldUntil: arrivesAt + hour }
    const answer = await hub.send(lily, { type: 'Reserve', name, phone, ...promise })
    return answer.ok ? String(answer.result.reservation) : ''
  }
  await reserve('明天的陈先生', '13900002222', 24)
  const over = await reserve('取消的周小姐', '13900001111', 1)
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
  for (const word of ['明天的陈先生', '13900002222', '还在唱的小吴']) expect(texts).toContain(word)
  for (const word of ['取消的周小姐', '13900001111', '走了的小李']) expect(texts).not.toContain(word)
})
