import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Event } from '../events.ts'
import { evolve } from '../evolve.ts'
import { evening, minute, day as today } from '../fixture.testing.ts'
import { closed, opened, party, settled } from '../party.testing.ts'
import { brought, draw, nobodys, right, store, stored, twoPeople } from './keep.testing.ts'

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

  it('is what was accepted long ago, where nobody says what is carried in, and is not given back for money then', () => {
    const back = { type: 'ReturnLine', order: 'o1', line: '1', qty: 1, returned: 0, reason: 'mistake' } as const
    const p = party(...brought().slice(0, 2))
    const late = { at: evening + 31 * minute }
    p.staff('bo', store, { at: evening + 30 * minute }).refuses('not-brought', 'ask-manager')
    p.staff('bo', { ...store, tenths: 10 }, late).givesTypes('KeepStored')
    p.staff('bo', { ...store, shelf: 'C-1' }, late).refuses('not-brought', 'ask-manager')
    p.staff('huang', { ...back, ...twoPeople }, { ...right, ...late }).refuses('bottle-kept', 'look-again')
    // It was refused in time, and that came late.
    const reject = { type: 'RejectOrder', order: 'o1', reason: 'mistake' } as const
    p.staff('bo', reject, { ...late, tappedAt: evening + 29 * minute }).refuses('bottle-kept', 'look-again')
    // A gift is taken back by one person until it is said to be out.
    const [placed, accepted] = brought(1, { unitPrice: 0 })
    const gift =
      placed?.type === 'OrderPlaced' && accepted ? [{ ...placed, source: 'gift' as const, total: 0 }, accepted] : []
    party(...gift)
      .staff('bo', store, late)
      .refuses('not-brought', 'ask-manager')
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
