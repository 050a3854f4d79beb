/** 改计费: a party stays in its room and goes on by another of its tariffs. */
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import { already, type Decision, type Meta } from '../decision.ts'
import type { ReadState } from '../state.ts'
import { liveVisit } from './live-visit.ts'
import { newTerms, refuseCheaper } from './move.ts'
import { classOf, refuseStay } from './open-visit.ts'
import { isOpenedAnew } from './opened-anew.ts'
import { termsAfterMove, termsOf, withIncluded } from './tariff.ts'

/** Just opened it is as though it had been opened with it; later as though the party had moved to a room with it. By the tap's time. */
export function changeTariff(state: ReadState, command: CommandOf<'ChangeTariff'>, meta: Meta): Decision {
  const visit = liveVisit(state, command.visit)
  if ('refused' in visit) return visit
  if (visit.terms.tariff === command.tariff) return already
  const { venue, at } = meta
  const roomClass = classOf(venue, visit.room)
  if (!roomClass) return refuse('unknown', 'look-again', { about: visit.room })
  const asOpened = isOpenedAnew(visit, meta)
  const terms = newTerms(visit, command.tariff, roomClass.id, venue, tariff => {
    if (!asOpened) return termsAfterMove(visit.terms, tariff, at, venue)
    const opened = termsOf(tariff, visit.openedAt, venue)
    return opened && withIncluded(opened, visit.terms.included ?? 0)
  })
  if ('refused' in terms) return terms
  const cheaper = asOpened ? undefined : refuseCheaper(visit.terms, terms, meta)
  if (cheaper) return cheaper
  // That they stay so long was asked about before.
  const longer = terms.endsAt !== visit.terms.endsAt
  const tooLong = longer ? refuseStay(state, meta, visit.room, terms, visit.reservation) : undefined
  return tooLong ?? { events: [{ type: 'TariffChanged', visit: visit.id, terms }] }
}
