import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MemberFacts, PastVisit } from '../domain/member/member.ts'
import { type HouseStatistics, houseStatistics, noStatistics } from './house-statistics.ts'
import { predictUsual } from './usual.ts'

type Drunk = readonly (readonly [item: string, qty: number])[]
const day = 86_400_000
const now = 1_000 * day
const all = () => true

const visit = (daysAgo: number, drunk: Drunk, id = `v${daysAgo}`): PastVisit => ({
  visit: id,
  at: now - daysAgo * day,
  room: 'r1',
  spend: 0,
  drunk: drunk.map(([item, qty]) => ({ item, qty })),
  sung: [],
})

const member = (...visits: readonly PastVisit[]): MemberFacts => ({
  member: {
    id: 'm',
    called: 'm',
    name: 'm',
    tier: 'guest',
    cards: [],
    tastes: [],
    taboos: [],
    notes: [],
    welcome: false,
    discreet: false,
    blocked: false,
    since: 0,
  },
  history: { member: 'm', visits: [...visits], totals: { visits: visits.length, spend: 0 } },
})

/** `[visits, chances, rebuys]` of each item. */
const houseOf = (
  visits: number,
  items: Readonly<Record<string, readonly [number, number, number]>>,
): HouseStatistics => {
  const rows = Object.entries(items)
  return {
    visits,
    items: new Map(rows.map(([item, [had, chances, rebuys]]) => [item, { visits: had, chances, rebuys }])),
    chances: rows.reduce((sum, [, [, chances]]) => sum + chances, 0),
    rebuys: rows.reduce((sum, [, [, , rebuys]]) => sum + rebuys, 0),
  }
}

const order = (members: MemberFacts[], house: HouseStatistics, limit = 9) =>
  predictUsual(members, house, all, now, limit).map(one => one.item)

