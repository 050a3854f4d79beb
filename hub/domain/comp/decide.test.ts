import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import { day, evening, menu, minute, second } from '../fixture.testing.ts'
import { at } from '../given.testing.ts'
import { closed, party, settled } from '../party.testing.ts'

// Fruit costs 8800. Quotas a day: floor 10000, manager 50000, owner 500000; from 20000 on a second person.
const gift = (more: Partial<CommandOf<'GiveComp'>> = {}): CommandOf<'GiveComp'> => ({
  type: 'GiveComp',
  visit: 'a',
  kind: 'gift',
  item: 'fruit',
  qty: 1,
  reason: 'complaint',
  pin: '123456',
  ...more,
})
const reduction = (amount: number, more: Partial<CommandOf<'GiveComp'>> = {}): CommandOf<'GiveComp'> => ({
  type: 'GiveComp',
  visit: 'a',
  kind: 'reduction',
  amount,
  reason: 'delay',
  pin: '123456',
  ...more,
})
const mei = { second: { staff: 'mei', pin: '654321' } }
const right = { facts: { pin: 'right' } } as const
const bothRight = { facts: { pin: 'right', second: 'right' } } as const

/** A gift, and the ticket by which the bar pours it. */
const poured = ['CompGiven', 'OrderPlaced', 'OrderAccepted'] as const

describe('a gift', () => {
  it('counts at its list price in the giver’s quota of the day, and is poured at no price', () => {
    const p = party()
    p.staff('chen', gift(), right)
      .gives(
        {
          type: 'CompGiven',
          comp: 'g1',
          visit: 'a',
          kind: 'gift',
          amount: 8_800,
          item: 'fruit',
          qty: 1,
          reason: 'complaint',
          by: 'chen',
          period: day,
        },
        {
          type: 'OrderPlaced',
          order: 'o1',
          visit: 'a',
          source: 'gift',
          comp: 'g1',
          placedBy: 'staff',
          lines: [{ line: 'l1', item: 'fruit', qty: 1, unitPrice: 0, options: [], components: [], repeatable: false }],
          total: 0,
          attendant: 'chen',
          needsApproval: false,
          lockedUntil: evening,
        },
        { type: 'OrderAccepted', order: 'o1', staff: 'chen', needsTick: true },
      )
      .tells({ comp: 'g1', amount: 8_800 })
    expect(p.state.comps.get(`chen/${day}`)).toBe(8_800)
    expect(p.visit()).toMatchObject({
      compTotal: 8_800,
      comps: [{ comp: 'g1', item: 'fruit', by: 'chen', at: evening }],
    })
  })

  it('is carried in, keyed in and, where the bar ran out, not poured; the bill stays as it is', () => {
    const p = party()
    p.staff('mei', gift(), right)
    p.staff('chen', { type: 'DeliverOrder', order: 'o1' }).givesTypes('OrderDelivered')
    p.staff('lily', { type: 'SettleVisit', visit: 'a' }, { at: evening }).refuses('unticked', 'confirm')
    p.staff('lily', { type: 'TickOrder', order: 'o1', ticked: true }).givesTypes('OrderTicked')
    p.staff('lily', { type: 'SettleVisit', visit: 'a' }, { at: evening }).gives({
      type: 'VisitSettled',
      visit: 'a',
      room: 0,
      orders: 0,
      // Never charged, so nothing is taken off for it.
      comps: 0,
      unticked: [],
    })
    p.staff('mei', gift(), { ...right, at: evening + minute }).givesTypes(...poured)
    p.station('bar', { type: 'RejectOrder', order: 'o2', reason: 'sold-out', as: 'bo' }).givesTypes(
      'OrderRejected',
      'CompTakenBack',
    )
  })

  it('that is given counts itself: the second one does not fit', () => {
    const p = party()
    p.staff('chen', gift(), right).givesTypes(...poured)
    p.staff('chen', gift(), { ...right, at: evening + minute }).refuses('over-quota', 'ask-manager')
    party()
      .staff('chen', gift({ qty: 2 }), right)
      .refuses('over-quota', 'ask-manager')
    party().staff('lily', gift(), right).refuses('over-quota', 'ask-manager')
  })

  it('is of what the house gives, and has', () => {
    const p = party({ type: 'SoldOutSet', item: 'fruit', soldOut: true })
    p.staff('mei', gift(), right).refuses('sold-out')
    p.staff('mei', gift({ item: 'whisky' }), right).refuses('not-allowed')
    p.staff('mei', gift({ item: 'caviar' }), right).refuses('unknown-item')
    p.staff('mei', gift({ amount: 1 }), right).refuses('malformed')
  })

  it('that is a package is had with all that is in it, or not at all', () => {
    const given = {
      ...bothRight,
      item: (id: string) => menu.map(one => ({ ...one, gift: true })).find(one => one.id === id),
    }
    const tower = gift({ item: 'beer-tower', second: { staff: 'huang', pin: '654321' } })
    party()
      .staff('mei', tower, given)
      .givesTypes(...poured)
    party({ type: 'SoldOutSet', item: 'beer', soldOut: true }).staff('mei', tower, given).refuses('sold-out')
  })

  it('tapped twice is one', () => {
    const p = party()
    p.staff('mei', gift(), right)
    p.staff('mei', gift(), { ...right, at: evening + second })
      .gives()
      .tells({ comp: 'g1', amount: 8_800, already: true })
    p.staff('mei', gift(), { ...right, at: evening + 10 * second }).givesTypes(...poured)
  })

  it('goes to a party that is here, also after it paid', () => {
    party(settled)
      .staff('mei', gift(), right)
      .givesTypes(...poured)
    party(closed).staff('mei', gift(), right).refuses('visit-closed')
  })

  it('may be for one of its requests', () => {
    const called = at(evening, {
      type: 'ServiceCalled',
      request: 'r9',
      visit: 'a',
      service: 'ice',
      escalatesAt: evening,
    })
    expect(party(called).staff('mei', gift({ request: 'r9' }), right).events[0]).toMatchObject({ request: 'r9' })
    party()
      .staff('mei', gift({ request: 'r9' }), right)
      .refuses('unknown')
  })
})

