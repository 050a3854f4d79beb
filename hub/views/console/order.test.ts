import { describe, expect, it } from 'vitest'
import { memberOf } from '../../domain/fixture.testing.ts'
import { closed } from '../../domain/party.testing.ts'
import { createHouse } from '../house.testing.ts'
import { accepted, call, changedFor, opened, ordered, rolesWith, seenBy } from './facts.testing.ts'

describe('orders on the consoles', () => {
  it('carry prices for roles, none at stations or on the floor, and what the bar must mind even in a discreet visit', () => {
    const house = createHouse({ ...opened, discreet: true }, ordered)
    expect(seenBy('bar', house).get('order/o1')).toMatchObject({
      room: 'v08',
      total: 98_000,
      lines: [{ unitPrice: 98_000 }],
      mind: ['peanut'],
    })
    for (const role of ['bar-station', 'floor', 'floor-station'] as const) {
      const text = JSON.stringify(seenBy(role, house).get('order/o1'))
      expect(text).toContain('whisky')
      expect(text).not.toMatch(/98000|unitPrice|total/)
    }
    expect(rolesWith('order', house)).not.toContain('locked')
  })

  it('mind a member who joins later', () => {
    const house = createHouse(opened, ordered)
    house.members.set('zhao', memberOf('zhao', 'guest', { taboos: ['baijiu'] }))
    house.touched()
    house.happen({ type: 'MemberJoined', visit: 'a', member: 'zhao', discreet: false })
    expect(changedFor('bar', house).get('order/o1')).toMatchObject({ mind: ['peanut', 'baijiu'] })
  })

  it('mark the very line that somebody in the room must not have, a package by what is in it', () => {
    const house = createHouse(opened, ordered)
    expect(JSON.stringify(seenBy('bar', house).get('order/o1'))).not.toContain('taboo')
    house.members.set('zhao', memberOf('zhao', 'guest', { taboos: ['Whisky'] }))
    house.touched()
    house.happen({ type: 'MemberJoined', visit: 'a', member: 'zhao', discreet: false })
    expect(changedFor('bar-station', house).get('order/o1')).toMatchObject({ lines: [{ taboo: true }] })
  })

  it('stay after the party has left until they are keyed in, without what is known of it, and over the cutover', () => {
    const house = createHouse(opened, ordered, accepted, { ...ordered, order: 'o2' }, { ...accepted, order: 'o2' })
    house.happen({ type: 'OrderTicked', order: 'o2', ticked: true })
    house.touched()
    house.happen(closed)
    const changed = changedFor('bar-station', house)
    expect(changed.get('order/o1')).toMatchObject({ room: 'v08', gone: true, mind: [] })
    expect(changed.has('order/o2') && changed.get('order/o2') === undefined).toBe(true)
    house.happen({ type: 'DayRolled', day: '2026-11-21' })
    expect(seenBy('manager', house).get('order/o1')).toMatchObject({ gone: true })
    expect(seenBy('manager', house).get('night')).toMatchObject({ unticked: 1, turnover: 0 })
    house.touched()
    house.happen({ type: 'OrderTicked', order: 'o1', ticked: true })
    const ticked = changedFor('bar', house)
    expect(ticked.has('order/o1') && ticked.get('order/o1') === undefined).toBe(true)
  })

  it('stay after the party has left too until what was refused is out of the cashier', () => {
    const house = createHouse(opened, ordered, accepted, { type: 'OrderTicked', order: 'o1', ticked: true })
    house.happen({ type: 'OrderRejected', order: 'o1', reason: 'mistake' })
    house.happen(closed)
    expect(seenBy('bar', house).get('order/o1')).toMatchObject({ gone: true, status: 'rejected', ticked: true })
    house.happen({ type: 'OrderTicked', order: 'o1', ticked: false })
    expect(seenBy('bar', house).has('order/o1')).toBe(false)
  })

  it('follow the party to its new room, as its calls do', () => {
    const house = createHouse(opened, ordered, call('ice'))
    house.touched()
    house.happen({ type: 'VisitMoved', visit: 'a', from: 'v08', to: 'v05', minimumSpend: 0 })
    const changed = changedFor('floor', house)
    expect(changed.get('order/o1')).toMatchObject({ room: 'v05' })
    expect(changed.get('request/q-ice')).toMatchObject({ room: 'v05' })
    expect(changed.get('room/v08')).not.toHaveProperty('visit')
    expect(changed.get('room/v05')).toMatchObject({ visit: 'a' })
  })
})
