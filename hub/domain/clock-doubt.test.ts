import { describe, expect, it } from 'vitest'
import { clockDoubt, nightOf } from './clock-doubt.ts'
import { dueRollDay } from './due.ts'

const shanghai = { timeZone: 'Asia/Shanghai', cutover: 360, demo: false }
const day = '2026-11-20'
const at = (wall: string) => Date.parse(`${wall}+08:00`)
const doubtAt = (wall: string) => clockDoubt({ day }, shanghai, at(wall))

describe('a clock', () => {
  it('is believed from a moment before the night until a week after it', () => {
    expect(doubtAt('2026-11-20T05:46')).toBeUndefined()
    expect(doubtAt('2026-11-21T05:00')).toBeUndefined()
    expect(doubtAt('2026-11-28T23:00')).toBeUndefined()
    expect(dueRollDay({ day }, shanghai, at('2026-11-28T23:00'))).toMatchObject({
      command: { type: 'RollDay', day: '2026-11-28' },
    })
  })

  it('is behind where it shows a time before the night that has begun', () => {
    expect(doubtAt('2026-11-20T05:40')).toBe('behind')
    expect(doubtAt('2000-01-01T08:00')).toBe('behind')
    expect(nightOf({ day }, shanghai, at('2000-01-01T08:00'))).toBe(day)
  })

  it('is ahead where it is more than a week later: no night begins, and what happens is kept with the last one', () => {
    const late = at('2026-11-29T06:00')
    expect(clockDoubt({ day }, shanghai, late)).toBe('ahead')
    expect(dueRollDay({ day }, shanghai, late)).toBeUndefined()
    expect(nightOf({ day }, shanghai, late)).toBe(day)
  })

  it('counts days as they stand on a calendar, also over summer time', () => {
    const berlin = { timeZone: 'Europe/Berlin', cutover: 360, demo: false }
    const later = (from: string, instant: string) => clockDoubt({ day: from }, berlin, Date.parse(instant))
    expect(later('2026-10-10', '2026-10-18T20:00+02:00')).toBeUndefined()
    expect(later('2026-10-24', '2026-11-01T20:00+01:00')).toBeUndefined()
    expect(later('2026-10-24', '2026-11-02T20:00+01:00')).toBe('ahead')
  })

  it('is believed in a house that never had a day, and in a demo', () => {
    expect(clockDoubt({ day: '' }, shanghai, at('2031-05-03T20:00'))).toBeUndefined()
    expect(clockDoubt({ day }, { ...shanghai, demo: true }, at('2031-05-03T20:00'))).toBeUndefined()
  })
})
