import { describe, it } from 'vitest'
import type { Event, EventOf } from '../events.ts'
import { given } from '../given.testing.ts'
import { lily, opened } from './visit.testing.ts'

describe('rooms', () => {
  const clean = { type: 'CleanRoom', room: 'v01' } as const
  const broken = (outOfOrder: boolean) => ({ type: 'SetOutOfOrder', room: 'v01', outOfOrder }) as const
  const condition = (to: EventOf<'RoomConditionSet'>['condition']): Event => ({
    type: 'RoomConditionSet',
    room: 'v01',
    condition: to,
  })

  it('are cleaned once, and after repair', () => {
    given(condition('to-clean')).when(clean, lily).gives(condition('ready')).when(clean, lily).gives()
    given()
      .when(broken(true), lily)
      .gives(condition('out-of-order'))
      .when(clean, lily)
      .refuses('room-not-ready')
      .when(broken(false), lily)
      .gives(condition('to-clean'))
      .when(broken(false), lily)
      .gives()
  })

  it('are left alone while somebody is in', () => {
    given(opened('v', 'v01')).when(clean, lily).refuses('room-taken').when(broken(true), lily).refuses('room-taken')
    given()
      .when({ ...clean, room: 'v99' }, lily)
      .refuses('unknown')
  })
})
