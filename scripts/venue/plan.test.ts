import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { VenueConfig } from '../../hub/domain/venue-config.ts'
import { defaultClasses, type VenuePlan, venueOf } from './plan.ts'

const plan: VenuePlan = {
  name: '乐声KTV',
  city: '重庆',
  timeZone: 'Asia/Shanghai',
  currency: 'CNY',
  locale: 'zh-Hant',
  classes: defaultClasses,
  owner: '阿丽',
  starterMenu: true,
  starterSongs: true,
  songs: 'none',
  cards: true,
}

describe('a venue of one’s own', () => {
  it('is one that the hub takes, and no demo', () => {
    const venue = v.parse(VenueConfig, venueOf(plan))
    expect(venue.demo).toBe(false)
    expect(venue.name).toEqual({ zhHans: '乐声KTV' })
    expect(new Set(venue.rooms.map(({ id }) => id)).size).toBe(venue.rooms.length)
  })

  it('has the guests’ Wi-Fi, open or not, or none', () => {
    const wifiOf = (more: Partial<VenuePlan>) => v.parse(VenueConfig, venueOf({ ...plan, ...more })).wifi
    expect(wifiOf({})).toBeUndefined()
    expect(wifiOf({ wifi: 'Guests' })).toEqual({ ssid: 'Guests', security: 'nopass' })
    expect(wifiOf({ wifi: 'Guests', wifiPassword: 'singalong' })).toMatchObject({
      security: 'WPA',
      password: 'singalong',
    })
  })

  it('numbers the rooms of each floor, smaller ones first', () => {
    const classes = [
      { id: 'small', floors: [{ floor: 2, rooms: 2 }], minimumSpend: 0, perHour: 30 },
      {
        id: 'large',
        floors: [
          { floor: 2, rooms: 1 },
          { floor: 12, rooms: 1 },
        ],
        minimumSpend: 500,
        perHour: 90.5,
      },
    ] as const
    const { rooms, tariffs } = venueOf({ ...plan, classes })
    expect(rooms.map(({ name, roomClass }) => [name, roomClass])).toEqual([
      ['201', 'small'],
      ['202', 'small'],
      ['203', 'large'],
      ['1201', 'large'],
    ])
    expect(tariffs.map(({ id, bands }) => [id, bands[0]?.price])).toEqual([
      ['small-timed', 3000],
      ['large-timed', 9050],
    ])
  })

  it('leaves out a class without rooms, and counts in the currency’s own units', () => {
    const classes = [
      { id: 'small', floors: [], minimumSpend: 1, perHour: 1 },
      { id: 'medium', floors: [{ floor: 1, rooms: 1 }], minimumSpend: 3000, perHour: 800 },
    ] as const
    const { classes: kept } = venueOf({ ...plan, classes, currency: 'JPY' })
    expect(kept.map(({ id, minimumSpend }) => [id, minimumSpend])).toEqual([['medium', 3000]])
  })
})