describe('a reduction', () => {
  it('says how much, and comes off a bill that is not paid', () => {
    party().staff('mei', reduction(5_000), right).givesTypes('CompGiven')
    party().staff('mei', reduction(0), right).refuses('malformed')
    party()
      .staff('mei', reduction(5_000, { item: 'fruit' }), right)
      .refuses('malformed')
    party(settled).staff('mei', reduction(5_000), right).refuses('visit-settled', 'ask-manager')
  })
})

describe('the quota', () => {
  it('can be given to the last unit and not beyond', () => {
    const p = party()
    p.staff('chen', reduction(10_001), right).refuses('over-quota', 'ask-manager')
    p.staff('chen', reduction(10_000), right).givesTypes('CompGiven')
    p.staff('chen', reduction(1), right).refuses('over-quota', 'ask-manager')
  })
})

describe('above the threshold', () => {
  it('a second person confirms, never oneself', () => {
    party().staff('mei', reduction(19_999), right).givesTypes('CompGiven')
    party().staff('mei', reduction(20_000), right).refuses('second-person', 'ask-manager')
    party().staff('mei', reduction(20_000, mei), bothRight).refuses('second-person', 'ask-manager')
    const given = party().staff('huang', reduction(20_000, mei), bothRight)
    expect(given.events).toMatchObject([{ by: 'huang', second: 'mei' }])
  })

  it('a second person that is named must be right even where none is needed', () => {
    party()
      .staff('huang', reduction(100, mei), right)
      .refuses('wrong-pin', 'try-again', [{ type: 'PinFailed', staff: 'mei', failures: 1, off: false }])
  })
})

describe('the PIN', () => {
  it('is asked each time, and a wrong one is counted', () => {
    const p = party()
    const failed = (failures: number) => [{ type: 'PinFailed', staff: 'mei', failures, off: false }] as const
    p.staff('mei', gift(), { facts: { pin: 'wrong' } }).refuses('wrong-pin', 'try-again', failed(1))
    p.staff('mei', gift()).refuses('wrong-pin', 'try-again', failed(2))
    expect(p.visit().comps).toEqual([])
    p.station('floor', gift(), right).refuses('not-allowed', 'sign-in')
  })
})

