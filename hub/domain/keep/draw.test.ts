import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import { evening, hour, type MetaOverrides, memberFacts, minute, staff } from '../fixture.testing.ts'
import { at } from '../given.testing.ts'
import { opened, party } from '../party.testing.ts'
import { day, draw, endOf, label, right, store, stored } from './keep.testing.ts'

describe('取存酒', () => {
  it('draws what is left, and no more', () => {
    const p = party(opened(), stored)
    const drawn = {
      type: 'KeepDrawn',
      keep: 'k1',
      visit: 'a',
      item: 'whisky',
      label,
      by: 'bo',
      second: 'chen',
    } as const
    p.staff('bo', draw(4), right).gives({ ...drawn, tenths: 4, left: 2 })
    p.staff('bo', draw(3, 2), right).refuses('too-many', 'look-again')
    p.staff('bo', draw(2, 2), right)
      .gives({ ...drawn, tenths: 2, left: 0 })
      .tells({ left: 0 })
    expect(p.state.keeps.has('k1')).toBe(false)
    p.staff('bo', draw(1, 1), right).refuses('unknown', 'look-again')
  })

  it('takes two people, each with their own PIN', () => {
    const p = party(opened(), stored)
    p.staff('bo', draw(1, 6, { second: { staff: 'bo', pin: '123456' } }), right).refuses('second-person')
    const missed = (staff: string) => ({ type: 'PinFailed', staff, failures: 1 }) as const
    expect(p.staff('bo', draw(1), { facts: { pin: 'wrong', second: 'right' } }).events).toMatchObject([missed('bo')])
    expect(p.staff('bo', draw(1), { facts: { pin: 'right', second: 'wrong' } }).events).toMatchObject([missed('chen')])
    expect(p.state.keeps.get('k1')?.tenths).toBe(6)
    p.station('bar', draw(1), right).refuses('not-allowed', 'sign-in')
  })

  it('takes one where nobody else works, who leads; who does not never does it alone', () => {
    const { second: _nobody, ...one } = draw(1)
    const only = (id: string): MetaOverrides => ({
      everybody: () => staff.filter(each => each.id === id),
      facts: { pin: 'right' },
    })
    const p = party(opened(), stored)
    p.staff('mei', one, { facts: { pin: 'right' } }).refuses('second-person', 'ask-manager')
    p.staff('bo', one, only('bo')).refuses('second-person', 'ask-manager')
    const { events } = p.staff('mei', one, only('mei'))
    expect(events).toMatchObject([{ type: 'KeepDrawn', by: 'mei', left: 5 }])
    expect(events[0]).not.toHaveProperty('second')
    // Sent again after its answer was lost.
    p.staff('mei', one, only('mei')).gives().tells({ left: 5, already: true })
    const { visit: _elsewhere, ...ofNobodyHere } = store
    p.staff(
      'mei',
      { ...ofNobodyHere, pin: '123456' },
      { ...only('mei'), facts: { members: new Map([['wang', memberFacts('wang')]]), pin: 'right' } },
    ).givesTypes('KeepStored')
  })

  it('sent again after its answer was lost is drawn once', () => {
    const p = party(opened(), stored)
    p.staff('bo', draw(2), right).givesTypes('KeepDrawn')
    p.staff('bo', draw(2), right).gives().tells({ left: 4, already: true })
    expect(p.state.keeps.get('k1')?.tenths).toBe(4)
  })

  it('of which others drew meanwhile is to be looked at first: theirs is not poured yet', () => {
    const chens = draw(2, 6, { second: { staff: 'chen', pin: '654321' } })
    const minds = [draw(3), { ...chens, visit: 'b' }, draw(2, 6, { second: { staff: 'huang', pin: '654321' } })]
    for (const mind of minds) {
      const p = party(opened(), stored, { ...opened({ host: 'li' }), visit: 'b', room: 'v05' })
      p.staff('mei', chens, right).givesTypes('KeepDrawn')
      p.staff('mei', mind, right).refuses('changed', 'look-again')
      p.staff('bo', chens, right).refuses('changed', 'look-again')
      expect(p.state.keeps.get('k1')?.tenths).toBe(4)
    }
  })

  it('that an old journal does not say by whom it was drawn is looked at again', () => {
    const p = party(opened(), stored, { type: 'KeepDrawn', keep: 'k1', visit: 'a', tenths: 2, left: 4 })
    p.staff('bo', draw(2), right).refuses('changed', 'look-again')
    p.staff('bo', draw(2, 4), right).givesTypes('KeepDrawn')
  })

  it('answers the call that asked for it', () => {
    const called = { type: 'ServiceCalled', request: 'r1', visit: 'a', service: 'keep', escalatesAt: evening } as const
    const p = party(opened(), stored, called)
    p.staff('bo', draw(6, 6, { request: 'r1' }), right).givesTypes('KeepDrawn', 'RequestResolved')
    expect(p.state.requests.get('r1')).toMatchObject({ status: 'resolved', resolvedBy: 'bo', outcome: 'done' })
  })

  it.each([
    ['for ice', { type: 'ServiceCalled', request: 'r1', visit: 'a', service: 'ice', escalatesAt: evening } as const],
    ['that nobody made', undefined],
  ])('leaves a call %s alone', (_what, call) => {
    const p = party(opened(), stored, ...(call ? [call] : []))
    p.staff('bo', draw(1, 6, { request: 'r1' }), right).givesTypes('KeepDrawn')
    expect(p.state.requests.get('r1')?.status).toBe(call && 'open')
  })

  it('for another table only by who answers for the house', () => {
    const others = party(opened({ host: 'li' }), stored)
    others.staff('bo', draw(1), right).refuses('not-theirs', 'ask-manager')
    others.staff('mei', draw(1), right).givesTypes('KeepDrawn')
  })

  it('of nobody for another table only by who answers for the house, with its label in hand', () => {
    const { member: _nobody, ...without } = stored
    const later = { ...opened({ host: 'li' }), visit: 'b', room: 'v05' }
    const forB = (more: Partial<CommandOf<'DrawKeep'>> = {}) => draw(1, 6, { visit: 'b', ...more })
    const p = party(opened(), later, without)
    p.staff('bo', forB({ label }), right).refuses('not-theirs', 'ask-manager')
    p.staff('mei', forB(), right).refuses('wrong-label', 'try-again')
    p.staff('mei', forB({ label: 'K-0000' }), right).refuses('wrong-label', 'try-again')
    p.staff('mei', forB({ label }), right).givesTypes('KeepDrawn')
    party(opened(), later, without).staff('bo', draw(1), right).givesTypes('KeepDrawn')
  })

  it('that an erased member gave up only by who answers for the house, even at the table that left it', () => {
    const gone = [opened({ host: 'li' }), stored, { type: 'MemberErased', member: 'wang', rev: 1 }] as const
    party(...gone)
      .staff('bo', draw(1, 6, { label }), right)
      .refuses('not-theirs', 'ask-manager')
    party(...gone)
      .staff('mei', draw(1), right)
      .givesTypes('KeepDrawn')
  })

  it('once its time is over only by who answers for the house', () => {
    const late = at(evening, { ...stored, expiresAt: evening - day })
    party(opened(), late).staff('bo', draw(1), right).refuses('keep-expired', 'ask-manager')
    party(opened(), late).staff('mei', draw(1), right).givesTypes('KeepDrawn')
  })

  it('is for all of the business day that its label names, also of what was stored when it ended at some hour of it', () => {
    const night = { expiresAt: evening + 5.5 * hour }
    const lateIn = { ...right, at: endOf(0) - minute }
    const dayAfter = { ...right, at: endOf(0) }
    for (const expiresAt of [endOf(0), evening, night.expiresAt, evening - 10 * hour]) {
      party(opened(), { ...stored, expiresAt })
        .staff('bo', draw(1), lateIn)
        .givesTypes('KeepDrawn')
      party(opened(), { ...stored, expiresAt })
        .staff('bo', draw(1), dayAfter)
        .refuses('keep-expired', 'ask-manager')
    }
  })

  it('never pours more than was stored', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 10 }), { maxLength: 12 }), draws => {
        const p = party(opened(), stored)
        const poured = draws.flatMap(
          tenths => p.staff('bo', draw(tenths, p.state.keeps.get('k1')?.tenths), right).events,
        )
        const sum = poured.reduce((total, event) => (event.type === 'KeepDrawn' ? total + event.tenths : total), 0)
        expect(sum + (p.state.keeps.get('k1')?.tenths ?? 0)).toBe(6)
      }),
    )
  })
})
