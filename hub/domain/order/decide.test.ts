import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import { day, evening, hour, minute, second } from '../fixture.testing.ts'
import { opened, type Party, party } from '../party.testing.ts'
import type { OrderEvent } from './events.ts'

const order: CommandOf<'PlaceOrder'> = {
  type: 'PlaceOrder',
  source: 'menu',
  lines: [{ item: 'beer', qty: 6 }],
  seen: 22_800,
}
const later = { at: evening + minute, tappedAt: evening + minute }
const placed = (rule = opened()) => {
  const p = party(rule)
  p.tap(order).givesTypes('OrderPlaced')
  return p
}
const accepted = () => {
  const p = placed()
  p.staff('bo', { type: 'AcceptOrder', order: 'o1' }, later).givesTypes('OrderAccepted')
  return p
}
const delivered = () => {
  const p = accepted()
  p.staff('chen', { type: 'DeliverOrder', order: 'o1' }, later).givesTypes('OrderDelivered')
  return p
}
const life = ({ state }: Party) => state.orders.get('o1')

describe('undo', () => {
  it('takes an order back within eight seconds of it, by the time of the tap', () => {
    const p = placed()
    p.tap({ type: 'UndoOrder', order: 'o1' }, { at: evening + minute, tappedAt: evening + 8 * second }).gives({
      type: 'OrderCancelled',
      order: 'o1',
    })
    expect(p.visit().ordered).toBe(0)
    p.tap({ type: 'UndoOrder', order: 'o1' }, later).gives().tells({ already: true })
  })

  it('is over after that, and once the bar has it', () => {
    placed().tap({ type: 'UndoOrder', order: 'o1' }, later).refuses('undo-over', 'call-staff')
    accepted()
      .tap({ type: 'UndoOrder', order: 'o1' }, { at: evening + 2 * minute, tappedAt: evening + second })
      .refuses('undo-over', 'call-staff')
  })

  it('is for orders of one’s own visit', () => {
    const p = placed()
    p.tap({ type: 'UndoOrder', order: 'o1' }, { visit: { ...p.visit(), id: 'b' } }).refuses('unknown')
  })
})

