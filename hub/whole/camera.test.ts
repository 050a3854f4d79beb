/** A kiosk's camera, from the console's switch to what the kiosk says of it. */
import { describe, expect, it, vi } from 'vitest'
import { deviceId } from './furnish.testing.ts'
import { kiosk, signIn } from './party.testing.ts'
import { createTestHouse } from './venue-hub.testing.ts'

async function open() {
  const house = await createTestHouse()
  const hub = await house.open()
  const manager = await signIn(hub, 'mei', 'manager')
  return { hub, manager, console: hub.watch(manager), screen: hub.watch(kiosk) }
}
const device = deviceId('kiosk')
const shown = `device/${device}`

describe('a kiosk\u2019s camera', () => {
  it('is switched on at a console, and the kiosk says how it goes', async () => {
    const { hub, manager, console, screen } = await open()
    expect(screen.slices.get('camera')).toBeUndefined()
    expect(await hub.send(manager, { type: 'SetCamera', device, on: true })).toMatchObject({ ok: true })
    expect(screen.slices.get('camera')).toEqual({ on: true })
    expect(console.slices.get(shown)).toMatchObject({ camera: 'waiting' })
    expect(await hub.report(kiosk, { camera: 'insecure' })).toMatchObject({ ok: true })
    await vi.waitFor(() => expect(console.slices.get(shown)).toMatchObject({ camera: 'insecure' }), 10_000)
    expect(await hub.send(manager, { type: 'SetCamera', device, on: false })).toMatchObject({ ok: true })
    expect(screen.slices.has('camera')).toBe(false)
    expect(console.slices.get(shown)).not.toHaveProperty('camera')
  })

  it('is no other device\u2019s, and told by nobody else', async () => {
    const { hub, manager } = await open()
    const refused = { ok: false, refusal: { refused: 'unknown' } }
    expect(await hub.send(manager, { type: 'SetCamera', device: deviceId('reader'), on: true })).toMatchObject(refused)
    expect(await hub.send(manager, { type: 'SetCamera', device: 'd1-nobody', on: true })).toMatchObject(refused)
    expect(await hub.report(manager, { camera: 'watching' })).toMatchObject({ ok: false })
    expect(await hub.report(kiosk, { camera: 'watching', more: 1 })).toMatchObject({ ok: false })
    expect(await hub.report(kiosk, { camera: 'spying' })).toMatchObject({ ok: false })
  })
})
