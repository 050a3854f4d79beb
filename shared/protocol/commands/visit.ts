/** What is asked about rooms, visits and reservations by staff, and by time. */
import * as v from 'valibot'
import { Count, Id, Instant, Minutes, Money, PhoneNumber, typedText } from '../primitives.ts'

export const OpenVisit = v.strictObject({
  type: v.literal('OpenVisit'),
  room: Id,
  tariff: Id,
  party: Count,
  member: v.exactOptional(Id),
})
/** Of the wrong room, within 10 min of it, while nothing came of it: as though it had never been opened. */
export const UndoOpen = v.strictObject({ type: v.literal('UndoOpen'), visit: Id })
/** Orders and requests follow the party: they belong to the visit, the room is looked up. */
/** `tariff`: of the room's class, by which they go on; absent: as they agreed in the first place. */
export const MoveVisit = v.strictObject({
  type: v.literal('MoveVisit'),
  visit: Id,
  room: Id,
  tariff: v.exactOptional(Id),
})
/** In its room: what it was opened with was wrong, or something else is agreed from now on. */
export const ChangeTariff = v.strictObject({ type: v.literal('ChangeTariff'), visit: Id, tariff: Id })
/** Everything of `from` goes on in `into`; the room of `from` is to clean. */
export const MergeVisits = v.strictObject({ type: v.literal('MergeVisits'), from: Id, into: Id })
export const ExtendVisit = v.strictObject({ type: v.literal('ExtendVisit'), visit: Id, minutes: Minutes })
/** Of the last extension, within 10 s of it. */
export const UndoExtend = v.strictObject({ type: v.literal('UndoExtend'), visit: Id })
/** 买单. Paid is not gone: the party may sing on, later orders then need staff. */
export const SettleVisit = v.strictObject({ type: v.literal('SettleVisit'), visit: Id })
export const UndoSettle = v.strictObject({ type: v.literal('UndoSettle'), visit: Id })
/** 关房: the party is gone; the panel is wiped. */
export const CloseVisit = v.strictObject({ type: v.literal('CloseVisit'), visit: Id })
export const SetDiscreet = v.strictObject({ type: v.literal('SetDiscreet'), visit: Id, discreet: v.boolean() })
export const OrderRule = v.variant('kind', [
  v.strictObject({ kind: v.literal('free') }),
  v.strictObject({ kind: v.literal('above'), amount: Money }),
  v.strictObject({ kind: v.literal('staff-only') }),
])
export type OrderRule = v.InferOutput<typeof OrderRule>
export const SetOrderRule = v.strictObject({ type: v.literal('SetOrderRule'), visit: Id, rule: OrderRule })
/** Whether the guests' own panel shows what it all comes to. */
export const SetTotalsShown = v.strictObject({ type: v.literal('SetTotalsShown'), visit: Id, shown: v.boolean() })
/** The host lets their panel show the totals, by the code that staff told them. Never in an outbox. */
export const ShowTotals = v.strictObject({
  type: v.literal('ShowTotals'),
  digits: v.pipe(v.string(), v.regex(/^\d{4}$/)),
})
export const HideTotals = v.strictObject({ type: v.literal('HideTotals') })
/** Every order of the visit credits its attendant. */
export const SetAttendant = v.strictObject({ type: v.literal('SetAttendant'), visit: Id, staff: Id })
/** 订房人: who brought them, where no booking says so, or says it wrongly; absent: nobody did. */
export const SetBooker = v.strictObject({ type: v.literal('SetBooker'), visit: Id, booker: v.exactOptional(Id) })
/** Friends came, or went: how many they are now. */
export const CountParty = v.strictObject({ type: v.literal('CountParty'), visit: Id, party: Count })
/** A member is not at this table: what is had there is not theirs. `early`: they were, and went before the others: so far it is. */
export const LeaveVisit = v.strictObject({
  type: v.literal('LeaveVisit'),
  visit: Id,
  member: Id,
  early: v.exactOptional(v.literal(true)),
})
export const CleanRoom = v.strictObject({ type: v.literal('CleanRoom'), room: Id })
export const SetOutOfOrder = v.strictObject({ type: v.literal('SetOutOfOrder'), room: Id, outOfOrder: v.boolean() })

const promise = {
  member: v.exactOptional(Id),
  /** Whom it is for; beside a member: 别名, what tonight's screens say instead. One of the two is there. */
  name: v.exactOptional(typedText(40)),
  /** Of a guest who is no member: typed at the kiosk it finds the reservation. */
  phone: v.exactOptional(PhoneNumber),
  party: Count,
  arrivesAt: Instant,
  heldUntil: Instant,
  roomClass: Id,
  room: v.exactOptional(Id),
  deposit: v.boolean(),
  /** 备注: what is to be ready when they come; absent: nothing. */
  note: v.exactOptional(typedText(80)),
  /** 订房人: a member of staff or a member. */
  booker: v.exactOptional(Id),
  discreet: v.exactOptional(v.boolean()),
}
export const Reserve = v.strictObject({ type: v.literal('Reserve'), ...promise })
/** All of it, as it is agreed now; a guest's number that is left out stays: nobody need see it to change the hour. */
export const AmendReservation = v.strictObject({
  type: v.literal('AmendReservation'),
  reservation: Id,
  /** How often it had been amended when it was looked at. Refused as `changed` where somebody amended it since. */
  amended: v.exactOptional(v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
  ...promise,
})
export const CancelReservation = v.strictObject({ type: v.literal('CancelReservation'), reservation: Id })
