/** 续时: a party stays longer, and the slip of the finger by which it would have. */
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import { already, type Decision, type Meta } from '../decision.ts'
import type { ReadState } from '../state.ts'
import { liveVisit } from './live-visit.ts'
import { classOf, refuseStay } from './open-visit.ts'
import { extensionCharge } from './tariff.ts'

/**
 * Goes on from the agreed end; without one it is only a reminder, because time is charged anyway. What a package holds of it
 * comes first, and is paid.
 */
export function extendVisit(state: ReadState, command: CommandOf<'ExtendVisit'>, meta: Meta): Decision {
  const visit = liveVisit(state, command.visit)
  if ('refused' in visit) return visit
  const { minutes } = command
  const { terms, lastExtension: last } = visit
  // A hand that taps twice means one hour more; two taps from a hub that was away are as far apart as they were tapped.
  if (last?.minutes === minutes && Math.abs(meta.tappedAt - last.at) < meta.venue.policy.sameTapMs) return already
  const endsAt = (terms.endsAt ?? meta.at) + minutes * 60_000
  const tooLong = refuseStay(state, meta, visit.room, { endsAt }, visit.reservation)
  if (tooLong) return tooLong
  const tariff = meta.venue.tariffs.find(one => one.id === terms.tariff)
  const roomClass = tariff?.roomClass ?? classOf(meta.venue, visit.room)?.id ?? ''
  const chargeOf = (span: number) => (span === 0 ? 0 : extensionCharge(meta.venue, roomClass, terms, span))
  const included = terms.kind === 'timed' ? 0 : Math.min(minutes, terms.included ?? 0)
  const charge = chargeOf(minutes) - chargeOf(included)
  const tapped = meta.tappedAt < meta.at ? { tappedAt: meta.tappedAt } : {}
  return {
    events: [
      { type: 'VisitExtended', visit: visit.id, minutes, endsAt, charge, ...(included > 0 && { included }), ...tapped },
    ],
    result: { endsAt, charge },
  }
}

/** The last one, by the tap's time, before anybody reckons with it. */
export function undoExtend(state: ReadState, id: Id, { at, tappedAt, venue }: Meta): Decision {
  const visit = liveVisit(state, id)
  if ('refused' in visit) return visit
  const { lastExtension: last } = visit
  if (!last) return already
  if (Math.min(tappedAt, at) - last.at > venue.policy.undoTakeMs) return refuse('undo-over')
  const { minutes, charge, included, before } = last
  const endsAt = before === undefined ? {} : { endsAt: before }
  const back = included === undefined ? {} : { included }
  return { events: [{ type: 'ExtensionUndone', visit: id, minutes, charge, ...back, ...endsAt }] }
}
