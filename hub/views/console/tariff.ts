/** How rooms are charged, and what that is at this hour. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { TariffView } from '../../../shared/protocol/views/console.ts'
import { termsOf } from '../../domain/visit/tariff.ts'
import type { ViewContext } from '../context.ts'

/** Price and end are those of a visit opened now. */
export function tariffView({ venue, now }: ViewContext, id: Id): TariffView | undefined {
  const tariff = venue.tariffs.find(one => one.id === id)
  if (!tariff) return undefined
  const { kind, name, roomClass, step } = tariff
  const terms = termsOf(tariff, now, venue)
  return {
    id,
    kind,
    name,
    roomClass,
    ...(terms && { priceNow: terms.kind === 'timed' ? terms.perHour : terms.price }),
    ...(terms?.endsAt !== undefined && { endsAtNow: terms.endsAt }),
    ...(step !== undefined && { step }),
  }
}
