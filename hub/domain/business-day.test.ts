import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, businessDayOf, endOfBusinessDay, instantOf, startOfBusinessDay, wallClock } from './business-day.ts'

const shanghai = { timeZone: 'Asia/Shanghai', cutover: 360 }
const newYork = { timeZone: 'America/New_York', cutover: 360 }

describe('the business day', () => {
  it.each([
    ['2026-11-20T12:00Z', '2026-11-20'], // Friday 20:00
    ['2026-11-20T19:00Z', '2026-11-20'], // Saturday 03:00: still Friday's night
    ['2026-11-20T21:59:59.999Z', '2026-11-20'],
    ['2026-11-20T22:00Z', '2026-11-21'], // Saturday 06:00
  ])('of %s in Shanghai is %s', (instant, day) => {
    expect(businessDayOf(Date.parse(instant), shanghai)).toBe(day)
  })

  it('lasts 23 hours when clocks go forward and 25 when they go back', () => {
    const hours = (day: string) => (endOfBusinessDay(day, newYork) - startOfBusinessDay(day, newYork)) / 3_600_000
    expect(hours('2026-03-07')).toBe(23)
    expect(hours('2026-10-31')).toBe(25)
    expect(hours('2026-11-02')).toBe(24)
  })

  it('begins once, even where the cutover is shown twice or never', () => {
    const twice = { timeZone: 'America/New_York', cutover: 90 }
    const first = Date.parse('2026-11-01T05:30Z')
    expect(startOfBusinessDay('2026-11-01', twice)).toBe(first)
    expect(businessDayOf(first + 45 * 60_000, twice)).toBe('2026-11-01') // the wall shows 01:15 again
    const never = { timeZone: 'America/New_York', cutover: 150 }
    expect(wallClock(startOfBusinessDay('2026-03-08', never), never.timeZone)).toMatchObject({ minute: 210 })
  })

  const clocks = fc.record({
    timeZone: fc.constantFrom(
      'Asia/Shanghai',
      'America/New_York',
      'Europe/Berlin',
      'Australia/Lord_Howe',
      'America/Havana',
      'Asia/Kathmandu',
      'UTC',
    ),
    cutover: fc.integer({ min: 0, max: 1439 }),
  })
  const instants = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2035, 0) })

  it('holds every instant in exactly one day, between its start and its end', () => {
    fc.assert(
      fc.property(clocks, instants, (clock, at) => {
        const day = businessDayOf(at, clock)
        expect(startOfBusinessDay(day, clock)).toBeLessThanOrEqual(at)
        expect(endOfBusinessDay(day, clock)).toBeGreaterThan(at)
      }),
      { numRuns: 300 },
    )
  })

  it('never goes back, and the next begins where one ends', () => {
    fc.assert(
      fc.property(clocks, instants, fc.integer({ min: 0, max: 3 * 86_400_000 }), (clock, at, later) => {
        const day = businessDayOf(at, clock)
        expect(businessDayOf(at + later, clock) >= day).toBe(true)
        const end = endOfBusinessDay(day, clock)
        expect(businessDayOf(end - 1, clock)).toBe(day)
        expect(businessDayOf(end, clock)).toBe(addDays(day, 1))
      }),
      { numRuns: 300 },
    )
  })
})

describe('the clock on the wall', () => {
  it('shows date, minute and weekday', () => {
    expect(wallClock(Date.parse('2026-11-20T19:05:30Z'), 'Asia/Shanghai')).toEqual({
      date: '2026-11-21',
      minute: 185,
      weekday: 6,
    })
  })

  it('finds the instant of minutes after midnight of the next day', () => {
    expect(instantOf('2026-11-20', 1560, 'Asia/Shanghai')).toBe(Date.parse('2026-11-20T18:00Z'))
  })
})
