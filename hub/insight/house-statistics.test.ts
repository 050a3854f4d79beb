import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PastVisit } from '../domain/member/member.ts'
import { houseStatistics, noStatistics, popularityOf, rebuyRate, shareOfVisits, withVisit } from './house-statistics.ts'

const visit = (at: number, ...items: string[]): PastVisit => ({
  visit: `v${at}`,
  at,
  room: 'r1',
  spend: 0,
  drunk: items.map(item => ({ item, qty: 1 })),
  sung: [],
})

// Two members, five visits.
// Ann: beer+tea, beer, tea.   chances: 2nd visit beer, tea; 3rd visit beer, tea. Rebuys: beer in the 2nd, tea in the 3rd.
// Bob: beer, wine.            chances: 2nd visit beer. Rebuys: none.
const ann = { visits: [visit(1, 'beer', 'tea'), visit(2, 'beer'), visit(3, 'tea')] }
const bob = { visits: [visit(4, 'beer'), visit(5, 'wine')] }
const house = houseStatistics([ann, bob])

describe('house statistics', () => {
  it('counts who had it, who might have had it again, and who did', () => {
    expect(house.visits).toBe(5)
    expect(house.items.get('beer')).toEqual({ visits: 3, chances: 3, rebuys: 1 })
    expect(house.items.get('tea')).toEqual({ visits: 2, chances: 2, rebuys: 1 })
    expect(house.items.get('wine')).toEqual({ visits: 1, chances: 0, rebuys: 0 })
    expect([house.chances, house.rebuys]).toEqual([5, 2])
  })

  it('draws each rate towards the average of the house with the weight of ten chances', () => {
    // r0 = 2/5 = 0.4. beer (1 + 4) / (3 + 10) = 5/13; tea (1 + 4) / (2 + 10) = 5/12; wine (0 + 4) / 10 = 0.4.
    expect(rebuyRate(house, 'beer')).toBeCloseTo(5 / 13, 12)
    expect(rebuyRate(house, 'tea')).toBeCloseTo(5 / 12, 12)
    expect(rebuyRate(house, 'wine')).toBeCloseTo(0.4, 12)
    expect(rebuyRate(house, 'never-seen')).toBeCloseTo(0.4, 12)
  })

  it('says in which share of visits an item is had', () => {
    expect(shareOfVisits(house, 'beer')).toBeCloseTo(3 / 5, 12)
    expect(shareOfVisits(house, 'never-seen')).toBe(0)
    expect(popularityOf(house, 'tea')).toBe(2)
  })

  it('is of use on the first night', () => {
    expect(shareOfVisits(noStatistics, 'beer')).toBe(0)
    expect(rebuyRate(houseStatistics([{ visits: [visit(1, 'beer')] }]), 'beer')).toBe(1)
  })

  it('counts an item once an evening, however many rounds', () => {
    expect(houseStatistics([{ visits: [visit(1, 'beer', 'beer')] }]).items.get('beer')?.visits).toBe(1)
  })

  it('leaves what it was made from as it was', () => {
    const before = new Map(house.items)
    withVisit(house, ann.visits, visit(6, 'beer'))
    expect(house.items).toEqual(before)
  })

  it('is the same counted at once or visit by visit', () => {
    const evening = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'))
    fc.assert(
      fc.property(fc.array(fc.array(evening, { maxLength: 6 }), { maxLength: 4 }), houses => {
        const histories = houses.map(visits => ({ visits: visits.map((items, index) => visit(index, ...items)) }))
        const grown = histories.reduce(
          (sum, { visits }) => visits.reduce((now, one, index) => withVisit(now, visits.slice(0, index), one), sum),
          noStatistics,
        )
        expect(grown).toEqual(houseStatistics(histories))
      }),
    )
  })
})
