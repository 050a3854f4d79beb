import { describe, expect, it } from 'vitest'
import type { PanelOrderView } from '../../shared/protocol/views/panel.ts'
import type { Event, EventOf } from '../domain/events.ts'
import { evening, memberOf, menu, second } from '../domain/fixture.testing.ts'
import { closed } from '../domain/party.testing.ts'
import { changedView } from './changed-view.ts'
import type { Audience, ViewContext } from './context.ts'
import { createHouse, type House, keysOf } from './house.testing.ts'
import { wholeView } from './whole-view.ts'

const v08: Audience = { kind: 'panel', room: 'v08' }

const opened: EventOf<'VisitOpened'> = {
  type: 'VisitOpened',
  visit: 'a',
  room: 'v08',
  party: 6,
  host: 'wang',
  attendant: 'chen',
  terms: { kind: 'timed', tariff: 'big-timed', perHour: 24_000, startsAt: evening, extensions: 0, added: 0 },
  minimumSpend: 188_000,
  orderRule: { kind: 'free' },
  discreet: false,
}
const ordered: EventOf<'OrderPlaced'> = {
  type: 'OrderPlaced',
  order: 'o1',
  visit: 'a',
  source: 'usual',
  placedBy: 'guest',
  lines: [{ line: 'l1', item: 'tea', qty: 2, unitPrice: 2_800, options: [], components: [], repeatable: true }],
  total: 5_600,
  needsApproval: false,
  lockedUntil: evening + 8 * second,
}
const usual: Event = {
  type: 'UsualPredicted',
  visit: 'a',
  items: [
    { item: 'whisky', qty: 1, times: 2 },
    { item: 'peanut-milk', qty: 2, times: 1 },
    { item: 'old-wine', qty: 1, times: 1 },
    { item: 'beer-tower', qty: 1, times: 1 },
  ],
}
const complained: Event = {
  type: 'Complained',
  request: 'q1',
  visit: 'a',
  category: 'hygiene',
  escalatesAt: evening + 60_000,
}
const preloaded: Event = {
  type: 'PlaylistPreloaded',
  visit: 'a',
  entries: [
    { entry: 'e1', song: 'song-1', title: '海阔天空', artist: 'Beyond', lengthMs: 300_000, why: 'yours' },
    { entry: 'e2', song: 'song-2', title: '朋友', artist: '周华健', why: 'hot' },
  ],
}

