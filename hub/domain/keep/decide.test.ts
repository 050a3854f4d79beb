import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import { addDays, endOfBusinessDay } from '../business-day.ts'
import type { Event, EventOf } from '../events.ts'
import { evolve } from '../evolve.ts'
import { evening, hour, type MetaOverrides, minute, day as today, venue } from '../fixture.testing.ts'
import { at } from '../given.testing.ts'
import type { OrderLine } from '../order/events.ts'
import { closed, opened, party, settled } from '../party.testing.ts'
import type { Keep } from '../state.ts'
import { createTable } from '../table.ts'
import { labelFor } from './label.ts'

const store: CommandOf<'StoreKeep'> = {
  type: 'StoreKeep',
  visit: 'a',
  member: 'wang',
  item: 'whisky',
  tenths: 6,
  shelf: 'B-12',
  days: 90,
}
const { member: _wang, ...nobodys } = store
const draw = (tenths: number, had = 6, more: Partial<CommandOf<'DrawKeep'>> = {}): CommandOf<'DrawKeep'> => ({
  type: 'DrawKeep',
  keep: 'k1',
  visit: 'a',
  tenths,
  had,
  pin: '123456',
  second: { staff: 'chen', pin: '654321' },
  ...more,
})
const right: MetaOverrides = { facts: { pin: 'right', second: 'right' } }
const day = 86_400_000
const label = labelFor('k1', createTable())
/** The end of the business day that many days after tonight's. */
const endOf = (days: number): number => endOfBusinessDay(addDays(today, days), venue)
/** As the label says it. */
const ends = { expiresAt: endOf(90), storedOn: today, lastDay: '2027-02-18' }
const stored: EventOf<'KeepStored'> = {
  type: 'KeepStored',
  keep: 'k1',
  member: 'wang',
  visit: 'a',
  room: 'v08',
  item: 'whisky',
  tenths: 6,
  shelf: 'B-12',
  label,
  expiresAt: endOf(90),
  by: 'bo',
}

/** Carried in, at this party's table. */
const brought = (qty = 1, line: Partial<OrderLine> = {}, visit = 'a', order = 'o1'): readonly Event[] => [
  {
    type: 'OrderPlaced',
    order,
    visit,
    source: 'menu',
    placedBy: 'guest',
    lines: [{ line: '1', item: 'whisky', qty, unitPrice: 100, options: [], components: [], repeatable: true, ...line }],
    total: 100 * qty,
    needsApproval: false,
    lockedUntil: evening,
  },
  { type: 'OrderAccepted', order, staff: 'bo', needsTick: false },
  { type: 'OrderDelivered', order, staff: 'chen' },
]
const twoPeople = { pin: '123456', second: { staff: 'chen', pin: '654321' } } as const