describe('the bar', () => {
  it('waits out the eight seconds', () => {
    const p = placed()
    const early = p.staff('bo', { type: 'AcceptOrder', order: 'o1' }, { at: evening + 3 * second })
    early.refuses('please-wait', 'wait')
    expect(early.decision).toMatchObject({ waitMs: 5 * second })
    p.staff('bo', { type: 'AcceptOrder', order: 'o1' }, { at: evening + 8 * second }).gives({
      type: 'OrderAccepted',
      order: 'o1',
      staff: 'bo',
      needsTick: true,
    })
  })

  it('delivers what it accepted, once', () => {
    const p = accepted()
    const again = p.staff('mei', { type: 'AcceptOrder', order: 'o1' }, later)
    again.refuses('already-done')
    expect(again.decision).toMatchObject({ about: 'bo' })
    p.staff('chen', { type: 'DeliverOrder', order: 'o1' }, later).gives({
      type: 'OrderDelivered',
      order: 'o1',
      staff: 'chen',
    })
    p.staff('chen', { type: 'DeliverOrder', order: 'o1' }, later).refuses('already-done')
    expect(life(p)).toMatchObject({ status: 'delivered', acceptedBy: 'bo', deliveredBy: 'chen', attendant: 'chen' })
    expect(p.visit().lastDeliveryAt).toBe(evening + minute)
  })

  it('delivers nothing that it did not accept, and accepts nothing that was taken back', () => {
    placed().staff('chen', { type: 'DeliverOrder', order: 'o1' }, later).refuses('wrong-state')
    const p = placed()
    p.tap({ type: 'UndoOrder', order: 'o1' })
    p.staff('bo', { type: 'AcceptOrder', order: 'o1' }, later).refuses('wrong-state')
    p.staff('bo', { type: 'AcceptOrder', order: 'o9' }, later).refuses('unknown', 'look-again')
  })

  it('is taken back where 出品 was tapped too early, not where something went back', () => {
    const recall = { type: 'RecallOrder', order: 'o1' } as const
    const p = placed()
    p.staff('bo', recall, later).refuses('wrong-state')
    p.staff('bo', { type: 'AcceptOrder', order: 'o1' }, later)
    p.staff('chen', { type: 'DeliverOrder', order: 'o1' }, later)
    p.staff('chen', recall, later).gives({ type: 'OrderRecalled', order: 'o1', staff: 'chen' })
    expect(p.state.orders.get('o1')).toMatchObject({ status: 'accepted', acceptedBy: 'bo' })
    expect(p.state.orders.get('o1')).not.toHaveProperty('deliveredBy')
    p.staff('chen', recall, later).gives()
    p.staff('chen', { type: 'DeliverOrder', order: 'o1' }, later).givesTypes('OrderDelivered')
  })

  it('takes 出品 back for ten minutes, by the tap: later it is a return, for which it takes two people', () => {
    const recall = { type: 'RecallOrder', order: 'o1' } as const
    const late = (ms: number) => ({ at: later.at + ms, tappedAt: later.at + ms })
    delivered()
      .staff('chen', recall, late(10 * minute))
      .givesTypes('OrderRecalled')
    const p = delivered()
    p.staff('chen', recall, late(10 * minute + 1)).refuses('undo-over', 'ask-manager')
    p.station('floor', { ...recall, as: 'chen' }, late(hour)).refuses('undo-over', 'ask-manager')
    p.staff('chen', recall, { ...late(hour), tappedAt: later.at + minute }).givesTypes('OrderRecalled')
  })

  it('says no, and the party owes nothing for it', () => {
    const p = accepted()
    p.staff('bo', { type: 'RejectOrder', order: 'o1', reason: 'sold-out' }, later).gives({
      type: 'OrderRejected',
      order: 'o1',
      staff: 'bo',
      reason: 'sold-out',
    })
    expect(p.visit().ordered).toBe(0)
    expect(life(p)).toMatchObject({ status: 'rejected', rejected: 'sold-out', needsTick: false })
    p.staff('bo', { type: 'RejectOrder', order: 'o1', reason: 'mistake' }, later).refuses('already-done')
    delivered().staff('bo', { type: 'RejectOrder', order: 'o1', reason: 'mistake' }, later).refuses('wrong-state')
  })

  it('says no to some of it, and the rest goes on', () => {
    const p = party(opened())
    const lines = [
      { item: 'beer', qty: 6 },
      { item: 'tea', qty: 1 },
    ]
    p.tap({ ...order, lines, seen: 25_600 }).givesTypes('OrderPlaced')
    const tea = p.state.orders.get('o1')?.lines[1]?.line ?? ''
    const no: CommandOf<'RejectOrder'> = { type: 'RejectOrder', order: 'o1', reason: 'sold-out', lines: [tea] }
    p.staff('bo', { type: 'AcceptOrder', order: 'o1' }, later)
    p.staff('bo', no, later).gives(
      { type: 'OrderDivided', order: 'o1', part: 'o2', lines: [tea] },
      { type: 'OrderRejected', order: 'o2', staff: 'bo', reason: 'sold-out' },
    )
    expect(life(p)).toMatchObject({ status: 'accepted', total: 22_800, lines: [{ item: 'beer' }] })
    expect(p.state.orders.get('o2')).toMatchObject({ status: 'rejected', total: 2_800, lines: [{ item: 'tea' }] })
    expect(p.visit()).toMatchObject({ ordered: 22_800, orders: ['o1', 'o2'] })
    p.staff('mei', no, later).refuses('already-done')
    const all = life(p)?.lines.map(({ line }) => line) ?? []
    p.staff('bo', { ...no, lines: all }, later).gives({
      type: 'OrderRejected',
      order: 'o1',
      staff: 'bo',
      reason: 'sold-out',
    })
    expect(p.visit().ordered).toBe(0)
  })

  const both = () => {
    const p = party(opened())
    const lines = [
      { item: 'beer', qty: 6 },
      { item: 'tea', qty: 1 },
    ]
    p.tap({ ...order, lines, seen: 25_600 }).givesTypes('OrderPlaced')
    p.staff('bo', { type: 'AcceptOrder', order: 'o1' }, later).givesTypes('OrderAccepted')
    return { p, tea: p.state.orders.get('o1')?.lines[1]?.line ?? '' }
  }

  it('takes nothing off the bill twice: what went back is refused no more, alone or with the rest', () => {
    const { p, tea } = both()
    p.staff('mei', { type: 'SettleVisit', visit: 'a' }, { ...later, sure: true }).givesTypes('VisitSettled')
    const back = {
      type: 'ReturnLine',
      order: 'o1',
      line: tea,
      qty: 1,
      returned: 0,
      reason: 'mistake',
      pin: '111111',
    } as const
    const rights = { ...later, facts: { pin: 'right', second: 'right' } } as const
    p.staff('chen', { ...back, second: { staff: 'mei', pin: '222222' } }, rights).givesTypes('LineReturned')
    p.staff('mei', { type: 'UndoSettle', visit: 'a' }, later).givesTypes('SettleUndone')
    const no = { type: 'RejectOrder', order: 'o1', reason: 'sold-out' } as const
    p.staff('bo', { ...no, lines: [tea] }, later).refuses('wrong-state', 'look-again')
    p.staff('bo', no, later).givesTypes('OrderDivided', 'OrderRejected')
    expect(p.visit().ordered).toBe(0)
  })

  it('does not take 出品 or 已录 of the whole for the rest of it', () => {
    const { p, tea } = both()
    const when = (at: number, tapped: number) => ({ at: evening + at * minute, tappedAt: evening + tapped * minute })
    p.staff('mei', { type: 'RejectOrder', order: 'o1', reason: 'sold-out', lines: [tea] }, when(3, 3))
    for (const late of [
      { type: 'DeliverOrder', order: 'o1' },
      { type: 'TickOrder', order: 'o1', ticked: true },
    ] as const)
      p.staff('chen', late, when(5, 2)).refuses('changed', 'look-again')
    p.staff('chen', { type: 'DeliverOrder', order: 'o1' }, when(6, 6)).givesTypes('OrderDelivered')
  })

  /** 退单 of all of `o1`, with the first PIN of two. */
  const back = {
    type: 'ReturnLine',
    order: 'o1',
    line: 'l1',
    qty: 1,
    returned: 0,
    reason: 'mistake',
    pin: '1',
  } as const

  it('takes nothing off the bill that was accepted half an hour ago, for it is drunk: that is a return, with two PINs', () => {
    const reject = { type: 'RejectOrder', order: 'o1', reason: 'mistake' } as const
    const late = (ms: number) => ({ at: later.at + ms, tappedAt: later.at + ms })
    accepted()
      .station('bar', { ...reject, as: 'bo' }, late(30 * minute))
      .givesTypes('OrderRejected')
    const p = accepted()
    p.station('bar', { ...reject, as: 'bo' }, late(30 * minute + 1)).refuses('undo-over', 'ask-manager')
    p.staff('huang', reject, late(hour)).refuses('undo-over', 'ask-manager')
    const two = { second: { staff: 'mei', pin: '2' } }
    const right = { facts: { pin: 'right', second: 'right' } } as const
    p.staff('huang', { ...back, ...two }, { ...late(20 * minute), ...right }).refuses('wrong-state')
    p.staff('huang', { ...back, ...two }, { ...late(hour), ...right }).givesTypes('LineReturned')
    // The hub was away since: it was tapped in time.
    accepted()
      .staff('bo', reject, { ...late(hour), tappedAt: later.at + minute })
      .givesTypes('OrderRejected')
  })

  it('takes nothing off a bill that is paid: that is a return, with two PINs; and does nothing for who has left', () => {
    const reject = { type: 'RejectOrder', order: 'o1', reason: 'mistake' } as const
    const paid = accepted()
    paid.staff('lily', { type: 'SettleVisit', visit: 'a' }, { ...later, sure: true }).givesTypes('VisitSettled')
    paid.station('bar', { ...reject, as: 'bo' }, later).refuses('visit-settled', 'ask-manager')
    expect(life(paid)).toMatchObject({ status: 'accepted' })
    paid
      .staff(
        'huang',
        { ...back, second: { staff: 'mei', pin: '2' } },
        { ...later, facts: { pin: 'right', second: 'right' } },
      )
      .givesTypes('LineReturned')
    // What is ordered after 买单 is not accepted yet, so it is not paid either.
    paid.staff('chen', { type: 'PlaceOrderFor', visit: 'a', lines: [{ item: 'tea', qty: 1 }] }, later)
    paid.staff('bo', { ...reject, order: 'o2' }, later).givesTypes('OrderRejected')
    paid.staff('chen', { type: 'CloseVisit', visit: 'a' }, { ...later, sure: true }).givesTypes('VisitClosed')
    paid.staff('bo', reject, later).refuses('visit-closed')
    paid.staff('bo', { type: 'DeliverOrder', order: 'o1' }, later).refuses('visit-closed')
    paid.staff('lily', { type: 'TickOrder', order: 'o1', ticked: true }, later).givesTypes('OrderTicked')
  })

  it('works at its station by the name that was tapped', () => {
    const p = placed()
    p.station('bar', { type: 'AcceptOrder', order: 'o1' }, later).refuses('malformed')
    p.station('bar', { type: 'AcceptOrder', order: 'o1', as: 'nobody' }, later).refuses('malformed')
    p.station('bar', { type: 'AcceptOrder', order: 'o1', as: 'bo' }, later).givesTypes('OrderAccepted')
    expect(life(p)?.acceptedBy).toBe('bo')
    // Who is signed in acts in no other name.
    p.staff('mei', { type: 'DeliverOrder', order: 'o1', as: 'bo' }, later)
    expect(life(p)?.deliveredBy).toBe('mei')
  })
})

