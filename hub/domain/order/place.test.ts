import { describe, expect, it } from 'vitest'
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import { evening, hour, minute, second } from '../fixture.testing.ts'
import { given } from '../given.testing.ts'
import { closed, opened, party, settled } from '../party.testing.ts'

// In V08 at 20:00: beer 3800, tea 2800, whisky 98000, fruit 8800, a tower 26800.
type Lines = CommandOf<'PlaceOrder'>['lines']
const order = (lines: Lines, seen: number, source: CommandOf<'PlaceOrder'>['source'] = 'menu') =>
  ({ type: 'PlaceOrder', source, lines, seen }) as const
const beers = [{ item: 'beer', qty: 6 }]
const sixBeers = order(beers, 22_800)

describe('an order', () => {
  it('is priced by the hub for that room at that hour', () => {
    party()
      .tap(
        order(
          [
            { item: 'beer', qty: 6, options: ['cold'] },
            { item: 'beer-tower', qty: 1 },
          ],
          49_600,
        ),
      )
      .gives({
        type: 'OrderPlaced',
        order: 'o1',
        visit: 'a',
        source: 'menu',
        placedBy: 'guest',
        needsApproval: false,
        lines: [
          { line: 'l1', item: 'beer', qty: 6, unitPrice: 3_800, options: ['cold'], components: [], repeatable: true },
          {
            line: 'l2',
            item: 'beer-tower',
            qty: 1,
            unitPrice: 26_800,
            options: [],
            components: [
              { item: 'beer', qty: 12 },
              { item: 'fruit', qty: 1 },
            ],
            repeatable: false,
          },
        ],
        total: 49_600,
        attendant: 'chen',
        lockedUntil: evening + 8 * second,
      })
      .tells({ order: 'o1', total: 49_600 })
  })

  it('costs in a small room at noon what that costs', () => {
    const noon = evening - 8 * hour
    party(opened({ room: 'v01' }))
      .tap(order(beers, 12_000), { at: noon, tappedAt: noon })
      .tells({ order: 'o1', total: 12_000 })
  })

  it('is added to what the party owes', () => {
    const p = party()
    p.tap(sixBeers)
    p.tap(order([{ item: 'tea', qty: 1 }], 2_800))
    expect(p.visit()).toMatchObject({ ordered: 25_600, orders: ['o1', 'o2'] })
  })

  it('is at the price the guest saw, or not at all', () => {
    party().tap(order(beers, 18_000)).refuses('price-changed', 'look-again')
    // Happy hour ended between the tap and its arrival: the price of the tap holds. For an old tap it does not.
    const six = evening - 2 * hour
    const small = opened({ room: 'v01' })
    party(small)
      .tap(order(beers, 12_000), { at: six + second, tappedAt: six - second })
      .givesTypes('OrderPlaced')
    party(small)
      .tap(order(beers, 12_000), { at: six + second, tappedAt: six - 10 * minute })
      .refuses('price-changed', 'look-again')
  })

  it('of two rounds that both became dearer while the hub was away stays two, at the price that the guest said yes to', () => {
    const p = party(opened({ room: 'v01' }))
    const six = evening - 2 * hour
    const late = (tappedAt: number) => ({ at: six + minute, tappedAt, sure: true })
    p.tap(order(beers, 12_000), late(six - 20 * minute)).refuses('price-changed', 'look-again')
    const dearer = order(beers, 18_000)
    p.tap(dearer, late(six - 20 * minute)).givesTypes('OrderPlaced')
    p.tap(dearer, late(six - 15 * minute)).givesTypes('OrderPlaced')
    p.tap(dearer, late(six - 15 * minute + second)).tells({ order: 'o2', total: 18_000, already: true })
  })

  it('asked about on both sides of the hour is at the price that was shown last', () => {
    const six = evening - 2 * hour
    const asked = { at: six + second, tappedAt: six - second, sure: true }
    const small = () => party(opened({ room: 'v01' }))
    small().tap(order(beers, 12_000), asked).tells({ order: 'o1', total: 12_000 })
    small().tap(order(beers, 18_000), asked).tells({ order: 'o1', total: 18_000 })
    small().tap(order(beers, 15_000), asked).refuses('price-changed', 'look-again')
    // Unasked, what is seen is the tap's.
    small()
      .tap(order(beers, 18_000), { ...asked, sure: false })
      .refuses('price-changed', 'look-again')
  })

  it('is of what there is', () => {
    const has = (item: string) => order([{ item, qty: 1 }], 0)
    party().tap(has('caviar')).refuses('unknown-item', 'choose-other')
    party().tap(has('old-wine')).refuses('unknown-item', 'choose-other')
    party({ type: 'SoldOutSet', item: 'tea', soldOut: true }).tap(has('tea')).refuses('sold-out', 'choose-other')
    const noFruit = party({ type: 'SoldOutSet', item: 'fruit', soldOut: true }).tap(has('beer-tower'))
    noFruit.refuses('sold-out', 'choose-other')
    expect(noFruit.decision).toMatchObject({ about: 'beer-tower' })
    party()
      .tap(order([{ item: 'tea', qty: 1, options: ['cold'] }], 2_800))
      .refuses('malformed')
  })

  it('is for a party that is there, has not paid, and may order by itself', () => {
    given().when(sixBeers).refuses('visit-closed')
    party(closed).tap(sixBeers).refuses('visit-closed')
    party(settled).tap(sixBeers).refuses('visit-settled', 'call-staff')
    party(opened({ orderRule: { kind: 'staff-only' } }))
      .tap(sixBeers)
      .refuses('staff-only', 'call-staff')
  })

  it('above the amount of the visit waits for staff', () => {
    const above = (amount: number) => party(opened({ orderRule: { kind: 'above', amount } })).tap(sixBeers)
    expect(above(22_799).events).toMatchObject([{ needsApproval: true }])
    expect(above(22_799).state.orders.get('o1')?.status).toBe('awaiting-approval')
    expect(above(22_800).events).toMatchObject([{ needsApproval: false }])
  })

  it('of an unusual size asks once', () => {
    const round = order(
      [
        { item: 'whisky', qty: 1 },
        { item: 'tea', qty: 1 },
      ],
      100_800,
    )
    const p = party()
    p.tap(round).refuses('big-round', 'confirm')
    p.tap(round, { sure: true }).givesTypes('OrderPlaced')
    party()
      .tap(order([{ item: 'whisky', qty: 1 }], 98_000))
      .givesTypes('OrderPlaced')
  })
})

