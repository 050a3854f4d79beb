/** An order as its ticket reads: the room, when, what never to pour, then what to bring. Pure. */
import { createFormat } from '../../shared/i18n/format.ts'
import { type LocalizedText, localized } from '../../shared/i18n/localized.ts'
import type { Translate } from '../../shared/i18n/translator.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import { withUnit } from '../../shared/protocol/told-apart.ts'
import type { Order } from '../domain/state.ts'
import type { ViewContext } from '../views/context.ts'
import { taboosOf } from '../views/members.ts'
import type { Paper, PaperLine } from './paper.ts'

/** `again`: it was out before. `maybe`: nobody knows whether it was. */
export type TicketMark = 'again' | 'maybe'

export function ticketPaper(
  context: ViewContext,
  t: Translate<'paper'>,
  order: Order,
  mark: TicketMark | undefined,
): Paper {
  const { state, venue, item, staff, menu } = context
  const own = (text: LocalizedText) => localized(text, t.locale)
  const visit = state.visits.get(order.visit)
  const nameOf = (id: Id) => {
    const sold = item(id)
    return own(sold ? withUnit(sold) : { zhHans: id })
  }
  const mind = visit
    ? taboosOf(context, visit).map(kept => own(menu.tags.find(({ id }) => id === kept)?.name ?? { zhHans: kept }))
    : []
  const attendant = visit?.attendant === undefined ? undefined : staff(visit.attendant)
  const bold = (text: string): PaperLine => ({ kind: 'text', text, bold: true })
  return {
    lines: [
      { kind: 'title', text: venue.rooms.find(({ id }) => id === visit?.room)?.name ?? '' },
      ...(mark ? [bold(t(mark === 'again' ? 'printAgainMark' : 'printMaybeTwice'))] : []),
      { kind: 'pair', left: t(`source.${order.source}`), right: createFormat(t, venue).time(order.placedAt) },
      ...(mind.length > 0 ? [bold(t('printMind', { words: mind.join(' ') }))] : []),
      { kind: 'rule' },
      ...order.lines.flatMap(({ item: id, qty, options, components }): PaperLine[] => {
        const known = item(id)?.options ?? []
        const asked = options.flatMap(option => known.find(one => one.id === option)?.name ?? []).map(own)
        const parts = components.map(part => `${nameOf(part.item)} ×${part.qty * qty}`)
        return [
          { kind: 'pair', left: [nameOf(id), ...asked].join(' '), right: `×${qty}`, big: true },
          ...(parts.length > 0 ? [{ kind: 'text', text: t('printParts', { parts: parts.join(' ') }) } as const] : []),
        ]
      }),
      { kind: 'rule' },
      ...(attendant ? [{ kind: 'text', text: t('printStaff', { staff: own(attendant.name) }) } as const] : []),
    ],
  }
}

/** 试打. */
export const testPaper = (t: Translate<'paper'>, time: string): Paper => ({
  lines: [
    { kind: 'title', text: t('printTestTitle') },
    { kind: 'rule' },
    { kind: 'text', text: t('printTestText') },
    { kind: 'pair', left: t('printTestRare'), right: time, big: true },
    { kind: 'rule' },
  ],
})
