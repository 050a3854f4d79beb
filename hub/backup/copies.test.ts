/** Given a house, when it is copied, then who answers for it sees how that went; and one copy is made at a time. */
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { hour } from '../domain/fixture.testing.ts'
import { StoreFailed } from '../ports.ts'
import { settled } from '../system/told-clock.ts'
import { kiosk, signIn } from '../whole/party.testing.ts'
import { createTestHouse, type TestClient } from '../whole/venue-hub.testing.ts'
import type { Copied } from './copies.ts'

/** A copy that ends when the test says so. */
function slowCopy() {
  const waiting: { made: (copy: Copied) => void; failed: (error: unknown) => void }[] = []
  return {
    copy: () => new Promise<Copied>((made, failed) => void waiting.push({ made, failed })),
    waiting,
  }
}

async function atConsole() {
  const { copy, waiting } = slowCopy()
  const house = await createTestHouse({ copy })
  const hub = await house.open()
  const manager = await signIn(hub, 'mei', 'manager')
  return { waiting, house, hub, manager, console: hub.watch(manager) }
}

const shown = (client: TestClient) => client.slices.get('backup')

describe('a copy of the house', () => {
  it('is begun by a manager, one at a time, and its end is told with its size', async () => {
    const { waiting, house, hub, manager, console } = await atConsole()
    expect(shown(console)).toEqual({})
    expect(await hub.send(manager, { type: 'BackUp' })).toMatchObject({ ok: true })
    expect(shown(console)).toEqual({ beganAt: house.clock.now() })
    expect(await hub.send(manager, { type: 'BackUp' })).toMatchObject({ refusal: { refused: 'already-done' } })
    expect(waiting).toHaveLength(1)
    waiting[0]?.made({ bytes: 6_000_000 })
    await settled()
    expect(shown(console)).toEqual({ made: { at: house.clock.now(), bytes: 6_000_000 } })
    expect(console.lines.map(({ event }) => event)).toContain('BackupMade')
    await hub.stop()
  })

  it('that fails says why, and the one before stays told', async () => {
    const { waiting, house, hub, manager, console } = await atConsole()
    expect(hub.backupAt).toBeUndefined()
    await hub.send(manager, { type: 'BackUp' })
    waiting[0]?.made({ bytes: 1 })
    await settled()
    const made = house.clock.now()
    await house.clock.turn(60_000)
    await hub.send(manager, { type: 'BackUp' })
    waiting[1]?.failed(new StoreFailed('disk-full', 'x', 'ENOSPC'))
    await settled()
    expect(shown(console)).toMatchObject({ made: { bytes: 1 }, failed: { why: 'disk-full' } })
    expect(hub.backupAt).toBe(made)
    expect(await hub.send(manager, { type: 'BackUp' })).toMatchObject({ ok: true })
    await hub.stop()
  })

  it('says how much of the house could not be read, until one is whole again', async () => {
    const { waiting, hub, manager, console } = await atConsole()
    for (const unreadable of [2, undefined]) {
      await hub.send(manager, { type: 'BackUp' })
      waiting.pop()?.made({ bytes: 1, unreadable })
      await settled()
      const { made } = v.parse(v.object({ made: v.object({ unreadable: v.optional(v.number()) }) }), shown(console))
      expect(made.unreadable).toBe(unreadable)
    }
    await hub.stop()
  })

  it('is nobody else’s business', async () => {
    const house = await createTestHouse(slowCopy())
    const hub = await house.open()
    const desk = await signIn(hub, 'lily', 'desk')
    for (const principal of [desk, kiosk]) {
      expect(await hub.send(principal, { type: 'BackUp' })).toMatchObject({ refusal: { refused: 'not-allowed' } })
      expect(hub.watch(principal).slices.has('backup')).toBe(false)
    }
    await hub.stop()
  })

  it('begins by itself when the day ends', async () => {
    const { copy, waiting } = slowCopy()
    const house = await createTestHouse({ copy })
    const hub = await house.open()
    await house.clock.turn(1000)
    expect(waiting).toEqual([])
    await house.clock.turn(14 * hour)
    expect(waiting).toHaveLength(1)
    await hub.stop()
  })

  it('of a night that failed is tried again an hour later', async () => {
    const { copy, waiting } = slowCopy()
    const house = await createTestHouse({ copy })
    const hub = await house.open()
    await house.clock.turn(14 * hour)
    waiting[0]?.failed(new Error('the stick is gone'))
    await settled()
    await house.clock.turn(hour - 1)
    expect(waiting).toHaveLength(1)
    await house.clock.turn(1)
    expect(waiting).toHaveLength(2)
    await hub.stop()
  })

  it('that the hub did not live to see is told as such, and another may begin', async () => {
    const { copy } = slowCopy()
    const house = await createTestHouse({ copy })
    const hub = await house.open()
    await hub.send(await signIn(hub, 'mei', 'manager'), { type: 'BackUp' })
    const next = await house.open()
    await settled()
    const manager = await signIn(next, 'mei', 'manager')
    expect(shown(next.watch(manager))).toMatchObject({ failed: { why: 'interrupted' } })
    expect(await next.send(manager, { type: 'BackUp' })).toMatchObject({ ok: true })
    await next.stop()
  })
})
