import { describe, expect, it } from 'vitest'
import type { Event } from '../events.ts'
import { evening, hour } from '../fixture.testing.ts'
import { given } from '../given.testing.ts'
import { block, lily, opened } from './visit.testing.ts'

const { terms: timed } = opened('v', 'v01')

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

  it('refuses a member nobody knows, one who is banned, one who is in', () => {
    given()
      .when({ ...open, member: 'nobody' }, lily)
      .refuses('unknown')
    given()
      .when({ ...open, member: 'ding' }, lily)
      .refuses('banned', 'ask-manager')
    given(opened('v', 'v01', { host: 'wang' }))
      .when(open, lily)
      .refuses('already-in')
  })
})

describe('a room that somebody comes for later in the night', () => {
  const promised = {
    type: 'Reserved',
    reservation: 'b1',
    member: 'wang',
    party: 10,
    arrivesAt: evening + 3 * hour,
    heldUntil: evening + 4 * hour,
    roomClass: 'big',
    room: 'v08',
    deposit: true,
    discreet: false,
  } as const
  const open = { type: 'OpenVisit', room: 'v08', tariff: 'big-buyout', party: 6 } as const
  const midBlock = { type: 'OpenVisit', room: 'v03', tariff: 'mid-block', party: 6 } as const
  const inV03 = { ...promised, roomClass: 'mid', room: 'v03' } as const

  it('is asked about where a party may stay beyond their hour, and given all the same', () => {
    given(promised).when(open, lily).refuses('room-promised', 'confirm')
    given(promised)
      .when(open, { ...lily, sure: true })
      .givesTypes('VisitOpened', 'UsualPredicted')
    // By the hour nobody knows how long; a block of three hours is just over when they come.
    given(promised)
      .when({ ...open, tariff: 'big-timed' }, lily)
      .givesTypes('VisitOpened', 'UsualPredicted')
    given(inV03).when(midBlock, lily).givesTypes('VisitOpened', 'UsualPredicted')
    given({ ...promised, reservation: 'b2' }, { type: 'ReservationCancelled', reservation: 'b2' })
      .when(open, lily)
      .givesTypes('VisitOpened', 'UsualPredicted')
  })

  it('is asked about where it is the last of its class for who was promised any of it', () => {
    const { room: _any, ...ofClass } = inV03
    const late = { arrivesAt: evening + 2.5 * hour }
    const any: Event = { ...ofClass, ...late }
    given(any).when(midBlock, lily).givesTypes('VisitOpened', 'UsualPredicted')
    given(any, opened('x', 'v05', { terms: block }))
      .when(midBlock, lily)
      .refuses('room-promised', 'confirm')
    // Who sits by the hour, or goes before they come, leaves them a room.
    given(any, opened('x', 'v05')).when(midBlock, lily).givesTypes('VisitOpened', 'UsualPredicted')
    const short = { ...block, endsAt: evening + 2 * hour }
    given(any, opened('x', 'v05', { terms: short }))
      .when(midBlock, lily)
      .givesTypes('VisitOpened', 'UsualPredicted')
    given(any, { type: 'RoomConditionSet', room: 'v05', condition: 'out-of-order' })
      .when(midBlock, lily)
      .refuses('room-promised', 'confirm')
  })

  it('is asked about when who sits there stays longer, by an extension or another tariff', () => {
    const sits = opened('v', 'v03', { terms: block })
    const extend = { type: 'ExtendVisit', visit: 'v', minutes: 30 } as const
    given(sits, inV03).when(extend, lily).refuses('room-promised', 'confirm')
    given(sits, inV03)
      .when(extend, { ...lily, sure: true })
      .givesTypes('VisitExtended')
    const early = { arrivesAt: evening + 2.5 * hour }
    given(opened('v', 'v03', { terms: { ...timed, tariff: 'mid-timed' } }), { ...inV03, ...early })
      .when({ type: 'ChangeTariff', visit: 'v', tariff: 'mid-block' }, lily)
      .refuses('room-promised', 'confirm')
  })

  it('is asked about when a party moves there, and not of the party that it is promised to', () => {
    const sits = opened('v', 'v05', { terms: { ...block, endsAt: evening + 4 * hour } })
    const move = { type: 'MoveVisit', visit: 'v', room: 'v03' } as const
    given(sits, inV03).when(move, lily).refuses('room-promised', 'confirm')
    const theirs = opened('v', 'v05', { terms: { ...block, endsAt: evening + 4 * hour }, reservation: 'b1' })
    given(inV03, theirs).when(move, lily).givesTypes('VisitMoved')
  })
})