/** What is the party's own: the price list lies in every room. */
const ofParty = (view: ReadonlyMap<string, unknown>) => [...view].filter(([key]) => !/^(item|category)\//.test(key))
const panel = (house: House, more: Partial<ViewContext> = {}) => wholeView(house.context(more), v08)

describe('the panel of a room', () => {
  it('greets the host, says what was ordered and what is missing to the minimum', () => {
    const view = panel(createHouse(opened, ordered)).get('visit')
    expect(view).toMatchObject({
      id: 'a',
      greeting: 'wang',
      vip: true,
      totals: { subtotal: 5_600, missing: 182_400, orders: [{ order: 'o1', total: 5_600 }] },
      attendant: { zhHans: 'chen' },
    })
  })

  it('says of an order what is left of it: its rows add up to the subtotal whatever went back', () => {
    const house = createHouse(opened, ordered)
    const back: EventOf<'LineReturned'> = {
      type: 'LineReturned',
      order: 'o1',
      line: 'l1',
      qty: 1,
      amount: 2_800,
      reason: 'bad-quality',
      by: 'mei',
      second: 'lily',
      period: '2026-11-23',
    }
    house.happen(back)
    const one = { subtotal: 2_800, orders: [{ order: 'o1', total: 2_800 }] }
    expect(panel(house).get('visit')).toMatchObject({ totals: one })
    house.happen(back)
    expect(panel(house).get('visit')).toMatchObject({ totals: { subtotal: 0, orders: [{ order: 'o1', total: 0 }] } })
  })

  it('says that nothing is missing where more was ordered than the minimum', () => {
    const house = createHouse({ ...opened, minimumSpend: 5_000 }, ordered)
    expect(panel(house).get('visit')).toMatchObject({ totals: { missing: 0 } })
  })

  it('knows no amount of money while the totals are not for these guests’ eyes, and the code never', () => {
    const house = createHouse(opened, ordered)
    expect(JSON.stringify(ofParty(panel(house)))).toContain('5600')
    house.touched()
    house.happen({ type: 'TotalsSet', visit: 'a', shown: false, code: '4821' })
    const changed = changedView(house.context(), v08, house.touched())
    if (changed === 'whole') throw new Error('only the visit has changed')
    for (const view of [changed, panel(house)]) {
      const told = JSON.stringify(ofParty(view))
      for (const secret of ['5600', '188000', '182400', '2800', '4821']) expect(told).not.toContain(secret)
    }
    house.happen({ type: 'TotalsSet', visit: 'a', shown: true })
    expect(panel(house).get('visit')).toMatchObject({ totals: { subtotal: 5_600 } })
    expect(JSON.stringify(ofParty(panel(house)))).not.toContain('4821')
  })

  it('says until when a panel that is cut off may keep what is the guests’: longer with every extension', () => {
    const hideAfter = (house: House) => panel(house).get('visit')
    const house = createHouse(opened)
    expect(hideAfter(house)).toMatchObject({ hideAfter: evening + 8 * 3_600_000 + 600_000 })
    house.happen({ type: 'VisitExtended', visit: 'a', minutes: 60, endsAt: evening + 3_600_000, charge: 0 })
    expect(hideAfter(house)).toMatchObject({ hideAfter: evening + 3_600_000 + 600_000 })
  })

  it('knows what its guests read at the door, a discreet party’s too', () => {
    expect(panel(createHouse({ ...opened, language: 'en', discreet: true })).get('visit')).toMatchObject({
      language: 'en',
    })
    expect(panel(createHouse(opened)).get('visit')).not.toHaveProperty('language')
  })

  it('greets nobody who did not ask for it, nor a walk-in by what the desk wrote down', () => {
    expect(panel(createHouse({ ...opened, host: 'zhao' })).get('visit')).not.toHaveProperty('greeting')
    const { host: _host, ...unknown } = opened
    const house = createHouse({ ...unknown, text: 'x1' })
    house.texts.set('x1', '王建国')
    expect(JSON.stringify([...panel(house)])).not.toContain('王建国')
  })

  it('shows nothing from history in a discreet visit', () => {
    const view = panel(createHouse({ ...opened, discreet: true }, usual, preloaded))
    expect(view.get('visit')).toMatchObject({ vip: false })
    expect(view.get('visit')).not.toHaveProperty('greeting')
    expect(view.has('usual')).toBe(false)
    expect(view.get('playlist')).toMatchObject({ queue: [{ entry: 'e1' }, { entry: 'e2', why: 'hot' }] })
    expect(JSON.stringify(view.get('playlist'))).not.toContain('yours')
  })

  it('knows what was sung the last time, until the visit turns discreet', () => {
    const house = createHouse(opened)
    expect(panel(house).get('visit')).toMatchObject({ lastTime: ['song-1'] })
    house.happen({ type: 'DiscreetSet', visit: 'a', discreet: true })
    expect(panel(house).get('visit')).not.toHaveProperty('lastTime')
  })

  it('takes the marks off the songs when the visit turns discreet', () => {
    const house = createHouse(opened, preloaded)
    house.touched()
    house.happen({ type: 'DiscreetSet', visit: 'a', discreet: true })
    const changed = changedView(house.context(), v08, house.touched())
    expect(changed).toBeInstanceOf(Map)
    expect(JSON.stringify([...changed])).not.toContain('yours')
    expect([...changed].map(([key]) => key)).toEqual(['visit', 'usual', 'playlist'])
  })

  it('offers of the usual only what is there and nobody of the party must avoid', () => {
    expect(panel(createHouse(opened, usual)).get('usual')).toEqual({
      items: [
        { item: 'whisky', qty: 1, times: 2 },
        { item: 'beer-tower', qty: 1, times: 1 },
      ],
    })
    const soldOut: Event = { type: 'SoldOutSet', item: 'whisky', soldOut: true }
    expect(panel(createHouse(opened, usual, soldOut)).get('usual')).toEqual({
      items: [{ item: 'beer-tower', qty: 1, times: 1 }],
    })
  })

  it('minds a taboo of any member, inside a package, and in one’s own words', () => {
    const avoids = (taboo: string) => {
      const house = createHouse(opened, usual, { type: 'MemberJoined', visit: 'a', member: 'zhao', discreet: false })
      house.members.set('zhao', memberOf('zhao', 'guest', { taboos: [taboo] }))
      return panel(house).get('usual')
    }
    expect(avoids('beer')).toEqual({ items: [{ item: 'whisky', qty: 1, times: 2 }] })
    expect(avoids('WHISK')).toEqual({ items: [{ item: 'beer-tower', qty: 1, times: 1 }] })
  })

  it('suggests in 再来一轮 nothing that somebody must avoid, from the moment they join, and says no more about it', () => {
    const house = createHouse(opened, ordered)
    const repeatable = (slices: ReadonlyMap<string, unknown>) =>
      (slices.get('order/o1') as PanelOrderView | undefined)?.lines.map(line => line.repeatable)
    expect(repeatable(panel(house))).toEqual([true])
    house.touched()
    house.members.set('zhao', memberOf('zhao', 'guest', { taboos: ['tea'] }))
    house.happen({ type: 'MemberJoined', visit: 'a', member: 'zhao', discreet: false })
    const changed = changedView(house.context(), v08, house.touched())
    expect(changed === 'whole' ? undefined : repeatable(changed)).toEqual([false])
    expect(JSON.stringify([...panel(house)])).not.toContain('taboo')
  })

  it('says what the table marked, and forgets it with them', () => {
    const house = createHouse(opened, { type: 'FavouriteMarked', visit: 'a', item: 'whisky', on: true })
    expect(panel(house).get('visit')).toMatchObject({ favourites: ['whisky'] })
  })

  it('promises what the house gives for a 评价 while there is some, and says when it is given', () => {
    const venue = { ...createHouse().context().venue }
    const rewarding = { venue: { ...venue, policy: { ...venue.policy, feedbackReward: 'fruit' } } }
    const reward = (house: House) => {
      const view = wholeView(house.context(rewarding), v08).get('visit')
      return typeof view === 'object' && view !== null && 'reward' in view ? view.reward : undefined
    }
    const face = {
      type: 'FeedbackGiven',
      visit: 'a',
      guest: 0,
      face: 'angry',
      factors: [],
      afterDelivery: false,
    } as const
    expect(reward(createHouse(opened))).toEqual({ item: 'fruit', given: false })
    expect(reward(createHouse(opened, { ...face, reward: 'fruit' }))).toEqual({ item: 'fruit', given: true })
    expect(reward(createHouse(opened, face))).toBeUndefined()
    expect(reward(createHouse(opened, { type: 'SoldOutSet', item: 'fruit', soldOut: true }))).toBeUndefined()
    // Nor what somebody at the table must not have; one that is given is a ticket, and the bar asks first.
    const avoiding = createHouse(opened)
    avoiding.members.set('wang', memberOf('wang', 'guest', { taboos: ['fruit'] }))
    expect(reward(avoiding)).toBeUndefined()
  })

  it('never says what a complaint is about, and forgets it once the guest said 好了', () => {
    const house = createHouse(opened, complained, {
      type: 'RequestTaken',
      request: 'q1',
      staff: 'chen',
      lapsesAt: evening + 1,
    })
    expect(panel(house).get('request/q1')).toEqual({
      id: 'q1',
      what: { kind: 'complaint' },
      status: 'acknowledged',
      openedAt: evening,
      times: 1,
      staff: { zhHans: 'chen' },
      onTheWay: false,
    })
    house.happen({ type: 'RequestResolved', request: 'q1', staff: 'mei', outcome: 'fixed' })
    expect(panel(house).get('request/q1')).toMatchObject({
      status: 'resolved',
      staff: { zhHans: 'mei' },
      outcome: 'fixed',
    })
    house.touched()
    house.happen({ type: 'RequestConfirmed', request: 'q1' })
    const changed = changedView(house.context(), v08, house.touched())
    expect(changed).toEqual(new Map([['request/q1', undefined]]))
  })

  it('says of a call that is put aside neither who has it nor that somebody comes', () => {
    const house = createHouse(opened, complained, {
      type: 'RequestSnoozed',
      request: 'q1',
      staff: 'chen',
      reason: 'with-guest',
      lapsesAt: evening + 1,
    })
    expect(panel(house).get('request/q1')).toEqual({
      id: 'q1',
      what: { kind: 'complaint' },
      status: 'put-aside',
      openedAt: evening,
      times: 1,
      onTheWay: false,
    })
  })

  it('drops an order that the guest took back, and keeps a rejected one', () => {
    const house = createHouse(opened, ordered)
    expect(panel(house).get('order/o1')).toMatchObject({
      status: 'placed',
      lines: [{ repeatable: true }],
    })
    house.touched()
    house.happen({ type: 'OrderCancelled', order: 'o1' })
    const changed = changedView(house.context(), v08, house.touched())
    expect(changed).toEqual(
      new Map<string, unknown>([
        ['visit', panel(house).get('visit')],
        ['usual', undefined],
        ['order/o1', undefined],
      ]),
    )
    const rejected = createHouse(opened, ordered, { type: 'OrderRejected', order: 'o1', reason: 'sold-out' })
    expect(panel(rejected).get('order/o1')).toMatchObject({
      status: 'rejected',
      rejected: 'sold-out',
      rejectedAt: expect.any(Number),
    })
  })

  it('has the prices of its room’s class, and nothing that was taken off the list', () => {
    const view = panel(createHouse())
    expect(view.get('item/beer')).toMatchObject({ price: 3_800, bands: [], soldOut: false, package: false })
    expect(view.get('item/beer-tower')).toMatchObject({ package: true })
    expect(view.has('item/old-wine')).toBe(false)
    const small = wholeView(createHouse().context(), { kind: 'panel', room: 'v01' })
    expect(small.get('item/beer')).toMatchObject({ price: 3_000, bands: [{ from: 360, to: 1080, price: 2_000 }] })
  })

  it('keeps the name of what was ordered and taken off the list, also when a part of it is sold out', () => {
    const tower = menu.find(({ id }) => id === 'beer-tower')
    if (!tower) throw new Error('no package')
    const line = { line: 'l1', item: tower.id, qty: 1, unitPrice: 100, options: [], components: tower.components }
    const house = createHouse(opened, { ...ordered, lines: [{ ...line, repeatable: false }] })
    const items = menu.map(one => ({ ...one, retired: one.retired || one === tower }))
    const context = () => {
      const now = house.context()
      return { ...now, menu: { ...now.menu, items }, item: (id: string) => items.find(one => one.id === id) }
    }
    house.touched()
    house.happen({ type: 'SoldOutSet', item: 'beer', soldOut: true })
    const change = changedView(context(), v08, house.touched())
    if (change === 'whole') throw new Error('a part of it')
    expect(change.get('item/beer-tower')).toEqual(wholeView(context(), v08).get('item/beer-tower'))
  })

  it('says how long until each song starts, four minutes for one of unknown length', () => {
    const house = createHouse(opened, preloaded, {
      type: 'SongAdded',
      visit: 'a',
      entry: 'e3',
      song: { song: 'song-3', title: '后来', artist: '刘若英' },
      top: true,
    })
    expect(panel(house).get('playlist')).toMatchObject({
      queue: [
        { entry: 'e3', by: 'guest', waitMs: 0 },
        { entry: 'e1', waitMs: 240_000 },
        { entry: 'e2', waitMs: 540_000 },
      ],
    })
    house.happen({ type: 'SongStarted', visit: 'a', entry: 'e3' })
    expect(panel(house).get('playlist')).toMatchObject({
      playing: { entry: 'e3', startedAt: evening, lengthMs: 240_000 },
      queue: [{ entry: 'e1', waitMs: 0 }, { entry: 'e2' }],
    })
    expect(panel(house, { songs: false }).has('playlist')).toBe(false)
  })

  it('keeps a settled party’s view and has nothing of a closed one', () => {
    const house = createHouse(opened, ordered, usual, preloaded, complained)
    house.happen({ type: 'VisitSettled', visit: 'a', room: 0, orders: 5_600, comps: 0, unticked: [] })
    expect(panel(house).get('visit')).toMatchObject({ status: 'settled' })
    house.touched()
    house.happen(closed)
    expect(changedView(house.context(), v08, house.touched())).toBe('whole')
    const view = panel(house)
    expect(['visit', 'playlist', 'usual', 'order', 'request'].flatMap(kind => keysOf(view, kind))).toEqual([])
    expect(JSON.stringify([...view])).not.toContain('wang')
  })

  it('gives everything to the room a party moved to, and leaves nothing in the first', () => {
    const house = createHouse(opened, ordered, complained)
    house.touched()
    house.happen({ type: 'VisitMoved', visit: 'a', from: 'v08', to: 'v05', minimumSpend: 68_000 })
    const touched = house.touched()
    const v05: Audience = { kind: 'panel', room: 'v05' }
    expect([v08, v05].map(audience => changedView(house.context(), audience, touched))).toEqual(['whole', 'whole'])
    expect(keysOf(panel(house), 'order')).toEqual([])
    const moved = wholeView(house.context(), v05)
    expect(moved.get('visit')).toMatchObject({ id: 'a', totals: { minimumSpend: 68_000 } })
    expect([...keysOf(moved, 'order'), ...keysOf(moved, 'request')]).toEqual(['order/o1', 'request/q1'])
  })
})