describe('an order that staff must ask about', () => {
  const waiting = () => placed(opened({ orderRule: { kind: 'above', amount: 1_000 } }))

  it('goes to the bar when somebody asked the host', () => {
    const p = waiting()
    p.staff('bo', { type: 'AcceptOrder', order: 'o1' }, later).refuses('wrong-state')
    p.staff('chen', { type: 'ApproveOrder', order: 'o1' }, later).gives({
      type: 'OrderApproved',
      order: 'o1',
      staff: 'chen',
    })
    p.staff('chen', { type: 'ApproveOrder', order: 'o1' }, later).refuses('already-done')
    p.staff('bo', { type: 'AcceptOrder', order: 'o1' }, later).givesTypes('OrderAccepted')
  })

  it('can be taken back or turned down', () => {
    waiting().tap({ type: 'UndoOrder', order: 'o1' }).givesTypes('OrderCancelled')
    waiting().staff('chen', { type: 'RejectOrder', order: 'o1', reason: 'mistake' }, later).givesTypes('OrderRejected')
  })

  it('calls somebody to the room when the guests are to be asked, once more where they were called already', () => {
    const ask = { type: 'RejectOrder', order: 'o1', reason: 'staff-must-ask' } as const
    const p = waiting()
    p.staff('bo', ask, later).givesTypes('OrderRejected', 'ServiceCalled')
    const called = waiting()
    called.tap({ type: 'CallService', service: 'staff' })
    called.staff('bo', ask, later).givesTypes('OrderRejected', 'RequestRepeated')
  })
})

