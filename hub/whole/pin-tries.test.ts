/** Wrong PINs on a whole hub: they are counted on the disk, and cost the person and never the place. */
import { expect, it, vi } from 'vitest'
import { minute, second } from '../domain/fixture.testing.ts'
import type { Principal } from '../domain/principal.ts'
import { deviceId, staffId } from './furnish.testing.ts'
import { openRoom, signIn } from './party.testing.ts'
import { createTestHouse, type TestHub } from './venue-hub.testing.ts'

// Whole hubs, on a machine that may be doing other things.
vi.setConfig({ testTimeout: 60_000 })

const desk: Extract<Principal, { kind: 'console' }> = { kind: 'console', device: deviceId('desk') }
const tried = (hub: TestHub, name: string, pin: string, by = desk) =>
  hub.send(by, { type: 'SignIn', staff: staffId(name), pin })
const wrong = (hub: TestHub, name = 'chen', by = desk) => tried(hub, name, '000000', by)

it('are still counted after the hub was killed, delay and all, and after a checkpoint', async () => {
  const house = await createTestHouse({ factsPerCheckpoint: 3 })
  let hub = await house.open()
  for (let count = 1; count <= 4; count++) expect(await wrong(hub)).toMatchObject({ refusal: { next: 'try-again' } })
  hub = await house.open()
  expect(await wrong(hub)).toMatchObject({ refusal: { refused: 'wrong-pin', next: 'wait', waitMs: 30 * second } })
  hub = await house.open()
  expect(await tried(hub, 'chen', '123456')).toMatchObject({ refusal: { refused: 'pin-delayed' } })
  for (let failures = 6; failures <= 10; failures++) {
    await house.clock.turn(30 * second * 2 ** (failures - 6))
    expect(await wrong(hub)).toMatchObject({ ok: false })
    hub = await house.open()
  }
  await house.clock.turn(90 * minute)
  expect(await tried(hub, 'chen', '123456')).toMatchObject({ refusal: { refused: 'pin-off', next: 'ask-manager' } })
})

it('cost neither the console nor the colleague anything, and a guess from another console counts as well', async () => {
  const house = await createTestHouse()
  const hub = await house.open()
  const { manager } = await openRoom(hub)
  for (const by of [desk, { ...desk, device: deviceId('mei') }])
    for (let count = 1; count <= 3; count++) await wrong(hub, 'chen', by)
  expect(await tried(hub, 'chen', '123456')).toMatchObject({ refusal: { refused: 'pin-delayed' } })
  // Whoever is signed in, and whoever comes to the very console that was guessed at, works on.
  expect(await hub.send(manager, { type: 'SetOutOfOrder', room: 'v01', outOfOrder: true })).toMatchObject({ ok: true })
  expect(await signIn(hub, 'lily', 'desk', desk.device)).toMatchObject({ session: expect.stringMatching(/^s/) })
})

it('all sent at one moment are one after the other: the right one among them is none before its time', async () => {
  const house = await createTestHouse()
  const hub = await house.open()
  const answers = await Promise.all([
    ...Array.from({ length: 5 }, () => wrong(hub)),
    ...Array.from({ length: 20 }, () => tried(hub, 'chen', '123456')),
  ])
  expect(answers.filter(({ ok }) => ok)).toEqual([])
  expect(house.durable.flatMap(({ events }) => events).filter(({ type }) => type === 'PinFailed')).toHaveLength(5)
})

it('of somebody who does not work here are told the same, and fill no memory', async () => {
  const house = await createTestHouse()
  const hub = await house.open()
  const known = await wrong(hub)
  for (let count = 0; count < 3; count++) {
    const nobody = await wrong(hub, `nobody${count}`)
    expect(JSON.stringify(nobody).replaceAll(/st1-\w+/g, '?')).toBe(JSON.stringify(known).replaceAll(/st1-\w+/g, '?'))
  }
  expect(house.durable.flatMap(({ events }) => events)).toHaveLength(1)
})
