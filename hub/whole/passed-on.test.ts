/** Taps that a dead Wi-Fi held back until their party had gone to another room. */
import { describe, expect, it } from 'vitest'
import type { PanelVisitView } from '../../shared/protocol/views/panel.ts'
import type { Principal } from '../domain/principal.ts'
import { beer, openRoom, ordersOf, panel, type StaffPrincipal } from './party.testing.ts'
import { createTestHouse, type TestHub } from './venue-hub.testing.ts'

const elsewhere: Principal = { kind: 'panel', device: 'd1-panel2', room: 'v03' }
const asked = (hub: TestHub) =>
  (hub.watch(elsewhere).slices.get('visit') as PanelVisitView | undefined)?.passedOn?.map(({ command }) => command.type)

async function movedAway(): Promise<{
  house: Awaited<ReturnType<typeof createTestHouse>>
  hub: TestHub
  visit: string
  manager: StaffPrincipal
  tappedAt: number
}> {
  const house = await createTestHouse()
  const hub = await house.open()
  const { visit, manager } = await openRoom(hub)
  const tappedAt = house.clock.now()
  await house.clock.turn(4 * 60_000)
  expect(await hub.send(manager, { type: 'MoveVisit', visit, room: 'v03' })).toMatchObject({ ok: true })
  return { house, hub, visit, manager, tappedAt }
}

describe('a tap that the Wi-Fi held back until its party had gone on as another one’s', () => {
  async function merged() {
    const house = await createTestHouse()
    const hub = await house.open()
    await house.clock.turn(1000)
    const { visit, manager } = await openRoom(hub)
    const other = await hub.send(manager, { type: 'OpenVisit', room: 'v03', tariff: 'mid-timed', party: 2 })
    const into = String(other.ok && other.result.visit)
    const tappedAt = house.clock.now()
    expect(await hub.send(manager, { type: 'MergeVisits', from: visit, into }, { sure: true })).toMatchObject({
      ok: true,
    })
    return { house, hub, visit, into, tappedAt, manager }
  }

  it('counts for them, once, also after a restart', async () => {
    const { house, hub, visit, into, tappedAt } = await merged()
    const ice = { type: 'CallService', service: 'ice' } as const
    const late = { visit, outbox: 'o1', n: 1, tappedAt }
    expect(await hub.send(panel, ice, late)).toMatchObject({ ok: true })
    const requests = (of: TestHub) =>
      [...of.watch(elsewhere).slices].flatMap(([key, value]) => (key.startsWith('request/') ? [value] : []))
    expect(requests(hub)).toMatchObject([{ what: { service: 'ice' }, times: 1 }])
    const again = await house.open()
    expect(await again.send(panel, ice, late)).toMatchObject({ ok: true })
    expect(requests(again)).toHaveLength(1)
    expect(again.watch(elsewhere).slices.get('visit')).toMatchObject({ id: into })
  })

  it('is asked about there where it comes too late, and is nobody’s once they have gone', async () => {
    const { house, hub, visit, into, tappedAt, manager } = await merged()
    await house.clock.turn(4 * 60_000)
    const [order, more] = beer(visit, 1)
    expect(await hub.send(panel, order, { ...more, tappedAt })).toMatchObject({ refusal: { refused: 'late' } })
    expect(asked(hub)).toEqual(['PlaceOrder'])
    for (const type of ['SettleVisit', 'CloseVisit'] as const)
      expect(await hub.send(manager, { type, visit: into }, { sure: true })).toMatchObject({ ok: true })
    expect(await hub.send(panel, order, { ...more, n: 2, tappedAt })).toMatchObject({
      refusal: { refused: 'visit-closed' },
    })
  })
})

describe('a late tap of a party that has moved', () => {
  it('orders nothing unasked, and is asked about once on the panel of their new room, also after a restart', async () => {
    const { house, hub, visit, tappedAt } = await movedAway()
    const [order, more] = beer(visit, 1)
    const late = { ...more, tappedAt }
    expect(await hub.send(panel, order, late)).toMatchObject({ refusal: { refused: 'late' } })
    expect(await hub.send(panel, order, late)).toMatchObject({ refusal: { refused: 'late' } })
    expect(await hub.send(panel, { type: 'CallService', service: 'ice' }, { ...late, n: 2 })).toMatchObject({
      refusal: { refused: 'late' },
    })
    // A song that was to be skipped four minutes ago is over.
    await hub.send(panel, { type: 'SkipSong', entry: 'e1' }, { ...late, n: 3 })
    expect(asked(hub)).toEqual(['PlaceOrder', 'CallService'])
    expect(hub.watch(panel).slices.get('visit')).toBeUndefined()
    const again = await house.open()
    expect(asked(again)).toEqual(['PlaceOrder', 'CallService'])
    expect(ordersOf(again.watch(elsewhere))).toEqual([])
  })

  it('is gone when the party answered, whatever they said; their yes is a tap of its own', async () => {
    const { hub, visit, tappedAt } = await movedAway()
    const [order, more] = beer(visit, 1)
    await hub.send(panel, order, { ...more, tappedAt })
    const { passedOn = [] } = hub.watch(elsewhere).slices.get('visit') as PanelVisitView
    const answer = { type: 'AnswerPassedOn', taps: passedOn.map(({ tap }) => tap) } as const
    expect(await hub.send(elsewhere, answer, { visit, outbox: 'o2', n: 1 })).toMatchObject({ ok: true })
    expect(asked(hub)).toBeUndefined()
    const ice = { type: 'CallService', service: 'ice' } as const
    expect(await hub.send(elsewhere, ice, { visit, outbox: 'o2', n: 2 })).toMatchObject({ ok: true })
    expect(asked(hub)).toBeUndefined()
    expect(await hub.send(elsewhere, answer, { visit, outbox: 'o2', n: 3 })).toMatchObject({
      result: { already: true },
    })
  })

  it('counts at once where it was not late: it follows them', async () => {
    const { house, hub, visit } = await movedAway()
    const call = { type: 'CallService', service: 'ice' } as const
    const soon = { visit, outbox: 'o1', n: 1, tappedAt: house.clock.now() - 60_000 }
    expect(await hub.send(panel, call, soon)).toMatchObject({ ok: true })
    expect(asked(hub)).toBeUndefined()
  })

  it('is asked about where it was refused, too: it costs another price in the new room', async () => {
    const { house, hub, visit } = await movedAway()
    const [order, more] = beer(visit, 1)
    expect(await hub.send(panel, order, { ...more, tappedAt: house.clock.now() })).toMatchObject({
      refusal: { refused: 'price-changed' },
    })
    expect(asked(hub)).toEqual(['PlaceOrder'])
    // A no that is told where it was tapped is nobody else's.
    expect(await hub.send(elsewhere, order, { visit, outbox: 'o2', n: 1 })).toMatchObject({ ok: false })
    expect(asked(hub)).toEqual(['PlaceOrder'])
  })
})
