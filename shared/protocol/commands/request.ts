/** Calls, complaints and feedback: what guests ask, what staff do about it. */
import * as v from 'valibot'
import { Id } from '../primitives.ts'
import { complaints, faces, factors, outcomes, roles, services, snoozeMinutes, snoozeReasons } from '../words.ts'

/** A second call of the same kind while one is open is 已催, not a second request. */
export const CallService = v.strictObject({ type: v.literal('CallService'), service: v.picklist(services) })
/** `visit`: by staff, whom those guests told it; their panel's own complaints name none. */
export const Complain = v.strictObject({
  type: v.literal('Complain'),
  category: v.picklist(complaints),
  visit: v.exactOptional(Id),
})
export const WithdrawRequest = v.strictObject({ type: v.literal('WithdrawRequest'), request: Id })
/** 好了 / 还没好, by the guest, after staff resolved it. */
export const ConfirmRequest = v.strictObject({ type: v.literal('ConfirmRequest'), request: Id })
export const ReopenRequest = v.strictObject({ type: v.literal('ReopenRequest'), request: Id })

/** `as`: at a station without a PIN, whose name was tapped. */
export const TakeRequest = v.strictObject({ type: v.literal('TakeRequest'), request: Id, as: v.exactOptional(Id) })
/** Undo of a take, of putting aside or of passing on, by whoever did it, within 10 s of it. */
export const ReleaseRequest = v.strictObject({
  type: v.literal('ReleaseRequest'),
  request: Id,
  as: v.exactOptional(Id),
})
/** 在路上: the taker is on the way. */
export const GoToRequest = v.strictObject({ type: v.literal('GoToRequest'), request: Id, as: v.exactOptional(Id) })
export const ResolveRequest = v.strictObject({
  type: v.literal('ResolveRequest'),
  request: Id,
  outcome: v.picklist(outcomes),
  as: v.exactOptional(Id),
})

/** 转交: it waits for this person, or for whoever of that role is on duty. */
export const PassRequest = v.strictObject({
  type: v.literal('PassRequest'),
  request: Id,
  to: v.union([v.strictObject({ staff: Id }), v.strictObject({ role: v.picklist(roles) })]),
  as: v.exactOptional(Id),
})
/** 稍后: whoever puts it aside has it in hand; then it sounds again. */
export const SnoozeRequest = v.strictObject({
  type: v.literal('SnoozeRequest'),
  request: Id,
  reason: v.picklist(snoozeReasons),
  minutes: v.picklist(snoozeMinutes),
  as: v.exactOptional(Id),
})
/** 重开 by staff: it was said to be done too early. The guest's own is ReopenRequest. */
export const ResumeRequest = v.strictObject({ type: v.literal('ResumeRequest'), request: Id, as: v.exactOptional(Id) })

/** `guest` is the seat number chosen on the panel, 0 for the room as a whole. Changeable until the visit closes. */
export const GiveFeedback = v.strictObject({
  type: v.literal('GiveFeedback'),
  guest: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(60)),
  face: v.picklist(faces),
  factors: v.pipe(v.array(v.picklist(factors)), v.maxLength(factors.length)),
})
/** 请勿打扰. */
export const SetDoNotDisturb = v.strictObject({ type: v.literal('SetDoNotDisturb'), on: v.boolean() })
