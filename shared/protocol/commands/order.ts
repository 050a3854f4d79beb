/** What is asked about drinks and money, by guests and by staff. */
import * as v from 'valibot'
import { Count, Id, Money, Pin } from '../primitives.ts'
import { compKinds, compReasons, guestSources, rejectReasons, returnReasons } from '../words.ts'

const Line = v.strictObject({
  item: Id,
  qty: Count,
  options: v.exactOptional(v.pipe(v.array(Id), v.maxLength(6))),
})

/** `seen` is the total the guest saw before the tap: a price is agreed, not discovered. */
export const PlaceOrder = v.strictObject({
  type: v.literal('PlaceOrder'),
  source: v.picklist(guestSources),
  lines: v.pipe(v.array(Line), v.minLength(1), v.maxLength(30)),
  seen: Money,
})
export const UndoOrder = v.strictObject({ type: v.literal('UndoOrder'), order: Id })
/** What was tapped in a room that the party had left was asked about, and answered: yes comes as a tap of its own. */
export const AnswerPassedOn = v.strictObject({
  type: v.literal('AnswerPassedOn'),
  taps: v.pipe(v.array(Id), v.minLength(1), v.maxLength(20)),
})
/** A table marks what it likes, to find it again; with the visit it is forgotten. */
export const MarkFavourite = v.strictObject({ type: v.literal('MarkFavourite'), item: Id, on: v.boolean() })

/** Staff order for a visit (its rule says so, or it is settled). */
export const PlaceOrderFor = v.strictObject({
  type: v.literal('PlaceOrderFor'),
  visit: Id,
  lines: v.pipe(v.array(Line), v.minLength(1), v.maxLength(30)),
})
/** Staff asked the host: an order above the visit's amount may go to the bar. */
export const ApproveOrder = v.strictObject({ type: v.literal('ApproveOrder'), order: Id, as: v.exactOptional(Id) })
/** `as`: at a station without a PIN, whose name was tapped. */
export const AcceptOrder = v.strictObject({ type: v.literal('AcceptOrder'), order: Id, as: v.exactOptional(Id) })
export const DeliverOrder = v.strictObject({ type: v.literal('DeliverOrder'), order: Id, as: v.exactOptional(Id) })
/** Undo of 出品. */
export const RecallOrder = v.strictObject({ type: v.literal('RecallOrder'), order: Id, as: v.exactOptional(Id) })
export const RejectOrder = v.strictObject({
  type: v.literal('RejectOrder'),
  order: Id,
  reason: v.picklist(rejectReasons),
  /** Only these of it; absent: all. */
  lines: v.exactOptional(v.pipe(v.array(Id), v.minLength(1), v.maxLength(30))),
  as: v.exactOptional(Id),
})
/** 打印: its ticket on paper, once more or at all. */
export const PrintTicket = v.strictObject({ type: v.literal('PrintTicket'), order: Id, as: v.exactOptional(Id) })
/** 退单 after delivery: a second person, and the quota of comps. */
export const ReturnLine = v.strictObject({
  type: v.literal('ReturnLine'),
  order: Id,
  line: Id,
  qty: Count,
  /** How many of the line had gone back when the form was filled in: sent again after a lost answer, it is refused. */
  returned: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(99)),
  reason: v.picklist(returnReasons),
  pin: Pin,
  /** Absent where nobody else works. */
  second: v.exactOptional(v.strictObject({ staff: Id, pin: Pin })),
})
/** 已录收银: staff keyed this ticket into the venue's cashier. */
export const TickOrder = v.strictObject({ type: v.literal('TickOrder'), order: Id, ticked: v.boolean() })
export const SetSoldOut = v.strictObject({ type: v.literal('SetSoldOut'), item: Id, soldOut: v.boolean() })

/** It was the wrong one, or too much. Whoever gave it may, and a manager. */
export const TakeBackComp = v.strictObject({ type: v.literal('TakeBackComp'), visit: Id, comp: Id, pin: Pin })
export const GiveComp = v.strictObject({
  type: v.literal('GiveComp'),
  visit: Id,
  kind: v.picklist(compKinds),
  /** With `gift`: what is given. */
  item: v.exactOptional(Id),
  qty: v.exactOptional(Count),
  /** With `reduction` and `waiver`: how much. */
  amount: v.exactOptional(Money),
  reason: v.picklist(compReasons),
  request: v.exactOptional(Id),
  pin: Pin,
  second: v.exactOptional(v.strictObject({ staff: Id, pin: Pin })),
})
