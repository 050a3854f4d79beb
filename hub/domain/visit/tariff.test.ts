import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day, evening, hour, minute, venue } from '../fixture.testing.ts'
import type { Tariff, VenueConfig } from '../venue-config.ts'
import { bandAt, extensionCharge, isStayUnknown, roomBill, roomCharge, type TariffTerms, termsOf } from './tariff.ts'

const tariff = (id: string) => {
  const found = venue.tariffs.find(one => one.id === id)
  if (!found) throw new Error(`no tariff ${id}`)
  return found
}
const terms = (id: string, at = evening) => termsOf(tariff(id), at, venue)
const opened = (id: string, at = evening) => {
  const found = terms(id, at)
  if (!found) throw new Error(`${id} is not sold then`)
  return found
}
const dayMs = 24 * hour

describe('what a tariff means at an hour', () => {
  it('timed: so much an hour, without an end', () => {
    expect(terms('small-timed')).toEqual({
      kind: 'timed',
      tariff: 'small-timed',
      perHour: 6_000,
      startsAt: evening,
      extensions: 0,
      added: 0,
    })
  })

  it('block: the price of Friday, and three hours', () => {
    expect(terms('mid-block')).toMatchObject({ kind: 'block', price: 36_800, endsAt: evening + 3 * hour })
  })

  it('block on a Thursday costs less', () => {
    expect(terms('mid-block', evening - dayMs)).toMatchObject({ price: 26_800 })
  })

  it('buyout: until its band ends, at 02:00', () => {
    expect(terms('big-buyout')).toMatchObject({ price: 128_800, endsAt: Date.parse('2026-11-20T18:00Z') })
  })

  it('after midnight the band of the evening before holds, with its weekday', () => {
    const sundayMorning = evening + dayMs + 5 * hour // 01:00; Saturday's night
    expect(bandAt(tariff('mid-block').bands, sundayMorning, venue)).toMatchObject({
      date: '2026-11-21',
      band: { price: 36_800 },
    })
    expect(terms('mid-block', sundayMorning + dayMs)).toMatchObject({ price: 26_800 }) // Sunday's night: as a weekday
  })

  it('is not sold at another hour', () => {
    expect(day).toBe('2026-11-20')
    expect(terms('mid-block', evening - 3 * hour)).toBeUndefined()
    expect(terms('mid-block', evening + 6 * hour)).toBeUndefined()
  })
})

describe('a holiday', () => {
  const sold = (holidays: VenueConfig['holidays'], at: number, of = tariff('mid-block')) =>
    termsOf(of, at, { ...venue, ...(holidays && { holidays }) })
  const thursday = evening - dayMs

  it('costs what a Saturday does where the prices say nothing of holidays, until its own night is over', () => {
    const eve = [{ date: '2026-11-19', as: 7 }] as const
    expect(sold([...eve], thursday)).toMatchObject({ price: 36_800 })
    expect(sold([...eve], thursday + 5 * hour)).toMatchObject({ price: 36_800 })
    expect(sold([...eve], thursday - dayMs)).toMatchObject({ price: 26_800 })
  })

  it('costs what was set for holidays where something was', () => {
    const own = tariff('mid-block')
    const dearer: Tariff = { ...own, bands: [{ days: [7], from: 1140, to: 1560, price: 88_800 }, ...own.bands] }
    expect(sold([{ date: '2026-11-19', as: 7 }], thursday, dearer)).toMatchObject({ price: 88_800 })
    expect(sold(undefined, thursday, dearer)).toMatchObject({ price: 26_800 })
  })

  it('is a Saturday at those hours for which nothing was set, and wherever in the list its own price stands', () => {
    const own = tariff('small-timed')
    const only: Tariff = {
      ...own,
      bands: [
        { days: [1, 2, 3, 4, 5], from: 720, to: 1560, price: 6_000 },
        { days: [6, 0], from: 720, to: 1560, price: 8_000 },
        { days: [7], from: 1140, to: 1560, price: 12_000 },
      ],
    }
    const days = [{ date: '2026-11-19', as: 7 as const }]
    const afternoon = thursday - 5 * hour
    expect(sold(days, afternoon, only)).toMatchObject({
      perHour: 8_000,
      later: [{ perHour: 12_000 }, { perHour: 6_000 }],
    })
    expect(sold(undefined, afternoon, only)).toMatchObject({ perHour: 6_000 })
    const everyDay = { from: 720, to: 1560, price: 6_000 }
    const last: Tariff = { ...own, bands: [everyDay, { ...everyDay, days: [7], price: 12_000 }] }
    expect(sold(days, thursday, last)).toMatchObject({ perHour: 12_000 })
    expect(sold(days, thursday - dayMs, last)).toMatchObject({ perHour: 6_000 })
  })

  it('may as well be a day off less: a Friday on which everybody works', () => {
    expect(sold([{ date: '2026-11-20', as: 1 }], evening)).toMatchObject({ price: 26_800 })
  })

  it('ends for who sits by the hour where its night does', () => {
    const hourly: Tariff = {
      ...tariff('small-timed'),
      bands: [
        { days: [7], from: 720, to: 1560, price: 9_000 },
        { from: 720, to: 1800, price: 6_000 },
      ],
    }
    const held = sold([{ date: '2026-11-20', as: 7 }], evening, hourly)
    if (!held) throw new Error('not sold')
    expect(held).toMatchObject({ perHour: 9_000, later: [{ from: evening + 6 * hour, perHour: 6_000 }] })
    expect(roomBill(held, evening + 7 * hour)).toBe(60_000)
  })
})