const keepOf = (label: string): Keep => ({
  id: label,
  member: 'wang',
  item: 'whisky',
  tenths: 1,
  shelf: 'A',
  label,
  expiresAt: 0,
})

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

  it('gives no two bottles in the house one label', () => {
    const keeps = createTable<Keep>()
    const labels = Array.from({ length: 300 }, (_, index) => {
      const label = labelFor(`k${index % 7}`, keeps)
      keeps.set(label, keepOf(label))
      return label
    })
    expect(new Set(labels).size).toBe(300)
  })

  it('writes one digit more before numbers get scarce', () => {
    const keeps = createTable(Array.from({ length: 5_000 }, (_, index) => [`k${index}`, keepOf(`K-${index}`)] as const))
    expect(labelFor('k1', keeps)).toMatch(/^K-\d{5}$/)
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

describe('what a party may leave', () => {
  it.each<[string, readonly Event[]]>([
    ['was never ordered', brought(1, { item: 'beer' })],
    ['is on its way', brought().slice(0, 2)],
    ['was carried in too early', [...brought(), { type: 'OrderRecalled', order: 'o1', staff: 'chen' }]],
    ['was cancelled', [...brought().slice(0, 1), { type: 'OrderCancelled', order: 'o1' }]],
    [
      'was taken back',
      [
        ...brought(),
        {
          type: 'LineReturned',
          order: 'o1',
          line: '1',
          qty: 1,
          amount: 0,
          reason: 'unopened',
          by: 'mei',
          second: 'bo',
          period: today,
        },
      ],
    ],
    ['was brought to others', [{ ...opened(), visit: 'b', room: 'v05' }, ...brought(1, {}, 'b')]],
    // As journals said it before anybody asked.
    ['was kept already', [...brought(), stored]],
  ])('is nothing that %s', (_what, past) => {
    const p = party(opened(), ...past)
    p.staff('bo', { ...store, shelf: 'C-1' }).refuses('not-brought', 'ask-manager')
    // Nor of who answers for the house, alone.
    p.staff('mei', { ...store, shelf: 'C-1' }).refuses('not-brought', 'ask-manager')
    expect(p.staff('bo', { ...store, ...twoPeople, shelf: 'C-1' }, right).events).toMatchObject([
      { type: 'KeepStored', second: 'chen' },
    ])
  })

  it('is as much as was brought, in packages too', () => {
    const tower = { item: 'beer-tower', qty: 1, components: [{ item: 'whisky', qty: 2 }] }
    const p = party(...brought(1, tower))
    p.staff('bo', store).givesTypes('KeepStored')
    p.staff('bo', { ...store, shelf: 'B-13' }).givesTypes('KeepStored')
    p.staff('bo', { ...store, shelf: 'B-14' }).refuses('not-brought')
  })

  it('is not given back for money while it stands on the shelf, and is once it was fetched or there is another', () => {
    const back = { type: 'ReturnLine', order: 'o1', line: '1', qty: 1, returned: 0, reason: 'mistake' } as const
    const recall = { type: 'RecallOrder', order: 'o1' } as const
    const p = party(...brought())
    p.staff('bo', { ...store, tenths: 10 }).givesTypes('KeepStored')
    p.staff('huang', { ...back, ...twoPeople }, right).refuses('bottle-kept', 'look-again')
    // Nor by one person, over its being carried in.
    p.staff('bo', recall).refuses('bottle-kept', 'look-again')
    p.staff('bo', draw(10, 10), right).givesTypes('KeepDrawn')
    p.staff('huang', { ...back, ...twoPeople }, right).givesTypes('LineReturned')
    const other = party(...brought(1), ...brought(1, {}, 'a', 'o2'))
    other.staff('bo', store).givesTypes('KeepStored')
    other.staff('bo', { ...recall, order: 'o2' }).givesTypes('OrderRecalled')
    other.staff('bo', recall).refuses('bottle-kept', 'look-again')
  })

  it('is not given back for money in packages either', () => {
    const tower = { item: 'beer-tower', qty: 2, components: [{ item: 'whisky', qty: 2 }] }
    const back = { type: 'ReturnLine', order: 'o1', line: '1', reason: 'mistake', ...twoPeople } as const
    const p = party(...brought(1, tower))
    p.staff('bo', store).givesTypes('KeepStored')
    p.staff('huang', { ...back, qty: 2, returned: 0 }, right).refuses('bottle-kept')
    p.staff('huang', { ...back, qty: 1, returned: 0 }, right).givesTypes('LineReturned')
    p.staff('huang', { ...back, qty: 1, returned: 1 }, right).refuses('bottle-kept')
  })

  it('keeps nobody from giving back what was paid and never carried in', () => {
    const p = party(...brought(), ...brought(1, {}, 'a', 'o2').slice(0, 2))
    p.staff('bo', store).givesTypes('KeepStored')
    evolve(p.state, settled, { at: evening, by: {} })
    const back = { type: 'ReturnLine', order: 'o2', line: '1', qty: 1, returned: 0, reason: 'mistake' } as const
    p.staff('huang', { ...back, ...twoPeople }, right).givesTypes('LineReturned')
  })

  it('is not less for what two people kept beside it', () => {
    const p = party(...brought())
    p.staff('bo', { ...store, ...twoPeople, shelf: 'C-1' }, right).givesTypes('KeepStored')
    p.staff('bo', store).givesTypes('KeepStored')
  })

  it('takes two people who are two, each with their own PIN, and keeps nothing for a wrong one', () => {
    const p = party()
    p.staff('bo', { ...store, ...twoPeople, second: { staff: 'bo', pin: '123456' } }, right).refuses('second-person')
    const missed = p.staff('bo', { ...store, ...twoPeople }, { facts: { pin: 'right', second: 'wrong' } })
    expect(missed.events).toMatchObject([{ type: 'PinFailed', staff: 'chen', failures: 1 }])
    expect(p.state.keeps.size).toBe(0)
  })

  it('is what is left of a bottle from the shelf: no more, and once', () => {
    const p = party(opened(), stored, closed, opened({ visit: 'b' }))
    const back = { ...store, visit: 'b', shelf: 'C-1' }
    p.staff('bo', draw(4, 6, { visit: 'b' }), right).givesTypes('KeepDrawn')
    p.staff('bo', { ...back, tenths: 5 }).refuses('not-brought')
    p.staff('bo', { ...back, tenths: 2 }).givesTypes('KeepStored')
    p.staff('bo', { ...back, tenths: 1 }).refuses('not-brought')
  })

  it('goes with a party that joins another', () => {
    const p = party(opened(), ...brought(2), stored, opened({ visit: 'b', room: 'v05', host: 'li' }), {
      type: 'VisitsMerged',
      from: 'a',
      into: 'b',
      freed: 'v08',
      charge: 0,
    })
    p.staff('bo', { ...nobodys, visit: 'b', shelf: 'C-1' }).givesTypes('KeepStored')
    p.staff('bo', { ...nobodys, visit: 'b', shelf: 'C-2' }).refuses('not-brought')
  })

  it('is theirs who left it before they joined another party', () => {
    const { member: _nobody, ...without } = stored
    const merged: Event = { type: 'VisitsMerged', from: 'a', into: 'b', freed: 'v08', charge: 0 }
    const p = party(opened(), without, opened({ visit: 'b', room: 'v05', host: 'li' }), merged)
    p.staff('bo', draw(2, 6, { visit: 'b' }), right).givesTypes('KeepDrawn')
  })

  it('is never more than was brought and drawn, whatever comes in whatever order, but by two people', () => {
    const step = fc.oneof(
      fc.record({ what: fc.constant('bring' as const), qty: fc.integer({ min: 1, max: 3 }) }),
      fc.record({ what: fc.constant('return' as const), qty: fc.integer({ min: 1, max: 3 }) }),
      fc.record({ what: fc.constant('store' as const), tenths: fc.integer({ min: 1, max: 10 }), two: fc.boolean() }),
      fc.record({ what: fc.constant('draw' as const), tenths: fc.integer({ min: 1, max: 10 }) }),
    )
    let kept = 0
    let refused = 0
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), steps => {
        const p = party()
        const sums = { bottles: 0, tenths: 0, stored: 0, storedTenths: 0 }
        const drawnFrom = new Set<string>()
        for (const [n, one] of steps.entries()) {
          const order = `o${n}`
          if (one.what === 'bring') {
            for (const event of brought(one.qty, {}, 'a', order)) evolve(p.state, event, { at: evening, by: {} })
            sums.bottles += one.qty
            sums.tenths += one.qty * 10
          } else if (one.what === 'return') {
            const taken = [...p.state.orders.values()].find(({ lines }) => lines.some(each => each.returned < each.qty))
            const line = taken?.lines[0]
            if (!taken || !line) continue
            const qty = Math.min(one.qty, line.qty - line.returned)
            const wanted = { order: taken.id, line: '1', qty, returned: line.returned, reason: 'unopened' } as const
            const done = p.staff('mei', { type: 'ReturnLine', ...wanted, ...twoPeople }, right)
            if (done.events.length === 0) continue
            sums.bottles -= qty
            sums.tenths -= qty * 10
            expect(sums.stored).toBeLessThanOrEqual(sums.bottles)
            expect(sums.storedTenths).toBeLessThanOrEqual(sums.tenths)
          } else if (one.what === 'store') {
            const two = one.two ? twoPeople : {}
            const done = p.staff('bo', { ...store, ...two, tenths: one.tenths, shelf: `S-${n}` }, right)
            if (done.events.length === 0) refused += 1
            if (done.events.length === 0 || one.two) continue
            kept += 1
            sums.stored += 1
            sums.storedTenths += one.tenths
            expect(sums.stored).toBeLessThanOrEqual(sums.bottles)
            expect(sums.storedTenths).toBeLessThanOrEqual(sums.tenths)
          } else {
            const from = [...p.state.keeps.values()][0]
            if (!from) continue
            const tenths = Math.min(one.tenths, from.tenths)
            p.staff('bo', draw(tenths, from.tenths, { keep: from.id }), right).givesTypes('KeepDrawn')
            if (!drawnFrom.has(from.id)) sums.bottles += 1
            drawnFrom.add(from.id)
            sums.tenths += tenths
          }
        }
      }),
    )
    // Neither always yes nor always no.
    expect(Math.min(kept, refused)).toBeGreaterThan(0)
  })
})

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

