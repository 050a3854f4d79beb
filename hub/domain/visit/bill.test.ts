import { describe, expect, it } from 'vitest'
import { given } from '../given.testing.ts'
import { accepted, later, opened, ordered, settle, settled } from './visit.testing.ts'

describe('settling', () => {
  it('says what the hub knows of the bill', () => {
    given(opened('v', 'v01'), ordered('o', 'v'), accepted('o'))
      .when(settle('v'), later)
      .gives({ type: 'VisitSettled', visit: 'v', room: 9_000, orders: 18_000, comps: 0, unticked: [] })
      .when(settle('v'), later)
      .refuses('already-done', 'look-again')
  })

  it('waits for orders that nobody answered', () => {
    given(opened('v', 'v01'), ordered('o', 'v')).when(settle('v'), later).refuses('open-orders', 'look-again')
    given(opened('v', 'v01'), ordered('o', 'v', { needsApproval: true }))
      .when(settle('v'), later)
      .refuses('open-orders')
    given(opened('v', 'v01'), ordered('o', 'v'), { type: 'OrderCancelled', order: 'o' })
      .when(settle('v'), later)
      .givesTypes('VisitSettled')
  })

  it('asks once about tickets that are not in the cashier', () => {
    const { events } = given(opened('v', 'v01'), ordered('o', 'v'), accepted('o', true))
      .when(settle('v'), later)
      .refuses('unticked', 'confirm')
      .when(settle('v'), { ...later, sure: true })
    expect(events).toMatchObject([{ type: 'VisitSettled', unticked: ['o'] }])
    given(opened('v', 'v01'), ordered('o', 'v'), accepted('o', true), { type: 'OrderTicked', order: 'o', ticked: true })
      .when(settle('v'), later)
      .givesTypes('VisitSettled')
  })

  it('can be undone until the room is closed', () => {
    const undo = { type: 'UndoSettle', visit: 'v' } as const
    const { state } = given(opened('v', 'v01'), settled('v'))
      .when(undo, later)
      .gives({ type: 'SettleUndone', visit: 'v' })
      .when(undo, later)
      .refuses('not-settled')
    expect(state.visits.get('v')).not.toHaveProperty('settledAt')
    given(opened('v', 'v01'), settled('v'))
      .when({ type: 'CloseVisit', visit: 'v' }, later)
      .when(undo, later)
      .refuses('visit-closed')
  })
})
