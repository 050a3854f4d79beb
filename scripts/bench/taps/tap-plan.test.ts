import { describe, expect, it } from 'vitest'
import { services } from '../../../shared/protocol/words.ts'
import { tapOf } from './tap-plan.ts'

const drinks = Array.from({ length: 12 }, (_, index) => ({ item: `d${index}`, price: 1000 + index }))
const taps = Array.from({ length: 400 }, (_, count) => tapOf(count, drinks))

describe('the taps of a panel', () => {
  it('turn do not disturb on and off, never twice the same', () => {
    const switched = taps.flatMap(tap => (tap.type === 'SetDoNotDisturb' ? [tap.on] : []))
    expect(switched).toHaveLength(200)
    expect(switched.every((on, index) => on === (index % 2 === 0))).toBe(true)
  })

  it('order another round each time, for what it costs', () => {
    const orders = taps.flatMap(tap => (tap.type === 'PlaceOrder' ? [tap] : []))
    expect(new Set(orders.slice(0, 36).map(({ lines }) => JSON.stringify(lines))).size).toBe(36)
    for (const { lines, seen } of orders) {
      const [line] = lines
      expect(seen).toBe((drinks.find(({ item }) => item === line?.item)?.price ?? 0) * (line?.qty ?? 0))
    }
  })

  it('call for everything in turn, so that no call is repeated a hundred times', () => {
    const calls = taps.flatMap(tap => (tap.type === 'CallService' ? [tap.service] : []))
    for (const service of services) expect(calls.filter(one => one === service).length).toBeLessThan(99)
  })
})
