import { describe, expect, it } from 'vitest'
import { priceAt } from '../../../shared/protocol/price-at.ts'
import type { Event } from '../../domain/events.ts'
import { evening, hour, menu, venue } from '../../domain/fixture.testing.ts'
import { priceOf } from '../../domain/order/price.ts'
import { changedView } from '../changed-view.ts'
import { clockView } from '../clock-view.ts'
import { changedSlices, createHouse, keysOf, nothingTouched } from '../house.testing.ts'
import { consoleItemView } from '../menu.ts'
import {
  accepted,
  call,
  changedFor,
  complained,
  given,
  opened,
  ordered,
  rolesWith,
  rolled,
  seenBy,
} from './facts.testing.ts'

describe('the house on the consoles', () => {
  it('counts what is left to give, for who runs it', () => {
    const house = createHouse(rolled, opened, given)
    expect(seenBy('manager', house).get('staff/chen')).toMatchObject({ compLeft: 1_200, role: 'floor', zone: [1] })
    for (const role of ['desk', 'floor', 'bar', 'floor-station', 'bar-station', 'locked'] as const)
      expect(seenBy(role, house).get('staff/chen')).not.toHaveProperty('compLeft')
    house.touched()
    house.happen({ ...given, comp: 'c2', amount: 5_000 })
    expect(changedFor('owner', house).get('staff/chen')).toMatchObject({ compLeft: 0 })
  })

  it('shows who is signed in, also who was until somebody else took the console over', () => {
    const signedIn = (session: string, staff: string): Event => ({
      type: 'SignedIn',
      session,
      staff,
      device: 'pc',
      idleMs: 1,
      endsAt: evening,
    })
    const house = createHouse(signedIn('s1', 'mei'))
    house.at = evening + hour
    house.touched()
    house.happen(signedIn('s2', 'huang'))
    const changed = changedFor('desk', house)
    expect(changed.get('staff/mei')).toMatchObject({ signedIn: false })
    expect(changed.get('staff/huang')).toMatchObject({ signedIn: true })
  })

  it('does not tell everybody about everybody each time somebody does something', () => {
    const house = createHouse({
      type: 'SignedIn',
      session: 's1',
      staff: 'mei',
      device: 'pc',
      idleMs: 1,
      endsAt: evening + 9 * hour,
    })
    const session = house.state.sessions.get('pc')
    if (!session) throw new Error('nobody signed in')
    house.at = evening + hour
    house.touched()
    house.state.sessions.set('pc', { ...session, lastUsedAt: house.at })
    expect(keysOf(changedFor('desk', house), 'staff')).toEqual([])
  })

  it('sums the night, with money for manager and owner', () => {
    const house = createHouse(rolled, opened, ordered, accepted, given, call('ice'), complained)
    const figures = { day: '2026-11-20', occupied: 1, rooms: 5, guests: 6, openRequests: 2, openComplaints: 1 }
    expect(seenBy('floor', house).get('night')).toEqual(figures)
    expect(seenBy('desk', house).get('night')).toEqual(figures)
    expect(seenBy('manager', house).get('night')).toEqual({ ...figures, turnover: 98_000, comps: 8_800, unticked: 1 })
    house.touched()
    house.happen({ type: 'OrderTicked', order: 'o1', ticked: true }, { type: 'RequestWithdrawn', request: 'q-c' })
    expect(changedFor('manager', house).get('night')).toMatchObject({
      unticked: 0,
      openRequests: 1,
      openComplaints: 0,
    })
  })

  it('begins the new day with nothing of what parties that stay past the cutover had before it, also where they join', () => {
    const house = createHouse(rolled, opened, ordered, accepted, given, {
      ...opened,
      visit: 'b',
      room: 'v05',
      host: 'li',
    })
    house.happen({ ...ordered, order: 'o2', visit: 'b', total: 2_000 })
    house.touched()
    house.happen({ type: 'DayRolled', day: '2026-11-21' })
    expect(changedFor('manager', house).get('night')).toMatchObject({ guests: 12, turnover: 0, comps: 0 })
    house.happen({ ...ordered, order: 'o3', total: 5_000 }, { type: 'OrderRejected', order: 'o2', reason: 'sold-out' })
    house.happen({ type: 'VisitsMerged', from: 'b', into: 'a', freed: 'v05', charge: 0 }, { ...given, comp: 'c2' })
    expect(seenBy('manager', house).get('night')).toMatchObject({ turnover: 3_000, comps: 8_800 })
    // What they owe is all of it.
    expect(house.state.visits.get('a')).toMatchObject({ ordered: 103_000, compTotal: 17_600 })
  })

  it('tells the new day of an empty house, which touches nothing', () => {
    const house = createHouse()
    seenBy('floor', house)
    house.touched()
    house.happen(rolled)
    expect(changedFor('floor', house).get('night')).toMatchObject({ day: '2026-11-20' })
  })

  it('says which of the drinks may be given away, to consoles only', () => {
    const house = createHouse()
    expect(seenBy('manager', house).get('item/fruit')).toMatchObject({ gift: true })
    expect(seenBy('manager', house).get('item/beer')).not.toHaveProperty('gift')
  })

  it('says how each drink is typed without characters: consoles look it up as panels do', () => {
    expect(seenBy('bar', createHouse()).get('item/beer')).toMatchObject({
      sounds: expect.arrayContaining(['sound of beer']),
    })
  })

  it('lets a console show what the hub will book, in rooms of every class and at every hour', () => {
    const context = createHouse().context()
    const shown = (id: string, roomClass: string, minute: number) => {
      const view = consoleItemView(context, id)
      const own = view?.classes?.find(one => one.roomClass === roomClass) ?? view
      return own && priceAt(own, minute)
    }
    for (const item of menu)
      for (const { id } of venue.classes)
        for (const minute of [0, 359, 360, 1079, 1080, 1439])
          expect(shown(item.id, id, minute), `${item.id} ${id} ${minute}`).toBe(priceOf(item, id, minute))
    expect(seenBy('floor', createHouse()).get('item/beer')).toEqual(consoleItemView(context, 'beer'))
    expect([shown('beer', 'big', 600), shown('beer', 'small', 600), shown('beer', 'small', 1200)]).toEqual([
      3_800, 2_000, 3_000,
    ])
  })

  it('has tariffs as of this hour, for who opens rooms', () => {
    const house = createHouse()
    expect(seenBy('desk', house).get('tariff/mid-block')).toMatchObject({
      kind: 'block',
      priceNow: 36_800,
      endsAtNow: evening + 3 * hour,
    })
    expect(seenBy('desk', house).get('tariff/mid-timed')).not.toHaveProperty('endsAtNow')
    house.at = evening + 7 * hour
    expect(clockView(house.context(), { kind: 'console', role: 'desk' }).get('tariff/mid-block')).not.toHaveProperty(
      'priceNow',
    )
    expect(rolesWith('tariff', house)).toEqual(['desk', 'manager', 'owner'])
    expect(keysOf(clockView(house.context(), { kind: 'console', role: 'floor' }), 'tariff')).toEqual([])
  })

  it('shows devices and their presence to who looks after them', () => {
    const house = createHouse()
    expect(rolesWith('device', house)).toEqual(['desk', 'manager', 'owner'])
    const gone = house.context({ presence: () => ({ online: false, lastSeenAt: evening }) })
    house.devices.set('revoked', { id: 'revoked', name: '', kind: 'panel', revoked: true, tokens: [] })
    const touched = { ...nothingTouched(), devices: new Set(['panel-v03', 'revoked']) }
    const changed = changedSlices(gone, { kind: 'console', role: 'desk' }, touched)
    expect(changed.get('device/panel-v03')).toEqual({
      id: 'panel-v03',
      name: 'V03',
      kind: 'panel',
      room: 'v03',
      online: false,
      lastSeenAt: evening,
    })
    expect(changed.has('device/revoked') && changed.get('device/revoked') === undefined).toBe(true)
  })

  it('begins anew when the venue, the menu or the staff were edited', () => {
    const house = createHouse()
    for (const edited of ['venue', 'menu', 'staff'] as const)
      expect(
        changedView(house.context(), { kind: 'console', role: 'bar' }, { ...nothingTouched(), [edited]: true }),
      ).toBe('whole')
  })
})
