import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { VenueConfig } from '../../hub/domain/venue-config.ts'
import { bandAt, termsOf } from '../../hub/domain/visit/tariff.ts'
import { demoStaff } from './staff.ts'
import { demoVenue } from './venue.ts'

const hour = 3_600_000
/** Monday 2026-11-16, 00:00 in Chengdu. */
const monday = Date.parse('2026-11-16T00:00+08:00')
const { rooms, classes, tariffs } = demoVenue

describe('the demo venue', () => {
  it('is in the shape that the hub reads', () => {
    expect(v.parse(VenueConfig, demoVenue)).toEqual(demoVenue)
  })

  it('has forty rooms on three floors in four classes, V08 among the finest', () => {
    expect(rooms).toHaveLength(40)
    expect(new Set(rooms.map(room => room.id)).size).toBe(40)
    expect(new Set(rooms.map(room => room.name)).size).toBe(40)
    expect(new Set(rooms.map(room => room.floor)).size).toBe(3)
    expect(classes.map(one => [one.name.zhHans, one.capacity])).toEqual([
      ['小包', 4],
      ['中包', 8],
      ['大包', 14],
      ['豪华包', 20],
    ])
    expect(rooms.find(room => room.name === 'V08')).toEqual({ id: 'v08', name: 'V08', floor: 5, roomClass: 'vip' })
    for (const { id } of classes) expect(rooms.filter(room => room.roomClass === id).length).toBeGreaterThanOrEqual(8)
  })

  it('asks more minimum spend of the finer class', () => {
    const minima = classes.map(one => one.minimumSpend)
    expect(minima).toEqual([...new Set(minima)].sort((a, b) => a - b))
  })
})

describe('tariffs', () => {
  it('have ids of their own, belong to a class, and cost something', () => {
    expect(new Set(tariffs.map(tariff => tariff.id)).size).toBe(tariffs.length)
    const known = classes.map(one => one.id)
    for (const tariff of tariffs) {
      expect(known).toContain(tariff.roomClass)
      for (const band of tariff.bands) {
        expect(Number.isSafeInteger(band.price) && band.price > 0, tariff.id).toBe(true)
        expect(band.to, tariff.id).toBeGreaterThan(band.from)
      }
    }
  })

  it('let every class be opened by the hour and bought at any hour of the week', () => {
    for (const { id } of classes) {
      for (const kind of ['timed', 'buyout'] as const) {
        const tariff = tariffs.find(one => one.roomClass === id && one.kind === kind)
        const closed = Array.from({ length: 7 * 24 }, (_, index) => monday + index * hour).filter(
          at => !tariff || !termsOf(tariff, at, demoVenue),
        )
        expect(closed, `${id} ${kind}`).toEqual([])
      }
    }
  })

  it.each([
    ['Wednesday 14:00', 2 * 24 + 14, 6800],
    ['Saturday 14:00', 5 * 24 + 14, 9800],
    ['Wednesday 21:00', 2 * 24 + 21, 14_800],
    ['Friday 21:00', 4 * 24 + 21, 19_800],
    ['Sunday 21:00', 6 * 24 + 21, 14_800],
    ['Saturday 02:00, which is Friday’s night', 5 * 24 + 2, 13_800],
    ['Monday 02:00, which is Sunday’s night', 2, 9800],
  ])('cost for a medium room on %s', (_, hours, price) => {
    const timed = tariffs.find(tariff => tariff.id === 'medium-timed')
    expect(bandAt(timed?.bands ?? [], monday + hours * hour, demoVenue)?.band.price).toBe(price)
  })

  it('sell the evening block until 01:00, and not at noon', () => {
    const evening = tariffs.find(tariff => tariff.id === 'vip-evening')
    if (!evening) throw new Error('no evening block')
    const friday = monday + 4 * 24 * hour
    expect(termsOf(evening, friday + 20.5 * hour, demoVenue)).toMatchObject({
      kind: 'block',
      price: 198_800,
      endsAt: friday + 25 * hour,
    })
    expect(termsOf(evening, friday + 12 * hour, demoVenue)).toBeUndefined()
  })

  it('make a block cheaper than its hours', () => {
    for (const { id } of classes) {
      const priceOf = (tariff: string, at: number) =>
        bandAt(tariffs.find(one => one.id === tariff)?.bands ?? [], at, demoVenue)?.band.price ?? 0
      const evening = monday + 20 * hour
      const hours = [0, 1, 2, 3, 4].reduce((sum, index) => sum + priceOf(`${id}-timed`, evening + index * hour), 0)
      expect(priceOf(`${id}-evening`, evening), id).toBeLessThan(hours)
    }
  })
})

describe('the staff', () => {
  it('are twelve: 咨客, 楼面, 吧台, managers and the owner', () => {
    expect(demoStaff).toHaveLength(12)
    const count = (role: string) => demoStaff.filter(one => one.role === role).length
    expect([count('desk'), count('floor'), count('bar'), count('manager'), count('owner')]).toEqual([2, 4, 2, 3, 1])
    expect(demoStaff.find(one => one.name.zhHans === '小陈')).toMatchObject({ role: 'floor', zone: [5] })
  })

  it('have ids and six-digit PINs that are all different', () => {
    expect(new Set(demoStaff.map(one => one.id)).size).toBe(12)
    expect(new Set(demoStaff.map(one => one.pin)).size).toBe(12)
    for (const { id, pin } of demoStaff) {
      expect(id).toMatch(/^st1-[0-9a-z]+$/)
      expect(pin).toMatch(/^\d{6}$/)
    }
  })

  it('look after every floor', () => {
    const served = new Set(demoStaff.filter(one => one.role === 'floor').flatMap(one => one.zone))
    expect([...served].sort()).toEqual([...new Set(rooms.map(room => room.floor))].sort())
  })
})