describe('any day of gifts', () => {
  it('never goes beyond the quota of a person, and a visit’s sum is that of its comps', () => {
    const given = fc.array(
      fc.tuple(fc.constantFrom('chen', 'mei', 'huang', 'lily'), fc.boolean(), fc.integer({ min: 1, max: 40_000 })),
      { maxLength: 30 },
    )
    fc.assert(
      fc.property(given, gifts => {
        const p = party()
        gifts.forEach(([who, isGift, amount], index) => {
          const second = { second: { staff: who === 'mei' ? 'huang' : 'mei', pin: '654321' } }
          const command = isGift ? gift({ qty: 1 + (amount % 3), ...second }) : reduction(amount, second)
          p.staff(who, command, { ...bothRight, at: evening + index * minute })
        })
        const quota = { chen: 10_000, mei: 50_000, huang: 500_000, lily: 0 }
        for (const [who, most] of Object.entries(quota))
          expect(p.state.comps.get(`${who}/${day}`) ?? 0).toBeLessThanOrEqual(most)
        const sum = p.visit().comps.reduce((total, comp) => total + comp.amount, 0)
        expect(p.visit().compTotal).toBe(sum)
        expect([...p.state.comps.values()].reduce((total, one) => total + one, 0)).toBe(sum)
      }),
      { numRuns: 60 },
    )
  })
})

describe('what was given is taken back', () => {
  const back = (comp: string) => ({ type: 'TakeBackComp', visit: 'a', comp, pin: '123456' }) as const

  it('while the bar has its ticket still: that goes too, and the quota has it again', () => {
    const p = party()
    p.staff('chen', gift(), right).givesTypes(...poured)
    p.staff('chen', gift({ qty: 2 }), right).refuses('over-quota')
    p.staff('chen', back('g1'), right).gives(
      { type: 'OrderRejected', order: 'o1', staff: 'chen', reason: 'mistake' },
      {
        type: 'CompTakenBack',
        comp: 'g1',
        visit: 'a',
        kind: 'gift',
        item: 'fruit',
        qty: 1,
        amount: 8_800,
        of: 'chen',
        period: day,
        by: 'chen',
      },
    )
    expect(p.visit()).toMatchObject({ comps: [], compTotal: 0 })
    p.staff('chen', back('g1'), right).gives()
    p.staff('chen', gift(), right).givesTypes(...poured)
  })

  it('with its ticket where the bar refuses that', () => {
    const p = party()
    p.staff('chen', gift(), right).givesTypes(...poured)
    p.staff('bo', { type: 'RejectOrder', order: 'o1', reason: 'sold-out' }).givesTypes('OrderRejected', 'CompTakenBack')
    expect(p.visit()).toMatchObject({ comps: [], compTotal: 0 })
  })

  it('not from their table, nor off a bill that is paid', () => {
    const p = party()
    p.staff('chen', gift(), right).givesTypes(...poured)
    p.staff('bo', { type: 'DeliverOrder', order: 'o1' }).givesTypes('OrderDelivered')
    p.staff('chen', back('g1'), right).refuses('wrong-state')
    p.staff('chen', reduction(1_000), right).givesTypes('CompGiven')
    p.staff('mei', { type: 'SettleVisit', visit: 'a' }, { sure: true }).givesTypes('VisitSettled')
    p.staff('chen', back('g2'), right).refuses('visit-settled')
    p.staff('mei', { type: 'UndoSettle', visit: 'a' }).givesTypes('SettleUndone')
    p.staff('chen', back('g2'), right).givesTypes('CompTakenBack')
  })

  it('by whoever gave it or a manager, and nobody without their PIN', () => {
    const p = party()
    p.staff('chen', reduction(1_000), right).givesTypes('CompGiven')
    p.staff('zhou', back('g1'), right).refuses('not-allowed', 'ask-manager')
    const failed = { type: 'PinFailed', staff: 'chen', failures: 1, off: false } as const
    p.staff('chen', back('g1'), { facts: { pin: 'wrong' } }).refuses('wrong-pin', 'try-again', [failed])
    p.staff('mei', back('g1'), right).givesTypes('CompTakenBack')
  })
})
