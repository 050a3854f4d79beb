import { describe, expect, it } from 'vitest'
import { as, evening, hour, minute } from '../fixture.testing.ts'
import { at, by, given } from '../given.testing.ts'
import { accepted, later, lily, opened, ordered, settle, settled } from './visit.testing.ts'

const undo = { type: 'UndoSettle', visit: 'v' } as const

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
    const { state } = given(opened('v', 'v01'), at(later.at, settled('v')))
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

  // What was paid could come off the bill afterwards by one person: a round refused, the room cheaper, an hour taken back.
  it('can be undone for ten minutes by whoever may settle, by the tap, and by who leads until the night is over', () => {
    const paid = () => given(opened('v', 'v01'), at(later.at, settled('v')))
    const since = (ms: number, who = 'lily') => by(as(who), { at: later.at + ms })
    paid()
      .when(undo, since(10 * minute))
      .givesTypes('SettleUndone')
    paid()
      .when(undo, since(10 * minute + 1))
      .refuses('undo-over', 'ask-manager')
    paid()
      .when(undo, { ...since(hour), tappedAt: later.at + minute })
      .givesTypes('SettleUndone')
    const untilSix = evening + 10 * hour - later.at
    for (const lead of ['mei', 'huang']) {
      paid()
        .when(undo, since(untilSix - 1, lead))
        .givesTypes('SettleUndone')
      // It was told in that night's report: what comes off it now would be off another's.
      paid().when(undo, since(untilSix, lead)).refuses('undo-over', 'none')
    }
    paid().when(undo, since(untilSix)).refuses('undo-over', 'none')
  })

  it('can be undone over the end of the night by who settled just before it', () => {
    const six = evening + 10 * hour
    given(opened('v', 'v01'), at(six - minute, settled('v')))
      .when(undo, { ...lily, at: six + 8 * minute })
      .givesTypes('SettleUndone')
  })
})
