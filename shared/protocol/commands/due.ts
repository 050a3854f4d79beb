/** What time asks: issued by the hub's scheduler as principal `system`, from nowhere else. */
import * as v from 'valibot'
import { Id } from '../primitives.ts'

export const EndWelcome = v.strictObject({ type: v.literal('EndWelcome'), checkIn: Id })
/** Nobody seated a check-in for a long time. */
export const LapseCheckIn = v.strictObject({ type: v.literal('LapseCheckIn'), checkIn: Id })
/** An acknowledgement that led nowhere expires and alerts again. */
export const LapseTake = v.strictObject({ type: v.literal('LapseTake'), request: Id })
/** `unheard`: no console confirmed that it sounded, so nobody's turn is waited for. */
export const EscalateRequest = v.strictObject({
  type: v.literal('EscalateRequest'),
  request: Id,
  unheard: v.exactOptional(v.literal(true)),
})
/** Still not done when the venue wants it done. */
export const OverdueRequest = v.strictObject({ type: v.literal('OverdueRequest'), request: Id })
/** Nobody works that long: somebody forgot to say 下班. */
export const LapseShift = v.strictObject({ type: v.literal('LapseShift'), staff: Id })
/** The guest never said 好了: the request counts as unconfirmed. */
export const LapseConfirmation = v.strictObject({ type: v.literal('LapseConfirmation'), request: Id })
/** 到钟: told to staff, never to the panel. */
export const EndTariffTime = v.strictObject({ type: v.literal('EndTariffTime'), visit: Id })
export const ReleaseReservation = v.strictObject({ type: v.literal('ReleaseReservation'), reservation: Id })
/** Nobody touched the panel, if there is one: what was laid ready begins all the same. */
export const AssumeGuestsIn = v.strictObject({ type: v.literal('AssumeGuestsIn'), visit: Id })
/** No player reported: a song of unknown length is taken to last four minutes. */
export const AssumeSongEnded = v.strictObject({ type: v.literal('AssumeSongEnded'), visit: Id, entry: Id })
export const ExpireSession = v.strictObject({ type: v.literal('ExpireSession'), session: Id })
/** The house was put back from a backup of before it erased this member. */
export const EraseAgain = v.strictObject({ type: v.literal('EraseAgain'), member: Id })
/** The same for a device that was taken out since. */
export const RevokeAgain = v.strictObject({ type: v.literal('RevokeAgain'), device: Id })
/** The same for who works here no more. */
export const RemoveAgain = v.strictObject({ type: v.literal('RemoveAgain'), staff: Id })
/** The cutover: the night's closed visits leave the live state, quotas of the day start anew. */
export const RollDay = v.strictObject({ type: v.literal('RollDay'), day: v.pipe(v.string(), v.isoDate()) })
