import { describe, expect, it } from 'vitest'
import type { Event } from '../events.ts'
import { evening, hour } from '../fixture.testing.ts'
import { given } from '../given.testing.ts'
import { lily, opened } from './visit.testing.ts'

describe('opening', () => {
  const open = { type: 'OpenVisit', room: 'v08', tariff: 'big-timed', party: 6, member: 'wang' } as const

  it('gives a known party its room, songs and usual', () => {
    const { state } = given()
      .when(open, lily)
      .givesTypes('VisitOpened', 'PlaylistPreloaded', 'UsualPredicted')
      .tells({ visit: 'v1' })
    expect(state.visits.get('v1')).toMatchObject({
      status: 'open',
      wasIn: ['v08'],
      members: ['wang'],
      minimumSpend: 188_000,
    })
  })

  it('takes who waits in the lobby along', () => {
    const waiting: Event = {
      type: 'CheckedIn',
      checkIn: 'c',
      how: 'desk',
      member: 'wang',
      welcomed: false,
      discreet: true,
      glance: false,
      lapsesAt: evening + hour,
    }
    const { events } = given(waiting).when(open, lily)
    expect(events).toMatchObject([
      { type: 'CheckInSeated', checkIn: 'c', visit: 'v1' },
      { type: 'VisitOpened', discreet: true },
    ])
  })

  it('refuses a member nobody knows, one who is blocked, one who is in', () => {
    given()
      .when({ ...open, member: 'nobody' }, lily)
      .refuses('unknown')
    given()
      .when({ ...open, member: 'ding' }, lily)
      .refuses('not-allowed', 'ask-manager')
    given(opened('v', 'v01', { host: 'wang' }))
      .when(open, lily)
      .refuses('already-in')
  })
})