describe('续存', () => {
  const more: CommandOf<'ExtendKeep'> = {
    type: 'ExtendKeep',
    keep: 'k1',
    from: endOf(90),
    days: 30,
    reason: 'away',
  }

  it('counts from its end, and says why', () => {
    const p = party(opened(), stored)
    const expiresAt = endOf(120)
    p.staff('bo', more)
      .gives({ type: 'KeepExtended', keep: 'k1', item: 'whisky', label, expiresAt, reason: 'away', by: 'bo' })
      .tells({ expiresAt })
    expect(p.state.keeps.get('k1')?.expiresAt).toBe(expiresAt)
  })

  it('counts from now where that is past', () => {
    const past = evening - 20 * day
    party(opened(), { ...stored, expiresAt: past })
      .staff('bo', { ...more, from: past })
      .tells({ expiresAt: endOf(30) })
  })

  it('counts from the end of its last day, where it was stored when it ended at some hour of it', () => {
    const at = evening + 90 * day
    party(opened(), { ...stored, expiresAt: at })
      .staff('bo', more)
      .tells({ expiresAt: endOf(120) })
    // As a console saw it before.
    party(opened(), { ...stored, expiresAt: at })
      .staff('bo', { ...more, from: at })
      .tells({ expiresAt: endOf(120) })
  })

  it('happens once when two people were asked for it', () => {
    const p = party(opened(), stored)
    p.staff('bo', more).givesTypes('KeepExtended')
    p.staff('mei', more).refuses('already-done', 'look-again')
  })
})