describe('已录收银', () => {
  it('is ticked, and unticked, for what the bar accepted', () => {
    const p = accepted()
    p.staff('bo', { type: 'TickOrder', order: 'o1', ticked: true }).gives({
      type: 'OrderTicked',
      order: 'o1',
      ticked: true,
    })
    p.staff('bo', { type: 'TickOrder', order: 'o1', ticked: true }).gives()
    p.staff('bo', { type: 'TickOrder', order: 'o1', ticked: false }).givesTypes('OrderTicked')
    placed().staff('bo', { type: 'TickOrder', order: 'o1', ticked: true }).refuses('wrong-state')
  })

  it('is nobody’s work where the cashier takes tickets by itself', () => {
    const p = placed()
    p.staff('bo', { type: 'AcceptOrder', order: 'o1' }, { ...later, cashierTakesTickets: true })
    p.staff('bo', { type: 'TickOrder', order: 'o1', ticked: true }).refuses('wrong-state')
  })

  it('stays marked when the bar rejects what was keyed already', () => {
    const p = accepted()
    p.staff('bo', { type: 'TickOrder', order: 'o1', ticked: true })
    p.staff('bo', { type: 'RejectOrder', order: 'o1', reason: 'mistake' }, later)
    expect(life(p)).toMatchObject({ needsTick: true, ticked: true })
  })

  it('is asked about at 买单 and 关房, and stays over the cutover, as long as what was refused is in the cashier', () => {
    const p = accepted()
    const tick = (ticked: boolean) =>
      p.staff('bo', { type: 'TickOrder', order: 'o1', ticked }).givesTypes('OrderTicked')
    const settle = { type: 'SettleVisit', visit: 'a' } as const
    tick(true)
    p.staff('bo', { type: 'RejectOrder', order: 'o1', reason: 'mistake' }, later)
    p.staff('lily', settle).refuses('unticked', 'confirm')
    tick(false)
    p.staff('lily', settle).givesTypes('VisitSettled')
    tick(true)
    p.staff('lily', { type: 'CloseVisit', visit: 'a' }).refuses('unticked', 'confirm')
    p.staff('lily', { type: 'CloseVisit', visit: 'a' }, { sure: true }).givesTypes('VisitClosed')
    p.time(evening, { type: 'RollDay', day: '2026-11-21' })
    tick(false)
    p.time(evening, { type: 'RollDay', day: '2026-11-22' })
    expect(p.state.orders.size).toBe(0)
  })
})

