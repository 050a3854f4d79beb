import { describe, expect, it } from 'vitest'
import { wangCame, wangReserved } from '../check-in/check-in.testing.ts'
import { as } from '../fixture.testing.ts'
import { by, given } from '../given.testing.ts'
import { lily, opened } from './visit.testing.ts'

const mei = by(as('mei'))
const set = (booker?: string) => ({ type: 'SetBooker', visit: 'v', ...(booker !== undefined && { booker }) }) as const

describe('who brought a party that nobody had booked for', () => {
  it('is written down while they are here', () => {
    const { state } = given(opened('v', 'v01'))
      .when(set('chen'), lily)
      .gives({ type: 'BookerSet', visit: 'v', booker: 'chen' })
      .when(set('chen'), lily)
      .gives()
      .when(set('nobody'), mei)
      .refuses('unknown', 'choose-other')
    expect(state.visits.get('v')).toMatchObject({ booker: 'chen' })
    given(opened('v', 'v01'), { type: 'VisitSettled', visit: 'v', room: 0, orders: 0, comps: 0, unticked: [] })
      .when(set('chen'), lily)
      .givesTypes('BookerSet')
  })

  it('is not who writes it down, nor anybody else than it was, without a manager', () => {
    given(opened('v', 'v01'))
      .when(set('lily'), lily)
      .refuses('not-allowed', 'ask-manager')
      .when(set('lily'), mei)
      .gives({ type: 'BookerSet', visit: 'v', booker: 'lily' })
    const { state } = given(opened('v', 'v01', { booker: 'wang' }))
      .when(set('chen'), lily)
      .refuses('not-allowed', 'ask-manager')
      .when(set(), lily)
      .refuses('not-allowed', 'ask-manager')
      .when(set('chen'), mei)
      .gives({ type: 'BookerSet', visit: 'v', booker: 'chen' })
      .when(set(), mei)
      .gives({ type: 'BookerSet', visit: 'v' })
    expect(state.visits.get('v')).not.toHaveProperty('booker')
  })

  it('is who had booked for one that joins those who came first, and is not where that one was not theirs', () => {
    const join = { type: 'JoinVisit', checkIn: 'c1', visit: 'v' } as const
    const came = { ...wangCame, reservation: 'res' }
    const { state, when } = given(wangReserved, came, opened('v', 'v03'))
    when(join, lily)
    expect(state.visits.get('v')).toMatchObject({ booker: 'mei' })
    when({ type: 'LeaveVisit', visit: 'v', member: 'wang' }, lily)
    expect(state.visits.get('v')).not.toHaveProperty('booker')
    const others = given(wangReserved, came, opened('v', 'v03', { booker: 'chen' })).when(join, lily)
    expect(others.state.visits.get('v')).toMatchObject({ booker: 'chen' })
    others.when({ type: 'LeaveVisit', visit: 'v', member: 'wang' }, lily)
    expect(others.state.visits.get('v')).toMatchObject({ booker: 'chen' })
  })

  it('stays with those who join a party that nobody brought', () => {
    const merge = { type: 'MergeVisits', from: 'a', into: 'b' } as const
    const two = [opened('a', 'v01', { booker: 'mei' }), opened('b', 'v03')]
    expect(
      given(...two)
        .when(merge, lily)
        .state.visits.get('b'),
    ).toMatchObject({ booker: 'mei' })
    const both = [opened('a', 'v01', { booker: 'mei' }), opened('b', 'v03', { booker: 'chen' })]
    expect(
      given(...both)
        .when(merge, lily)
        .state.visits.get('b'),
    ).toMatchObject({ booker: 'chen' })
  })
})