describe('what a room costs', () => {
  it('timed: by the minute that is over', () => {
    const timed = opened('small-timed')
    expect(roomBill(timed, evening)).toBe(0)
    expect(roomBill(timed, evening + 90 * minute)).toBe(9_000)
    expect(roomBill(timed, evening + 90 * minute + 59_999)).toBe(9_000)
  })

  it('timed, counted in half hours: each as soon as it has begun, at the price of its own hours', () => {
    const timed = termsOf({ ...tariff('small-timed'), step: 30 }, evening, venue)
    if (timed?.kind !== 'timed') throw new Error('not sold by the hour')
    expect(roomBill(timed, evening + 59_999)).toBe(0)
    expect(roomBill(timed, evening + minute)).toBe(3_000)
    expect(roomBill(timed, evening + 30 * minute)).toBe(3_000)
    expect(roomBill(timed, evening + 31 * minute)).toBe(6_000)
    const dearer = { ...timed, later: [{ from: evening + hour, perHour: 12_000 }] }
    expect(roomBill(dearer, evening + 61 * minute)).toBe(6_000 + 6_000)
  })

  it('block: the whole from the first moment, and extensions', () => {
    const block = opened('mid-block')
    expect(roomBill(block, evening)).toBe(36_800)
    expect(roomBill({ ...block, added: 12_000 }, evening + 4 * hour)).toBe(48_800)
  })

  it('an extension costs the class’s hour, or the block’s own rate, or nothing where minutes count anyway', () => {
    const block = opened('mid-block')
    expect(extensionCharge(venue, 'mid', block, 60)).toBe(12_000)
    expect(extensionCharge({ ...venue, tariffs: [] }, 'mid', block, 90)).toBe(18_400)
    expect(extensionCharge(venue, 'small', opened('small-timed'), 60)).toBe(0)
  })

  it('an extension of two halves costs what the whole does, whatever the class’s hours are counted in', () => {
    const block = opened('mid-block')
    const whole = {
      ...venue,
      tariffs: venue.tariffs.map(one => (one.kind === 'timed' ? { ...one, step: 60 as const } : one)),
    }
    expect(extensionCharge(whole, 'mid', block, 30)).toBe(6_000)
    expect(extensionCharge(whole, 'mid', block, 60)).toBe(12_000)
  })

  describe('by the hour, where the hours cost differently', () => {
    // Friday: 88 an hour until midnight, 58 from then on; Saturday 128 from noon.
    const dear: Tariff = {
      id: 'dear',
      kind: 'timed',
      name: { zhHans: '计时' },
      roomClass: 'mid',
      bands: [
        { days: [5], from: 1080, to: 1440, price: 8_800 },
        { days: [5], from: 1440, to: 1800, price: 5_800 },
        { days: [6], from: 720, to: 1440, price: 12_800 },
      ],
    }
    const night = termsOf(dear, evening, venue)
    if (!night) throw new Error('not sold')
    const midnight = evening + 4 * hour

    it('charges each hour at its own price, across midnight', () => {
      expect(night).toMatchObject({ perHour: 8_800, later: [{ from: midnight, perHour: 5_800 }, { perHour: 12_800 }] })
      expect(roomBill(night, midnight)).toBe(4 * 8_800)
      expect(roomBill(night, midnight + 90 * minute)).toBe(4 * 8_800 + 8_700)
    })

    it('goes on at the last price where nothing is sold, until something is again', () => {
      const morning = midnight + 6 * hour
      expect(roomBill(night, morning + hour)).toBe(4 * 8_800 + 7 * 5_800)
      expect(roomBill(night, midnight + 13 * hour)).toBe(4 * 8_800 + 12 * 5_800 + 12_800)
    })

    it('extends a block at the price of the hours that are added', () => {
      const common = { tariff: 'mid-block', price: 36_800, startsAt: evening, extensions: 0, added: 0 }
      const block: TariffTerms = { kind: 'block', ...common, endsAt: midnight - 30 * minute }
      expect(extensionCharge({ ...venue, tariffs: [dear] }, 'mid', block, 60)).toBe(4_400 + 2_900)
    })
  })

  const anyTerms: fc.Arbitrary<TariffTerms> = fc
    .record({ price: fc.integer({ min: 0, max: 1_000_000 }), startsAt: fc.integer({ min: 0, max: 10 * hour }) })
    .chain(({ price, startsAt }) => {
      const common = { tariff: 't', startsAt, extensions: 0, added: 0 }
      return fc.constantFrom<TariffTerms>(
        { kind: 'timed', perHour: price, ...common },
        {
          kind: 'timed',
          perHour: price,
          later: [{ from: startsAt + hour + 7, perHour: Math.round(price / 3) }],
          ...common,
        },
        { kind: 'timed', perHour: price, step: 15, ...common },
        { kind: 'timed', perHour: price, later: [{ from: startsAt + hour, perHour: 2 * price }], step: 60, ...common },
        { kind: 'block', price, endsAt: startsAt + hour, ...common },
        { kind: 'buyout', price, endsAt: startsAt + hour, ...common },
      )
    })
  const instant = fc.integer({ min: 0, max: 30 * hour })

  it('never falls while time passes', () => {
    fc.assert(
      fc.property(anyTerms, instant, fc.nat(dayMs), (any, at, more) => {
        fc.pre(!isStayUnknown(any, at + more))
        expect(roomBill(any, at + more)).toBeGreaterThanOrEqual(roomBill(any, at))
      }),
    )
  })

  it('adds up: the parts of a span cost what the span costs', () => {
    fc.assert(
      fc.property(anyTerms, fc.tuple(instant, instant, instant), (any, [a, b, c]) => {
        expect(roomCharge(any, a, b) + roomCharge(any, b, c)).toBe(roomCharge(any, a, c))
      }),
    )
  })
})
