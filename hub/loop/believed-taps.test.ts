import { describe, expect, it } from 'vitest'
import { hour, minute } from '../domain/fixture.testing.ts'
import { createTestClock } from '../identity/world.testing.ts'
import { openRoom, signIn } from '../whole/party.testing.ts'
import { createTestHouse } from '../whole/venue-hub.testing.ts'
import { createBelievedTaps } from './believed-taps.ts'

function world() {
  const clock = createTestClock()
  const taps = createBelievedTaps(clock.now)
  return {
    ...taps,
    pass: clock.advance,
    /** How long ago the console's tap can have been, ms. */
    oldest: () => clock.now() - taps.earliest('c1'),
  }
}

describe('a tap', () => {
  it('is believed whatever it says of a device that has come for the first time since the hub started', () => {
    const { oldest, cameOrWent } = world()
    expect(oldest()).toBe(Number.POSITIVE_INFINITY)
    cameOrWent('c1', true)
    expect(oldest()).toBe(Number.POSITIVE_INFINITY)
  })

  it('of a link that held all the while is minutes old at most', () => {
    const { oldest, cameOrWent, pass } = world()
    cameOrWent('c1', true)
    pass(3 * hour)
    expect(oldest()).toBe(10 * minute)
    // Nor does it grow older by a link that is broken off for it.
    cameOrWent('c1', false)
    cameOrWent('c1', true)
    expect(oldest()).toBe(10 * minute)
  })

  it('waited as long as the device was away, also where the line broke again at once', () => {
    const { oldest, cameOrWent, pass } = world()
    cameOrWent('c1', true)
    pass(hour)
    cameOrWent('c1', false)
    pass(2 * hour)
    cameOrWent('c1', true)
    expect(oldest()).toBe(2 * hour + 10 * minute)
    pass(5 * minute)
    cameOrWent('c1', false)
    cameOrWent('c1', true)
    expect(oldest()).toBe(2 * hour + 15 * minute)
    pass(11 * minute)
    expect(oldest()).toBe(10 * minute)
  })

  it('waited as long as the hub took nothing from anybody', () => {
    const { oldest, cameOrWent, heldUp, pass } = world()
    cameOrWent('c1', true)
    pass(hour)
    heldUp(true)
    pass(hour)
    heldUp(false)
    expect(oldest()).toBe(hour + 10 * minute)
  })
})

describe('an extension', () => {
  async function extended() {
    const house = await createTestHouse()
    const hub = await house.open()
    const { visit, manager } = await openRoom(hub)
    const { device } = manager
    hub.presence(device, true)
    await house.clock.turn(hour)
    const again = await signIn(hub, 'mei', 'manager', device)
    expect(await hub.send(again, { type: 'ExtendVisit', visit, minutes: 60 })).toMatchObject({ ok: true })
    const tappedAt = house.clock.now() + 1000
    const undo = async () =>
      hub.send(await signIn(hub, 'mei', 'manager', device), { type: 'UndoExtend', visit }, { tappedAt })
    return { hub, device, clock: house.clock, undo }
  }

  it('is undone hours later by nobody who says that they tapped at once', async () => {
    const { clock, undo } = await extended()
    await clock.turn(2 * hour)
    expect(await undo()).toMatchObject({ refusal: { refused: 'undo-over' } })
  })

  it('is undone by who did tap at once, and whose console was away since', async () => {
    const { hub, device, clock, undo } = await extended()
    await clock.turn(2000)
    hub.presence(device, false)
    await clock.turn(2 * hour)
    hub.presence(device, true)
    expect(await undo()).toMatchObject({ ok: true })
  })
})