describe('归店', () => {
  it('takes what is past its time off the shelf, and nothing before', () => {
    const forfeit = { type: 'ForfeitKeep', keep: 'k1' } as const
    const p = party(opened(), stored)
    p.staff('mei', forfeit).refuses('wrong-state')
    p.staff('mei', forfeit, { at: endOf(90) - minute }).refuses('wrong-state')
    const over = { at: endOf(90) }
    p.staff('mei', forfeit, over).gives({
      type: 'KeepForfeited',
      keep: 'k1',
      item: 'whisky',
      label,
      tenths: 6,
      by: 'mei',
    })
    expect(p.state.keeps.size).toBe(0)
    p.staff('mei', forfeit, over).refuses('unknown')
  })
})

describe('更正', () => {
  const correct = (more: Partial<CommandOf<'CorrectKeep'>> = {}): CommandOf<'CorrectKeep'> => ({
    type: 'CorrectKeep',
    keep: 'k1',
    had: 6,
    tenths: 8,
    shelf: 'C-1',
    member: 'li',
    ...twoPeople,
    ...more,
  })
  const { member: _li, ...toNobody } = correct()
  const was = { tenths: 6, shelf: 'B-12', member: 'wang' }

  it('sets right what was entered wrongly, by two people, and says what it was', () => {
    const p = party(opened(), stored)
    p.staff('mei', correct(), right).gives({
      type: 'KeepCorrected',
      keep: 'k1',
      item: 'whisky',
      label,
      tenths: 8,
      shelf: 'C-1',
      member: 'li',
      was,
      by: 'mei',
      second: 'chen',
    })
    expect(p.state.keeps.get('k1')).toMatchObject({ tenths: 8, shelf: 'C-1', member: 'li', label, storedAt: evening })
    // Sent again after its answer was lost.
    p.staff('mei', correct(), right).gives().tells({ already: true })
    p.staff('mei', correct({ second: { staff: 'mei', pin: '123456' } }), right).refuses('second-person')
    p.staff('mei', correct(), { facts: { pin: 'right', second: 'wrong' } })
    p.staff('mei', correct({ keep: 'k9' }), right).refuses('unknown', 'look-again')
  })

  it('makes it nobody’s by name, or somebody’s that an erased member gave up', () => {
    const p = party(opened(), stored)
    p.staff('mei', toNobody, right).givesTypes('KeepCorrected')
    expect(p.state.keeps.get('k1')).not.toHaveProperty('member')
    const gone = party(opened({ host: 'li' }), stored, { type: 'MemberErased', member: 'wang', rev: 1 })
    gone.staff('mei', { ...toNobody, tenths: 5 }, right).givesTypes('KeepCorrected')
    expect(gone.state.keeps.get('k1')).toMatchObject({ tenths: 5, givenUp: true })
    gone.staff('mei', correct({ had: 5 }), right).givesTypes('KeepCorrected')
    expect(gone.state.keeps.get('k1')).toMatchObject({ member: 'li' })
    expect(gone.state.keeps.get('k1')).not.toHaveProperty('givenUp')
  })

  it('is of whom the house knows, and of what is still in it as was seen', () => {
    const p = party(opened(), stored)
    p.staff('mei', correct({ member: 'stranger' }), right).refuses('unknown', 'choose-other')
    p.staff('bo', draw(2), right).givesTypes('KeepDrawn')
    p.staff('mei', correct(), right).refuses('changed', 'look-again')
    // Who owns it already need not be looked up.
    const alone: MetaOverrides = { facts: { ...right.facts, members: new Map() } }
    p.staff('mei', correct({ had: 4, tenths: 4, member: 'wang' }), alone).givesTypes('KeepCorrected')
  })

  it('counts as what the party left, as far as that goes', () => {
    const p = party(...brought())
    p.staff('bo', { ...store, tenths: 10 }).givesTypes('KeepStored')
    const second = party(...brought(2))
    second.staff('bo', { ...store, tenths: 10 }).givesTypes('KeepStored')
    second.staff('mei', correct({ had: 10, tenths: 3, shelf: 'B-12', member: 'wang' }), right)
    second.staff('bo', { ...store, tenths: 10 }).givesTypes('KeepStored')
    expect(second.visit().bottles).toMatchObject([{ tenths: 3 }, { tenths: 10 }])
    p.staff('bo', draw(4, 10), right).givesTypes('KeepDrawn')
    p.staff('mei', correct({ tenths: 5, shelf: 'B-12', member: 'wang' }), right).givesTypes('KeepCorrected')
    expect(p.visit().bottles).toMatchObject([
      { way: 'stored', tenths: 9 },
      { way: 'drawn', tenths: 4 },
    ])
  })
})
