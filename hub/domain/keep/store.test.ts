import { describe, expect, it } from 'vitest'
import type { Event } from '../events.ts'
import { evolve } from '../evolve.ts'
import { evening, hour, minute, day as today } from '../fixture.testing.ts'
import { closed, opened, party } from '../party.testing.ts'
import { brought, draw, endOf, ends, label, nobodys, right, store, stored, twoPeople } from './keep.testing.ts'

describe('存酒', () => {
  it('keeps a bottle of a member who is here, with a label that can be read out', () => {
    const p = party(...brought())
    expect(label).toMatch(/^K-\d{4}$/)
    p.staff('bo', store)
      .gives(stored)
      .tells({ keep: 'k1', label, ...ends })
    expect(p.state.keeps.get('k1')).toMatchObject({ member: 'wang', room: 'v08', tenths: 6, label, storedAt: evening })
  })

  it('keeps one of nobody by name: the label says whose it is', () => {
    const { member: _nobody, ...without } = stored
    party(...brought())
      .staff('bo', nobodys)
      .gives(without)
  })

  it('keeps what a member left behind, by two people: no table says what it was', () => {
    const { visit: _left, ...behind } = store
    party(...brought(), closed)
      .staff('bo', behind)
      .refuses('second-person', 'ask-manager')
    const { visit: _visit, room: _room, ...without } = stored
    party(closed)
      .staff('bo', { ...behind, ...twoPeople }, right)
      .gives({ ...without, second: 'chen' })
    party(closed)
      .staff('bo', { ...behind, ...twoPeople, member: 'nobody' }, right)
      .refuses('unknown', 'choose-other')
    const { member: _member, ...neither } = behind
    party().staff('bo', neither).refuses('malformed')
  })

  it('is for members of that party, and for bottles', () => {
    party()
      .staff('bo', { ...store, member: 'li' })
      .refuses('unknown')
    party()
      .staff('bo', { ...store, item: 'caviar' })
      .refuses('unknown-item')
    party()
      .staff('bo', { ...store, item: 'beer-tower' })
      .refuses('unknown-item')
    party(closed).staff('bo', store).refuses('visit-closed')
    party().station('bar', store).refuses('not-allowed', 'sign-in')
  })

  it('is stored once when the same hand stores it again, until they say that it is another', () => {
    const p = party(...brought(9))
    p.staff('bo', store).givesTypes('KeepStored')
    const soon = { at: evening + 2 * minute }
    p.staff('bo', store, soon)
      .gives()
      .tells({ keep: 'k1', label, already: true, ...ends })
    p.staff('bo', { ...store, shelf: 'B-13' }, soon).givesTypes('KeepStored')
    p.staff('bo', { ...store, tenths: 5 }, soon).givesTypes('KeepStored')
    p.staff('bo', { ...nobodys }, soon).givesTypes('KeepStored')
    p.staff('chen', store, soon).givesTypes('KeepStored')
    p.staff('bo', store, { ...soon, sure: true }).givesTypes('KeepStored')
    const later = party(...brought(9))
    later.staff('bo', store).givesTypes('KeepStored')
    later.staff('bo', store, { at: evening + 6 * minute }).givesTypes('KeepStored')
    expect(p.state.keeps.size).toBe(6)
    const confirmed = { ...store, ...twoPeople }
    p.staff('bo', confirmed, { ...right, ...soon }).givesTypes('KeepStored')
    p.staff('bo', confirmed, { ...right, ...soon })
      .gives()
      .tells({ keep: 'k7', label: p.state.keeps.get('k7')?.label, already: true, ...ends })
  })

  it('after midnight counts from the night that it is', () => {
    const p = party(...brought())
    p.staff('bo', { ...store, days: 30 }, { at: evening + 5.5 * hour }).tells({
      keep: 'k1',
      label,
      expiresAt: endOf(30),
      storedOn: today,
      lastDay: '2026-12-20',
    })
  })
})

describe('存酒 by mistake', () => {
  const undo = { type: 'UndoKeep', keep: 'k1' } as const

  it('is taken back by who stored it, as if it had never been', () => {
    const p = party(...brought())
    p.staff('bo', store).givesTypes('KeepStored')
    const soon = { at: evening + 10 * minute }
    p.staff('chen', undo, soon).refuses('not-allowed', 'ask-manager')
    p.staff('mei', undo, soon).refuses('not-allowed', 'ask-manager')
    p.staff('bo', undo, soon).gives({
      type: 'KeepUndone',
      keep: 'k1',
      visit: 'a',
      item: 'whisky',
      label,
      tenths: 6,
      by: 'bo',
    })
    expect(p.state.keeps.size).toBe(0)
    p.staff('bo', undo, soon).refuses('unknown', 'look-again')
    p.staff('bo', { ...store, tenths: 10 }, soon).givesTypes('KeepStored')
  })

  it('stays where time went by, the party left, it was drawn from, or two people set it right', () => {
    const kept = () => {
      const p = party(...brought())
      p.staff('bo', store).givesTypes('KeepStored')
      return p
    }
    const soon = { at: evening + minute }
    kept()
      .staff('bo', undo, { at: evening + 10 * minute + 1 })
      .refuses('undo-over', 'ask-manager')
    const left = kept()
    evolve(left.state, closed, { at: evening, by: {} })
    left.staff('bo', undo, soon).refuses('visit-closed', 'ask-manager')
    const fetched = kept()
    fetched.staff('bo', draw(2), right).givesTypes('KeepDrawn')
    fetched.staff('bo', undo, soon).refuses('changed', 'look-again')
    const corrected = kept()
    const { visit: _visit, item: _item, days: _days, ...bottle } = store
    const correct = { ...bottle, type: 'CorrectKeep', keep: 'k1', had: 6, shelf: 'C-1', ...twoPeople } as const
    corrected.staff('mei', correct, right).givesTypes('KeepCorrected')
    corrected.staff('bo', undo, soon).refuses('not-allowed')
    // Nor what a member left behind: no party is here that could be asked.
    const behind = party(opened(), closed)
    const { visit: _here, ...nobodyHere } = store
    behind.staff('bo', { ...nobodyHere, ...twoPeople }, right).givesTypes('KeepStored')
    behind.staff('bo', undo, soon).refuses('visit-closed')
  })

  it('goes from a party that joined another', () => {
    const p = party(...brought())
    p.staff('bo', store).givesTypes('KeepStored')
    const others: Event = { ...opened({ host: 'li' }), visit: 'b', room: 'v05' }
    const merged: Event = { type: 'VisitsMerged', from: 'a', into: 'b', freed: 'v08', charge: 0 }
    for (const event of [others, merged]) evolve(p.state, event, { at: evening, by: {} })
    p.staff('bo', undo).givesTypes('KeepUndone')
    expect(p.state.visits.get('b')?.bottles).toEqual([])
  })
})
