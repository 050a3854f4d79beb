/** What a panel holds of the price list it is not sent again, as long as that is still the list. */
import { expect, it } from 'vitest'
import type { ViewFrame } from '../../shared/protocol/wire.ts'
import { bar, openRoom, panel } from '../whole/party.testing.ts'
import { createTestHouse, type TestHub } from '../whole/venue-hub.testing.ts'

/** A panel as it connects, holding a list or none, and every price list that it is sent from then on. */
function attach(hub: TestHub, held?: string) {
  const menus: ViewFrame['menu'][] = []
  hub.attach(
    panel,
    { send: ({ menu }) => void (menu && menus.push(menu)), health: () => undefined, join: () => undefined },
    held === undefined ? {} : { menu: held },
  )
  return menus
}

const open = async () => {
  const house = await createTestHouse()
  return { house, hub: await house.open() }
}
const markOf = (hub: TestHub) => attach(hub)[0]?.mark ?? ''

it('is sent to who holds none or another one, and to nobody else', async () => {
  const { hub } = await open()
  const [whole] = attach(hub)
  expect(whole?.put?.map(([key]) => key)).toContain('item/beer')
  expect(attach(hub, 'another')).toEqual([whole])
  expect(attach(hub, whole?.mark)).toEqual([{ mark: whole?.mark }])
})

it('has the same mark in a hub that was restarted', async () => {
  const { house, hub } = await open()
  const mark = markOf(hub)
  await hub.stop()
  expect(markOf(await house.open())).toBe(mark)
})

it('is not sent again when a party comes, until something of it was sold out', async () => {
  const { hub } = await open()
  const screen = hub.watch(panel)
  const raw: ViewFrame[] = []
  const second = hub.watch({ kind: 'panel', device: 'd2-panel', room: 'v08' })
  second.send = frame => void raw.push(frame)
  const before = markOf(hub)
  const { visit, manager } = await openRoom(hub)
  expect(raw.findLast(({ whole }) => whole)?.menu).toEqual({ mark: before })
  expect(await hub.send(bar, { type: 'SetSoldOut', item: 'beer', soldOut: true })).toMatchObject({ ok: true })
  expect(screen.slices.get('item/beer')).toMatchObject({ soldOut: true })
  expect(markOf(hub)).not.toBe(before)
  await hub.send(manager, { type: 'SettleVisit', visit })
  await hub.send(manager, { type: 'CloseVisit', visit })
  const after = raw.findLast(({ whole }) => whole)?.menu
  expect(after?.mark).toBe(markOf(hub))
  expect(after?.put?.find(([key]) => key === 'item/beer')?.[1]).toMatchObject({ soldOut: true })
  // Sold out no more, it is the list that it was.
  await hub.send(bar, { type: 'SetSoldOut', item: 'beer', soldOut: false })
  expect(markOf(hub)).toBe(before)
})
