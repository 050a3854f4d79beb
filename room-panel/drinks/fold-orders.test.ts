import { describe, expect, it } from 'vitest'
import { foldOrders } from './fold-orders.ts'
import type { ShownOrder } from './shown-orders.ts'

const order = (at: number, status: ShownOrder['status'] = 'delivered'): ShownOrder => ({
  key: `o${at}`,
  placedAt: -at,
  lockedUntil: 0,
  status,
  lines: [],
  byStaff: false,
})
const evening = (count: number, ...open: readonly number[]) =>
  Array.from({ length: count }, (_, at) => order(at, open.includes(at) ? 'accepted' : 'delivered'))

describe('an evening of orders', () => {
  it('shows the newest twelve, and says how many more there were', () => {
    const { shown, folded } = foldOrders(evening(100))
    expect(shown.map(({ key }) => key)).toEqual(Array.from({ length: 12 }, (_, at) => `o${at}`))
    expect(folded).toBe(88)
  })

  it('never hides what is still to come', () => {
    const { shown, folded } = foldOrders(evening(60, 20, 59))
    expect(shown.map(({ key }) => key).slice(12)).toEqual(['o20', 'o59'])
    expect(folded).toBe(46)
  })

  it('hides no one or two: the key would take their place', () => {
    expect(foldOrders(evening(14)).folded).toBe(0)
    expect(foldOrders(evening(14)).shown).toHaveLength(14)
    expect(foldOrders(evening(15)).folded).toBe(3)
  })
})
