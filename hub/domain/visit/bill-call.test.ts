import { describe, expect, it } from 'vitest'
import { evening, minute } from '../fixture.testing.ts'
import { type Party, party } from '../party.testing.ts'

const bill = { type: 'CallService', service: 'bill' } as const
const settle = { type: 'SettleVisit', visit: 'a' } as const
const undo = { type: 'UndoSettle', visit: 'a' } as const
const at = evening + 10 * minute
const call = ({ state }: Party, id = 'r1') => state.requests.get(id)

describe('a call for the bill', () => {
  it('is answered by who takes the money: it rang on and escalated in a room that had paid', () => {
    const p = party()
    p.tap(bill)
    p.tap({ type: 'CallService', service: 'ice' })
    const { events } = p.staff('lily', settle, { at })
    expect(events).toMatchObject([
      { type: 'VisitSettled' },
      { type: 'RequestResolved', request: 'r1', staff: 'lily', outcome: 'done' },
    ])
    expect(call(p)).toMatchObject({ status: 'resolved', resolvedBy: 'lily', resolvedAt: at })
    expect(call(p)).not.toHaveProperty('escalatesAt')
    expect(call(p, 'r2')).toMatchObject({ status: 'open' })
  })

  it('is answered too where a colleague had gone to fetch it', () => {
    const p = party()
    p.tap(bill)
    p.staff('chen', { type: 'TakeRequest', request: 'r1' })
    p.staff('lily', settle, { at }).givesTypes('VisitSettled', 'RequestResolved')
    expect(call(p)).toMatchObject({ status: 'resolved', takenBy: 'chen', resolvedBy: 'lily' })
  })

  it('is in the hands of who takes the settling back', () => {
    const p = party()
    p.tap(bill)
    p.staff('lily', settle, { at })
    p.staff('mei', undo, { at: at + minute }).givesTypes('SettleUndone', 'RequestResumed')
    expect(call(p)).toMatchObject({ status: 'acknowledged', takenBy: 'mei' })
  })

  it('stays done where it was done before, or confirmed, and is not taken up beside a newer one', () => {
    const done = party()
    done.tap(bill)
    done.staff('chen', { type: 'ResolveRequest', request: 'r1', outcome: 'done' })
    done.staff('lily', settle, { at }).givesTypes('VisitSettled')
    done.staff('lily', undo, { at }).givesTypes('SettleUndone')
    const confirmed = party()
    confirmed.tap(bill)
    confirmed.staff('lily', settle, { at })
    confirmed.tap({ type: 'ConfirmRequest', request: 'r1' }, { at })
    confirmed.staff('lily', undo, { at }).givesTypes('SettleUndone')
    const anew = party()
    anew.tap(bill)
    anew.staff('lily', settle, { at })
    anew.tap(bill, { at })
    anew.staff('lily', undo, { at }).givesTypes('SettleUndone')
    expect(call(anew, 'r2')).toMatchObject({ status: 'open' })
  })
})