describe('再来一轮', () => {
  it('repeats drinks, never packages or food', () => {
    party()
      .tap(order(beers, 22_800, 'again'))
      .givesTypes('OrderPlaced')
    party()
      .tap(order([{ item: 'fruit', qty: 1 }], 8_800, 'again'))
      .refuses('nothing-to-repeat', 'choose-other')
    party()
      .tap(order([{ item: 'beer-tower', qty: 1 }], 26_800, 'again'))
      .refuses('nothing-to-repeat', 'choose-other')
  })
})

describe('ten mashes', () => {
  it('are one order, however its lines are arranged', () => {
    const lines = [
      { item: 'tea', qty: 2 },
      { item: 'beer', qty: 1 },
    ]
    const p = party()
    p.tap(order(lines, 9_400))
    for (let tap = 1; tap < 10; tap += 1) {
      p.tap(order([...lines].reverse(), 9_400), { at: evening + tap * second, tappedAt: evening + tap * second })
        .gives()
        .tells({ order: 'o1', total: 9_400, already: true })
    }
    expect(p.visit().ordered).toBe(9_400)
  })

  it('are another round after ten seconds, or when the first was taken back, or when it differs', () => {
    const p = party()
    p.tap(sixBeers)
    p.tap(sixBeers, { at: evening + 10 * second, tappedAt: evening + 10 * second }).tells({
      order: 'o2',
      total: 22_800,
    })
    p.tap(order([{ item: 'beer', qty: 5 }], 19_000)).tells({ order: 'o3', total: 19_000 })
    const regretted = party()
    regretted.tap(sixBeers)
    regretted.tap({ type: 'UndoOrder', order: 'o1' })
    regretted.tap(sixBeers).tells({ order: 'o2', total: 22_800 })
  })

  it('are told apart by when the finger came down, not by when they arrived', () => {
    const back = evening + hour
    const p = party()
    p.tap(sixBeers, { at: back, tappedAt: evening, sure: true }).givesTypes('OrderPlaced')
    p.tap(sixBeers, { at: back, tappedAt: evening + second, sure: true }).gives()
    p.tap(sixBeers, { at: back, tappedAt: evening + minute, sure: true }).tells({ order: 'o2', total: 22_800 })
  })

  it('of a guest do not swallow what staff order', () => {
    const p = party()
    p.tap(sixBeers)
    p.staff('chen', { type: 'PlaceOrderFor', visit: 'a', lines: beers }).tells({ order: 'o2', total: 22_800 })
    p.staff('chen', { type: 'PlaceOrderFor', visit: 'a', lines: beers }).gives()
  })
})

describe('staff', () => {
  it('order for a party that has paid or may not order by itself, at the price of the list', () => {
    const forThem: CommandOf<'PlaceOrderFor'> = {
      type: 'PlaceOrderFor',
      visit: 'a',
      lines: [{ item: 'whisky', qty: 2 }],
    }
    for (const p of [party(settled), party(opened({ orderRule: { kind: 'staff-only' } }))]) {
      const placed = p.staff('chen', forThem).tells({ order: 'o1', total: 196_000 })
      expect(placed.events).toMatchObject([{ source: 'staff', placedBy: 'staff', needsApproval: false }])
    }
    party(closed).staff('chen', forThem).refuses('visit-closed', 'look-again')
  })
})
