/** Two consoles edit one reservation: the second is told, and nothing is lost unseen. */
import { expect, it, vi } from 'vitest'
import { hour } from '../domain/fixture.testing.ts'
import { deviceId } from './furnish.testing.ts'
import { signIn } from './party.testing.ts'
import { createTestHouse } from './venue-hub.testing.ts'

// Whole hubs, on a machine that may be doing other things.
vi.setConfig({ testTimeout: 60_000 })

it('is refused to who saw an older one; the tap that changed it, sent again, is answered as before', async () => {
  const house = await createTestHouse()
  const hub = await house.open()
  const lily = await signIn(hub, 'lily', 'desk')
  const mei = await signIn(hub, 'mei', 'desk', deviceId('mei'))
  const arrivesAt = house.clock.now() + hour
  const promise = { name: '陈先生', party: 4, roomClass: 'mid', deposit: false, arrivesAt, heldUntil: arrivesAt + hour }
  const booked = await hub.send(lily, { type: 'Reserve', ...promise })
  const reservation = booked.ok ? String(booked.result.reservation) : ''
  const shown = () => hub.watch(lily).slices.get(`reservation/${reservation}`)
  expect(shown()).toMatchObject({ amended: 0 })

  const earlier = { type: 'AmendReservation', reservation, ...promise, amended: 0, arrivesAt: arrivesAt - 1 } as const
  const tap = { outbox: 'o1', n: 1 }
  expect(await hub.send(lily, earlier, tap)).toMatchObject({ ok: true })
  const renamed = { type: 'AmendReservation', reservation, ...promise, name: '周小姐' } as const
  expect(await hub.send(mei, { ...renamed, amended: 0 })).toMatchObject({
    refusal: { refused: 'changed', next: 'look-again', about: reservation },
  })
  expect(shown()).toMatchObject({ amended: 1, title: '陈先生', arrivesAt: arrivesAt - 1 })

  await hub.stop()
  const again = await house.open()
  expect(await again.send(lily, earlier, tap)).toMatchObject({ ok: true })
  expect(await again.send(mei, { ...renamed, amended: 1 })).toMatchObject({ ok: true })
  // A page of before says nothing of what it saw.
  expect(await again.send(mei, renamed)).toMatchObject({ ok: true })
  expect(again.watch(lily).slices.get(`reservation/${reservation}`)).toMatchObject({ amended: 3, title: '周小姐' })
  await again.stop()
})
