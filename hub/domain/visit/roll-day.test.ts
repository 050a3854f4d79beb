import { describe, expect, it } from 'vitest'
import { evening, system } from '../fixture.testing.ts'
import { contents, given } from '../given.testing.ts'
import { accepted, later, lily, opened, ordered, settled } from './visit.testing.ts'

describe('the cutover', () => {
  const roll = (day: string) => ({ type: 'RollDay', day }) as const

  it('lets the night’s finished things go and keeps what goes on', () => {
    const { state } = given(
      opened('over', 'v01'),
      ordered('o', 'over'),
      { type: 'OrderCancelled', order: 'o' },
      settled('over'),
      {
        type: 'VisitClosed',
        visit: 'over',
        room: 'v01',
        members: [],
        openedAt: evening,
        effectiveSpend: 0,
        drunk: [],
        sung: [],
      },
      opened('on', 'v08', { host: 'wang' }),
      {
        type: 'CompGiven',
        comp: 'g',
        visit: 'on',
        kind: 'reduction',
        amount: 500,
        reason: 'delay',
        by: 'mei',
        period: '2026-11-20',
      },
      { type: 'DeskCalled', request: 'q', kiosk: 'kiosk1', why: 'help', escalatesAt: evening },
      { type: 'RequestWithdrawn', request: 'q', over: true },
      { type: 'SoldOutSet', item: 'whisky', soldOut: true },
    )
      .when(roll('2026-11-21'), { by: system })
      .gives({ type: 'DayRolled', day: '2026-11-21' })
    expect(contents(state)).toMatchObject({
      day: '2026-11-21',
      orders: new Map(),
      requests: new Map(),
      comps: new Map(),
      soldOut: new Map([['whisky', true]]),
    })
    expect([...state.visits.entries()].map(([id]) => id)).toEqual(['on'])
  })

  it('leaves what nobody keyed in until somebody did, and counts its money in no second night', () => {
    const tick = { type: 'TickOrder', order: 'o', ticked: true } as const
    const { state } = given(opened('v', 'v01'), ordered('o', 'v'), accepted('o', true), settled('v'))
      .when({ type: 'CloseVisit', visit: 'v' }, { ...later, sure: true })
      .when(roll('2026-11-21'), { by: system })
      .when(tick, lily)
      .gives({ type: 'OrderTicked', order: 'o', ticked: true })
    expect(state.visits.get('v')).toMatchObject({ status: 'closed', before: { ordered: 18_000 } })
    expect(state.orders.get('o')).toMatchObject({ ticked: true, total: 18_000 })
    const after = given(opened('v', 'v01'), ordered('o', 'v'), accepted('o', true), settled('v'))
      .when({ type: 'CloseVisit', visit: 'v' }, { ...later, sure: true })
      .when(tick, lily)
      .when(roll('2026-11-21'), { by: system })
    expect([after.state.visits.size, after.state.orders.size]).toEqual([0, 0])
  })

  it('comes once and never back', () => {
    given()
      .when(roll('2026-11-21'), { by: system })
      .when(roll('2026-11-21'), { by: system })
      .gives()
      .when(roll('2026-11-20'), { by: system })
      .gives()
  })
})
