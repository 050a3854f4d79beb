/** What is stuck on a guest's bottle: whose it is, what, how much, where, and until when. Pure. */
import { localized } from '../../shared/i18n/localized.ts'
import type { Translate } from '../../shared/i18n/translator.ts'
import { daysOnLabel } from '../domain/keep/last-day.ts'
import { roomOf } from '../domain/room-of.ts'
import type { Keep } from '../domain/state.ts'
import type { ViewContext } from '../views/context.ts'
import type { Paper } from './paper.ts'

/** `called`: absent where nobody by name owns it. */
export function keepLabel(context: ViewContext, t: Translate<'paper'>, keep: Keep, called: string | undefined): Paper {
  const { venue, item } = context
  // Months away: with its year, and the same in every language.
  const { storedOn, lastDay } = daysOnLabel(keep, venue)
  const name = item(keep.item)?.name ?? { zhHans: keep.item }
  const from = keep.room === undefined ? '' : (roomOf(venue, keep.room)?.name ?? '')
  return {
    lines: [
      { kind: 'title', text: keep.label },
      { kind: 'pair', left: called ?? from, right: t('labelShelf', { shelf: keep.shelf }), big: true },
      { kind: 'rule' },
      { kind: 'pair', left: localized(name, t.locale), right: t('labelLevel', { tenths: keep.tenths }), big: true },
      { kind: 'rule' },
      ...(storedOn === undefined ? [] : [{ kind: 'pair', left: t('labelStored'), right: storedOn } as const]),
      { kind: 'pair', left: t('labelUntil'), right: lastDay },
      { kind: 'text', text: t('labelClaim') },
    ],
  }
}