describe('sold out', () => {
  it('is set once and taken back', () => {
    const p = party()
    const set = (soldOut: boolean) => p.staff('bo', { type: 'SetSoldOut', item: 'tea', soldOut })
    set(true).gives({ type: 'SoldOutSet', item: 'tea', soldOut: true })
    set(true).gives()
    set(false).givesTypes('SoldOutSet')
    expect(p.state.soldOut.size).toBe(0)
    p.staff('bo', { type: 'SetSoldOut', item: 'caviar', soldOut: true }).refuses('unknown-item')
  })
})

describe('退单', () => {
  const back = (qty: number, second = 'mei', returned = 0) =>
    ({
      type: 'ReturnLine',
      order: 'o1',
      line: 'l1',
      qty,
      returned,
      reason: 'unopened',
      pin: '123456',
      second: { staff: second, pin: '654321' },
    }) as const
  const right = { facts: { pin: 'right', second: 'right' } } as const

  it('takes two people and the first one’s quota', () => {
    const p = delivered()
    // Two beers of 3800; a person of the floor may give 10000 a day.
    p.staff('chen', back(2), right).gives({
      type: 'LineReturned',
      order: 'o1',
      line: 'l1',
      qty: 2,
      amount: 7_600,
      reason: 'unopened',
      by: 'chen',
      second: 'mei',
      period: day,
    })
    expect(p.visit().ordered).toBe(15_200)
    expect(p.state.comps.get(`chen/${day}`)).toBe(7_600)
    p.staff('chen', back(1, 'mei', 2), right).refuses('over-quota', 'ask-manager')
    p.staff('mei', back(4, 'chen', 2), right).givesTypes('LineReturned')
    p.staff('mei', back(1, 'chen', 6), right).refuses('too-many')
  })

  it('takes one who answers for the house: the bar and a waiter cannot do it among themselves', () => {
    delivered().staff('chen', back(1, 'bo'), right).refuses('second-person', 'ask-manager')
    delivered().staff('chen', back(1, 'mei'), right).givesTypes('LineReturned')
    delivered().staff('mei', back(1, 'chen'), right).givesTypes('LineReturned')
  })

  it('happens once, also where its answer was lost and it is sent again', () => {
    const p = delivered()
    p.staff('mei', back(1, 'chen'), right).givesTypes('LineReturned')
    p.staff('mei', back(1, 'chen'), right).refuses('already-done', 'look-again')
    p.staff('mei', back(1, 'chen', 1), right).givesTypes('LineReturned')
  })

  it('is never confirmed by oneself, nor with a wrong PIN', () => {
    delivered().staff('chen', back(1, 'chen'), right).refuses('second-person')
    const failed = (staff: string) => ({ type: 'PinFailed', staff, failures: 1, off: false }) as const
    delivered()
      .staff('chen', back(1), { facts: { pin: 'wrong', second: 'right' } })
      .refuses('wrong-pin', 'try-again', [failed('chen')])
    delivered()
      .staff('chen', back(1), { facts: { pin: 'right', second: 'wrong' } })
      .refuses('wrong-pin', 'try-again', [failed('mei')])
    delivered().staff('chen', back(1, 'nobody'), right).refuses('wrong-pin')
    delivered()
      .staff('chen', back(1))
      .refuses('wrong-pin', 'try-again', [failed('chen')])
  })

  it('is for what was delivered', () => {
    accepted().staff('mei', back(1, 'chen'), right).refuses('wrong-state')
    delivered()
      .staff('mei', { ...back(1, 'chen'), line: 'l9' }, right)
      .refuses('unknown')
    const paid = delivered()
    paid.staff('lily', { type: 'SettleVisit', visit: 'a' }, { ...later, sure: true }).givesTypes('VisitSettled')
    paid.staff('mei', back(1, 'chen'), right).givesTypes('LineReturned')
  })
})

