/** Who stands in the lobby, and what went wrong at a kiosk. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { CheckInView, TroubleView } from '../../../shared/protocol/views/console.ts'
import type { ViewContext } from '../context.ts'
import { isVipTier } from '../members.ts'
import { briefView } from './brief.ts'
import type { Sees } from './sees.ts'

/** Undefined once it is seated, dismissed or lapsed. */
export function checkInView(context: ViewContext, sees: Sees, id: Id): CheckInView | undefined {
  const checkIn = context.state.checkIns.get(id)
  if (!sees.checkIns || checkIn?.status !== 'waiting') return undefined
  const { at, how, kiosk, party, language, reservation, offer, joins, discreet, glance } = checkIn
  const { accountManager, tier, text, lapsesAt } = checkIn
  const member = checkIn.member === undefined ? undefined : briefView(context, checkIn.member)
  const title = (text === undefined ? undefined : context.text(text)) ?? member?.called
  return {
    id,
    at,
    how,
    ...(kiosk !== undefined && { kiosk }),
    ...(member && { member }),
    ...(title !== undefined && { title }),
    ...(party !== undefined && { party }),
    ...(language !== undefined && { language }),
    ...(reservation !== undefined && { reservation }),
    ...(offer !== undefined && { offer }),
    ...(joins !== undefined && { joins }),
    vip: isVipTier(context, tier ?? member?.tier),
    discreet,
    glance,
    ...(accountManager !== undefined && { accountManager }),
    lapsesAt,
  }
}

export function troubleView(context: ViewContext, sees: Sees, kiosk: Id): TroubleView | undefined {
  const trouble = context.state.kioskTrouble.get(kiosk)
  if (sees.troubles === 'none' || !trouble || trouble.failures === 0) return undefined
  const member =
    sees.troubles === 'named' && trouble.member !== undefined ? briefView(context, trouble.member) : undefined
  return {
    kiosk,
    failures: trouble.failures,
    at: trouble.lastAt,
    failure: trouble.lastFailure,
    ...(member && { member }),
  }
}
