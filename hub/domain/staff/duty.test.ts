import { describe, expect, it } from 'vitest'
import { as, evening, hour, minute, staff, system, venue } from '../fixture.testing.ts'
import { at, by, given } from '../given.testing.ts'
import { opened } from '../party.testing.ts'
import type { Request } from '../state.ts'
import { whoseCall } from './duty.ts'

const started = (id: string) => at(evening, { type: 'ShiftStarted', staff: id, endsAt: evening + 14 * hour })
const room = venue.rooms.find(({ id }) => id === 'v08')
const ice: Pick<Request, 'level' | 'what'> = { level: 0, what: { kind: 'service', service: 'ice' } }
const rude: Pick<Request, 'level' | 'what'> = { level: 0, what: { kind: 'complaint', category: 'service' } }
const whose = (request: Pick<Request, 'level' | 'what' | 'notTo' | 'passed'>, ...onDuty: string[]) =>
  whoseCall(request, room, given(...onDuty.map(started)).state, staff)

describe('a shift', () => {
  const mine = by(as('chen'))

  it('begins and ends when somebody says so, once', () => {
    const given1 = given()
    given1
      .when({ type: 'StartShift' }, mine)
      .gives({ type: 'ShiftStarted', staff: 'chen', endsAt: evening + 14 * hour })
      .when({ type: 'StartShift' }, mine)
      .gives()
      .tells({ already: true })
      .when({ type: 'EndShift' }, mine)
      .gives({ type: 'ShiftEnded', staff: 'chen', why: 'left' })
      .when({ type: 'EndShift' }, mine)
      .gives()
  })

  it('at a station is whose name was tapped', () => {
    const station = by({ kind: 'station', device: 'floor-screen', station: 'floor' })
    given().when({ type: 'StartShift' }, station).refuses('malformed')
    given()
      .when({ type: 'StartShift', as: 'zhou' }, station)
      .gives({ type: 'ShiftStarted', staff: 'zhou', endsAt: evening + 14 * hour })
  })

  it('of somebody who forgot it ends by itself', () => {
    const lapse = { type: 'LapseShift', staff: 'chen' } as const
    given(started('chen'))
      .when(lapse, by(system, { at: evening + 14 * hour - minute }))
      .gives()
      .when(lapse, by(system, { at: evening + 14 * hour }))
      .gives({ type: 'ShiftEnded', staff: 'chen', why: 'lapsed' })
  })

  it('decides to whom a room is given, where shifts are kept', () => {
    const set = { type: 'SetAttendant', visit: 'a', staff: 'zhou' } as const
    given(opened())
      .when(set, by(as('lily')))
      .givesTypes('AttendantSet')
    given(opened(), started('mei'))
      .when(set, by(as('lily')))
      .givesTypes('AttendantSet')
    given(opened(), started('chen'))
      .when(set, by(as('lily')))
      .refuses('off-duty', 'choose-other')
  })
})

describe('whose call it is', () => {
  it('is the zone’s floor staff, else the floor’s, else the managers’, else the owner’s', () => {
    expect(whose(ice, 'chen', 'zhou', 'mei')).toEqual(['zhou'])
    expect(whose(ice, 'chen', 'mei')).toEqual(['chen'])
    expect(whose(ice, 'mei', 'bo')).toEqual(['mei'])
    expect(whose(ice, 'bo')).toEqual(['huang'])
  })

  it('is everybody’s where no shifts are kept', () => {
    expect(whose(ice)).toEqual([])
  })

  it('goes up with each step: the whole floor and the managers, then the owner too', () => {
    expect(whose({ ...ice, level: 1 }, 'chen', 'zhou', 'mei')).toEqual(['chen', 'zhou', 'mei'])
    expect(whose({ ...ice, level: 3 }, 'chen', 'zhou', 'mei')).toEqual(['chen', 'zhou', 'mei', 'huang'])
  })

  it('of a complaint is the managers’ from the start, and never of whom it is about', () => {
    expect(whose(rude, 'chen', 'zhou', 'mei')).toEqual(['zhou', 'mei'])
    expect(whose({ ...rude, notTo: 'zhou' }, 'chen', 'zhou', 'mei')).toEqual(['mei'])
    expect(whose({ ...ice, notTo: 'zhou' }, 'zhou')).toEqual(['huang'])
  })

  it('is theirs to whom it was passed; a role that nobody on duty has is passed over', () => {
    const passed = (to: { staff: string } | { role: 'manager' | 'bar' }) => ({
      ...ice,
      passed: { by: 'chen', to, at: evening },
    })
    expect(whose(passed({ staff: 'chen' }), 'chen', 'zhou')).toEqual(['chen'])
    expect(whose(passed({ staff: 'bo' }))).toEqual(['bo'])
    expect(whose(passed({ staff: 'huang' }), 'zhou')).toEqual(['huang'])
    // A bar that keeps no shifts: nobody knows whether Bo is here.
    expect(whose(passed({ staff: 'bo' }), 'zhou')).toEqual(['bo', 'zhou'])
    expect(whose(passed({ role: 'manager' }), 'zhou', 'mei')).toEqual(['mei'])
    expect(whose(passed({ role: 'manager' }), 'zhou')).toEqual(['zhou'])
  })
})