describe('any evening of orders', () => {
  const move = fc.tuple(
    fc.constantFrom('order', 'undo', 'approve', 'accept', 'deliver', 'reject', 'reject-last', 'return', 'staff-order'),
    fc.integer({ min: 1, max: 4 }),
    fc.nat({ max: 6 }),
  )

  it('leaves a party owing what its orders come to, and nobody beyond the quota', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 40 }), fc.boolean(), (moves, asks) => {
        const p = party(opened(asks ? { orderRule: { kind: 'above', amount: 8_000 } } : {}))
        moves.forEach(([what, qty, n], index) => {
          const when = { at: evening + index * 5 * second, tappedAt: evening + index * 5 * second }
          const id = `o${n + 1}`
          const found = p.state.orders.get(id)
          const one = [{ item: n % 2 === 0 ? 'beer' : 'tea', qty }]
          const lines = n % 3 === 0 ? [...one, { item: 'tea', qty: 1 }] : one
          const seen = qty * (n % 2 === 0 ? 3_800 : 2_800) + (n % 3 === 0 ? 2_800 : 0)
          if (what === 'order') p.tap({ type: 'PlaceOrder', source: 'menu', lines, seen }, when)
          if (what === 'staff-order') p.staff('chen', { type: 'PlaceOrderFor', visit: 'a', lines }, when)
          if (what === 'undo') p.tap({ type: 'UndoOrder', order: id }, when)
          if (what === 'approve') p.staff('chen', { type: 'ApproveOrder', order: id }, when)
          if (what === 'accept') p.staff('bo', { type: 'AcceptOrder', order: id }, when)
          if (what === 'deliver') p.staff('bo', { type: 'DeliverOrder', order: id }, when)
          if (what === 'reject') p.staff('bo', { type: 'RejectOrder', order: id, reason: 'mistake' }, when)
          if (what === 'reject-last')
            p.staff(
              'bo',
              { type: 'RejectOrder', order: id, reason: 'mistake', lines: [found?.lines.at(-1)?.line ?? 'l'] },
              when,
            )
          if (what === 'return' && found?.lines[0])
            p.staff(
              'chen',
              {
                type: 'ReturnLine',
                order: id,
                line: found.lines[0].line,
                qty,
                returned: found.lines[0].returned,
                reason: 'mistake',
                pin: '111111',
                second: { staff: 'mei', pin: '222222' },
              },
              { ...when, facts: { pin: 'right', second: 'right' } },
            )
        })
        const owed = [...p.state.orders.values()]
          .filter(({ status }) => status !== 'cancelled' && status !== 'rejected')
          .flatMap(({ lines }) => lines)
          .reduce((sum, { qty, returned, unitPrice }) => sum + (qty - returned) * unitPrice, 0)
        expect(p.visit().ordered).toBe(owed)
        expect(p.state.comps.get(`chen/${day}`) ?? 0).toBeLessThanOrEqual(10_000)
      }),
      { numRuns: 80 },
    )
  })
})

describe('the usual of a party', () => {
  it('is kept with its visit', () => {
    const items = [{ item: 'whisky', qty: 1, times: 2 }]
    const predicted: OrderEvent = { type: 'UsualPredicted', visit: 'a', items }
    expect(party(predicted).visit().usual).toEqual(items)
  })
})
