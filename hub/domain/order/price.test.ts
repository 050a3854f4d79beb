import { describe, expect, it } from 'vitest'
import { priceAt } from '../../../shared/protocol/price-at.ts'
import { priceOf, pricesFor } from './price.ts'

const noon = 12 * 60
const ten = 22 * 60
const oneAtNight = 60

describe('the price of an item', () => {
  it('is its own where nothing else is said', () => {
    expect(priceOf({ price: 3_000, prices: [] }, 'big', noon)).toBe(3_000)
  })

  it('is that of the room class, of the hour, or of both: the most specific', () => {
    const beer = {
      price: 3_000,
      prices: [
        { from: 1200, to: 1560, price: 3_500 },
        { roomClass: 'big', from: 1200, to: 1560, price: 4_500 },
        { roomClass: 'mid', from: 1200, to: 1560, price: 4_000 },
      ],
    }
    expect([noon, ten].map(minute => priceOf(beer, 'small', minute))).toEqual([3_000, 3_500])
    expect([noon, ten].map(minute => priceOf(beer, 'mid', minute))).toEqual([3_000, 4_000])
    expect([noon, ten].map(minute => priceOf(beer, 'big', minute))).toEqual([3_000, 4_500])
    expect(priceOf(beer, undefined, ten)).toBe(3_500)
  })

  it('of a class that has its own is not undercut by a happy hour for everybody', () => {
    const beer = {
      price: 3_000,
      prices: [
        { from: 360, to: 1080, price: 2_000 },
        { roomClass: 'big', price: 3_800 },
      ],
    }
    expect(priceOf(beer, 'small', noon)).toBe(2_000)
    expect(priceOf(beer, 'big', noon)).toBe(3_800)
  })

  it('holds after midnight where its band does', () => {
    const late = { price: 100, prices: [{ from: 1200, to: 1560, price: 200 }] }
    expect([1199, 1200, 1439, 0, oneAtNight, 119, 120].map(minute => priceOf(late, 'small', minute))).toEqual([
      100, 200, 200, 200, 200, 200, 100,
    ])
  })

  it('is that of the shorter of two bands', () => {
    const happy = {
      price: 100,
      prices: [
        { from: 0, to: 1440, price: 90 },
        { from: 720, to: 780, price: 50 },
      ],
    }
    expect([noon, ten].map(minute => priceOf(happy, 'small', minute))).toEqual([50, 90])
  })

  it('is computed by a panel from what it is told', () => {
    const beer = { price: 3_000, prices: [{ from: 1200, price: 3_500 }] }
    const told = pricesFor(beer, 'small')
    expect(told).toEqual({ price: 3_000, bands: [{ from: 1200, to: 1440, price: 3_500 }] })
    expect(priceAt(told, ten)).toBe(priceOf(beer, 'small', ten))
  })
})
