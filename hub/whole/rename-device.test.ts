/** A device's name, from the console to every page that says it. */
import { describe, expect, it } from 'vitest'
import { deviceId } from './furnish.testing.ts'
import { bar, signIn } from './party.testing.ts'
import { createTestHouse } from './venue-hub.testing.ts'

async function open() {
  const house = await createTestHouse()
  const hub = await house.open()
  const manager = await signIn(hub, 'mei', 'manager')
  return { house, hub, manager, console: hub.watch(manager) }
}
const device = deviceId('bar')
const shown = `device/${device}`
const nameOn = (slices: ReadonlyMap<string, unknown>) => (slices.get(shown) as { name: string }).name

describe('a device', () => {
  it('is called what a manager calls it, on the list, on its own screen and after a restart', async () => {
    const { house, hub, manager, console } = await open()
    const attachedAnew: string[] = []
    hub.onPrincipalChange(id => attachedAnew.push(id))
    const from = nameOn(console.slices)
    const rename = { type: 'RenameDevice', device, from, name: '  水吧 ' } as const
    expect(await hub.send(manager, rename)).toMatchObject({ ok: true })
    expect(nameOn(console.slices)).toBe('水吧')
    expect(attachedAnew).toContain(device)
    expect(hub.watch(bar).slices.get('self')).toMatchObject({ deviceName: '水吧' })
    await hub.stop()
    const again = await house.open()
    expect(nameOn(again.watch(await signIn(again, 'mei', 'manager')).slices)).toBe('水吧')
  })

  it('is not renamed over what somebody called it meanwhile, nor where there is none, nor by others', async () => {
    const { hub, manager, console } = await open()
    const from = nameOn(console.slices)
    const to = (name: string) => ({ type: 'RenameDevice', device, from, name }) as const
    expect(await hub.send(manager, to('水吧'))).toMatchObject({ ok: true })
    expect(await hub.send(manager, to('吧'))).toMatchObject({ refusal: { refused: 'changed', next: 'look-again' } })
    expect(await hub.send(manager, { ...to('吧'), device: 'd1-nobody' })).toMatchObject({
      refusal: { refused: 'unknown' },
    })
    expect(await hub.send(bar, to('吧'))).toMatchObject({ refusal: { refused: 'not-allowed' } })
    expect(nameOn(console.slices)).toBe('水吧')
  })
})
