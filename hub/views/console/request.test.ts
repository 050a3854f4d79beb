import { describe, expect, it } from 'vitest'
import { evening } from '../../domain/fixture.testing.ts'
import { closed } from '../../domain/party.testing.ts'
import { createHouse, type House } from '../house.testing.ts'
import { call, changedFor, complained, opened, ordered, reserved, seenBy } from './facts.testing.ts'

describe('requests on the consoles', () => {
  const severity = (house: House, id: string) => {
    const view = seenBy('floor', house).get(`request/${id}`)
    return typeof view === 'object' && view !== null && 'severity' in view ? view.severity : undefined
  }

  it('are as severe as what they are about, who called and how long nobody came', () => {
    const guest = createHouse({ ...opened, host: 'zhao' }, call('ice'), call('microphone'), complained, {
      type: 'DeskCalled',
      request: 'q-d',
      kiosk: 'kiosk1',
      why: 'help',
      escalatesAt: evening,
    })
    expect(['q-ice', 'q-microphone', 'q-c', 'q-d'].map(id => severity(guest, id))).toEqual([
      'info',
      'warning',
      'critical',
      'warning',
    ])
    guest.happen({ type: 'RequestEscalated', request: 'q-ice', level: 1 })
    expect(severity(guest, 'q-ice')).toBe('info')
    guest.happen({ type: 'RequestEscalated', request: 'q-ice', level: 2 })
    expect(severity(guest, 'q-ice')).toBe('critical')
    expect(severity(createHouse(opened, call('ice')), 'q-ice')).toBe('critical')
  })

  it('say what the bar wants asked, to who sees orders', () => {
    const house = createHouse(opened, ordered, call('ice'), call('staff'))
    expect(seenBy('floor', house).get('request/q-staff')).not.toHaveProperty('asks')
    house.happen({ type: 'OrderRejected', order: 'o1', reason: 'staff-must-ask' })
    expect(seenBy('floor', house).get('request/q-staff')).toMatchObject({ asks: [{ qty: expect.any(Number) }] })
    expect(seenBy('floor', house).get('request/q-ice')).not.toHaveProperty('asks')
    expect(seenBy('locked', house).get('request/q-staff')).not.toHaveProperty('asks')
  })

  it('stay until the guest is content or took them back', () => {
    const house = createHouse(opened, complained, {
      type: 'RequestResolved',
      request: 'q-c',
      staff: 'mei',
      outcome: 'fixed',
      confirmBy: evening,
    })
    expect(seenBy('manager', house).get('request/q-c')).toMatchObject({
      status: 'resolved',
      outcome: 'fixed',
      resolvedBy: 'mei',
    })
    house.touched()
    house.happen({ type: 'ConfirmationLapsed', request: 'q-c' })
    expect([...changedFor('manager', house)]).toContainEqual(['request/q-c', undefined])
  })

  it('sound on a locked console without a word of who', () => {
    const house = createHouse(opened, complained, ordered, reserved)
    const locked = seenBy('locked', house)
    expect(new Set([...locked.keys()].map(key => key.split('/')[0]))).toEqual(
      new Set(['venue', 'room', 'request', 'staff']),
    )
    expect(locked.get('request/q-c')).toMatchObject({ room: 'v08', severity: 'critical', what: { kind: 'complaint' } })
    expect(JSON.stringify([...locked])).not.toMatch(/wang|"a"|r1/)
  })

  it('of a party that moved and left in one batch are where it was last', () => {
    const house = createHouse(opened, complained)
    house.touched()
    house.happen(
      { type: 'VisitMoved', visit: 'a', from: 'v08', to: 'v05', minimumSpend: 0 },
      {
        type: 'VisitClosed',
        visit: 'a',
        room: 'v05',
        members: ['wang'],
        openedAt: evening,
        effectiveSpend: 0,
        drunk: [],
        sung: [],
      },
    )
    expect(changedFor('floor', house).get('request/q-c')).toMatchObject({ room: 'v05' })
  })

  it('of a party that left say so, and whose they were to who knows who comes, unless it was a discreet one', () => {
    const house = createHouse(opened, complained)
    expect(seenBy('floor', house).get('request/q-c')).not.toHaveProperty('gone')
    house.touched()
    house.happen(closed)
    expect(changedFor('desk', house).get('request/q-c')).toMatchObject({ room: 'v08', gone: { title: 'wang' } })
    house.happen({ ...opened, visit: 'b', host: 'zhao' })
    expect(seenBy('manager', house).get('request/q-c')).toMatchObject({ gone: { title: 'wang' } })
    // On the floor nobody is named who is not in the house.
    for (const role of ['floor', 'locked'] as const) {
      expect(seenBy(role, house).get('request/q-c')).toMatchObject({ gone: {} })
      expect(seenBy(role, house).get('request/q-c')).not.toHaveProperty('gone.title')
    }
    const discreet = createHouse({ ...opened, discreet: true }, complained, closed)
    expect(seenBy('desk', discreet).get('request/q-c')).toMatchObject({ gone: {} })
    expect(seenBy('desk', discreet).get('request/q-c')).not.toHaveProperty('gone.title')
  })

  it('tell whom a complaint passes over', () => {
    const house = createHouse(opened, { ...complained, attendant: 'chen' })
    expect(seenBy('floor', house).get('request/q-c')).toMatchObject({ notTo: 'chen' })
  })
})