describe('the usual', () => {
  // r0 = 48/120 = 0.4. r(beer) = (30 + 4) / (90 + 10) = 0.34, √ = .5831; r(wine) = (18 + 4) / (30 + 10) = 0.55, √ = .7416.
  const house = houseOf(200, { beer: [60, 90, 30], wine: [20, 30, 18], cola: [50, 0, 0] })

  it('weighs when it was had by how surely it is had again', () => {
    // Weights by age: 1; 2^-.3 = .8123; 3^-.3 = .7192.
    // beer: last visit and the one before (1 + .8123) × .5831 = 1.0567
    // wine: second and third last (.8123 + .7192) × .7416 = 1.1358, so wine wins although it is older
    // cola: never had: 3 × 50/200 = .75
    const wang = member(
      visit(30, [['wine', 1]]),
      visit(20, [
        ['wine', 1],
        ['beer', 6],
      ]),
      visit(10, [['beer', 12]]),
    )
    expect(order([wang], house)).toEqual(['wine', 'beer', 'cola'])
    // After one visit each, what everybody has comes first: cola .75, wine .8123 × .7416 = .6024, beer 1 × .5831.
    expect(order([member(visit(20, [['wine', 1]]), visit(10, [['beer', 6]]))], house)).toEqual(['cola', 'wine', 'beer'])
  })

  it('adds up over the party', () => {
    // Wang had beer last time: .5831, and wine never: 3 × 20/200 = .3. Li had wine last time: .7416, and beer never: 3 × 60/200 = .9.
    // beer .5831 + .9 = 1.4831; wine .3 + .7416 = 1.0416; cola .75 + .75 = 1.5.
    const wang = member(visit(5, [['beer', 6]], 'a'))
    const li = member(visit(6, [['wine', 2]], 'b'))
    expect(order([wang, li], house)).toEqual(['cola', 'beer', 'wine'])
  })

  it('offers the favourites of the house to a party that nobody knows', () => {
    const expected = [
      { item: 'beer', qty: 1, times: 0 },
      { item: 'cola', qty: 1, times: 0 },
      { item: 'wine', qty: 1, times: 0 },
    ]
    expect(predictUsual([], house, all, now, 9)).toEqual(expected)
    expect(predictUsual([member()], house, all, now, 9)).toEqual(expected)
    expect(predictUsual([], noStatistics, all, now, 9)).toEqual([])
  })

  it('breaks ties by what the house has more often', () => {
    // Both were had in the last visit, and both have the rate (0 + 4) / (0 + 10); tea is had more.
    const even = houseOf(100, { juice: [10, 0, 0], tea: [12, 0, 0], beer: [5, 10, 4] })
    const guest = member(
      visit(3, [
        ['juice', 1],
        ['tea', 1],
      ]),
    )
    expect(order([guest], even).slice(0, 2)).toEqual(['tea', 'juice'])
  })

  it('counts what was had in the last ten visits, and takes the median round', () => {
    // Twelve visits with beer, of 1 to 12 bottles: the median's lower middle is 6; ten of the last ten had it.
    const guest = member(...Array.from({ length: 12 }, (_, index) => visit(20 - index, [['beer', index + 1]])))
    expect(predictUsual([guest], house, all, now, 1)).toEqual([{ item: 'beer', qty: 6, times: 10, inARow: 10 }])
  })

  it('counts how many evenings in a row it was, the last one among them', () => {
    const had = (...days: readonly (readonly string[])[]) =>
      member(
        ...days.map((items, index) =>
          visit(
            index + 1,
            items.map(item => [item, 1]),
          ),
        ),
      )
    const guest = had(['beer', 'wine'], ['beer'], ['beer', 'wine'], ['wine'])
    const rows = new Map(predictUsual([guest], house, all, now, 9).map(({ item, inARow }) => [item, inARow]))
    expect(rows.get('beer')).toBe(3)
    expect(rows.get('wine')).toBeUndefined()
    expect(rows.get('cola')).toBeUndefined()
  })

  it('adds up the lines of one evening', () => {
    const guest = member(
      visit(3, [
        ['beer', 6],
        ['beer', 6],
      ]),
    )
    expect(predictUsual([guest], houseOf(1, {}), all, now, 1)).toEqual([{ item: 'beer', qty: 12, times: 1 }])
  })

  it('counts an evening that two of the party shared once', () => {
    const shared = visit(3, [['beer', 6]], 'together')
    expect(predictUsual([member(shared), member(shared)], houseOf(1, {}), all, now, 1)).toEqual([
      { item: 'beer', qty: 6, times: 1 },
    ])
  })

  it('leaves out what is not allowed, and what lies in the future', () => {
    const guest = member(visit(3, [['beer', 6]]), visit(-1, [['wine', 9]], 'later'))
    expect(predictUsual([guest], house, item => item !== 'beer', now, 9).map(one => one.item)).toEqual(['cola', 'wine'])
    expect(predictUsual([guest], house, all, now, 9).find(one => one.item === 'wine')).toEqual({
      item: 'wine',
      qty: 1,
      times: 0,
    })
  })

  it('never exceeds its limit, repeats nothing and asks for at least one', () => {
    const drunk = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.integer({ min: 1, max: 200 })))
    fc.assert(
      fc.property(fc.array(drunk, { maxLength: 8 }), fc.integer({ min: 0, max: 4 }), (evenings, limit) => {
        const guest = member(...evenings.map((one, index) => visit(index + 1, one)))
        const usual = predictUsual([guest], houseStatistics([guest.history]), all, now, limit)
        expect(usual.length).toBe(Math.min(limit, new Set(evenings.flat().map(([item]) => item)).size))
        expect(new Set(usual.map(one => one.item)).size).toBe(usual.length)
        for (const { qty, times } of usual) {
          expect(qty).toBeGreaterThanOrEqual(1)
          expect(qty).toBeLessThanOrEqual(99)
          expect(times).toBeLessThanOrEqual(10)
        }
      }),
    )
  })
})
