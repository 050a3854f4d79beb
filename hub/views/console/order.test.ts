import { describe, expect, it } from 'vitest'
import { memberOf } from '../../domain/fixture.testing.ts'
import { createHouse } from '../house.testing.ts'
import { call, changedFor, opened, ordered, rolesWith, seenBy } from './facts.testing.ts'

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
