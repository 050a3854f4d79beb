/** Parties in the house. */
import type { SeekerView, TermsView, VisitView } from '../../../shared/protocol/views/console.ts'
import { canTakeBack } from '../../domain/comp/take-back.ts'
import { isUnticked } from '../../domain/order/unticked.ts'
import type { Comp, Order, Seeker, Visit } from '../../domain/state.ts'
import { openedAnewUntil } from '../../domain/visit/opened-anew.ts'
import { isStayUnknown, roomBill, roomCharge } from '../../domain/visit/tariff.ts'
import { undoOpenUntil } from '../../domain/visit/undo-open.ts'
import type { ViewContext } from '../context.ts'
import { isLive, membersOf, titleOf } from '../members.ts'
import { missingTo } from '../spend.ts'
import { onceForWhoSees } from '../worked-out-once.ts'
import { briefView } from './brief.ts'
import type { Sees } from './sees.ts'

/** Undefined when nobody of it is in the house any more. */
export const visitView = onceForWhoSees(
  ['visits', 'spend', 'hostCode', 'checkIns'],
  (context, may, id): VisitView | undefined => {
    const party = may.visits ? partyOf(context, may, id) : undefined
    if (!party) return undefined
    const { visit, orders, shown } = party
    return {
      ...shown,
      totals: totalsOf(may, visit),
      comps: may.spend ? visit.comps.map(comp => compView(visit, orders, comp)) : [],
      ...(may.spend && { money: moneyOf(context, visit, orders) }),
      ...(may.checkIns && visit.seekers?.length && { seekers: visit.seekers.map(one => seekerView(context, one)) }),
    }
  },
)

/** `shown`: what everybody sees of it who sees parties at all. */
const partyOf = onceForWhoSees([], (context, _nothing, id) => {
  const visit = context.state.visits.get(id)
  if (!isLive(visit)) return undefined
  const { room, status, openedAt, settledAt, party, booker, attendant, orderRule, discreet, doNotDisturb } = visit
  const host = visit.host === undefined ? undefined : briefView(context, visit.host)
  const title = titleOf(context, visit)
  const orders = visit.orders.flatMap(order => context.state.orders.get(order) ?? [])
  const playlist = context.state.playlists.get(id)
  // Erased with whom they are about, and at the cutover.
  const notes = visit.notes?.flatMap(note => context.text(note) ?? []) ?? []
  const undoUntil = undoOpenUntil(context.state, visit)
  const anewUntil = openedAnewUntil(visit)
  const lastOrder = orders.findLast(order => order.status !== 'cancelled' && order.source !== 'gift')
  const shown: Omit<VisitView, 'totals' | 'money' | 'seekers' | 'comps'> = {
    id,
    room,
    status,
    openedAt,
    party,
    members: membersOf(visit).flatMap(member => briefView(context, member) ?? []),
    terms: termsView(context, visit),
    orderRule,
    discreet,
    doNotDisturb,
    waiting: playlist?.queue.length ?? 0,
    feedback: [...visit.feedback].map(([guest, { face, factors, at }]) => ({ guest, face, factors, at })),
    ...(settledAt !== undefined && { settledAt }),
    ...(undoUntil !== undefined && { undoOpenUntil: undoUntil }),
    ...(anewUntil !== undefined && { openedAnewUntil: anewUntil }),
    ...(title !== undefined && { title }),
    ...(host && { host }),
    ...(booker !== undefined && { booker }),
    ...(notes.length > 0 && { notes }),
    ...(attendant !== undefined && { attendant }),
    ...(lastOrder && { lastOrderAt: lastOrder.placedAt }),
    ...(playlist?.playing && { singing: playlist.playing.title }),
  }
  return { visit, orders, shown }
})

function compView(visit: Visit, orders: readonly Order[], comp: Comp): VisitView['comps'][number] {
  const { second: _second, period: _period, ...shown } = comp
  return { ...shown, ...(canTakeBack(visit, orders, comp) && { returnable: true }) }
}

function seekerView({ text }: ViewContext, { id, at, text: key, answer }: Seeker): SeekerView {
  const called = key === undefined ? undefined : text(key)
  return { id, at, ...(called !== undefined && { called }), ...(answer && { answer }) }
}

/** The code is for who walks up to the host, not for a station that anybody passes. */
const totalsOf = ({ hostCode }: Pick<Sees, 'hostCode'>, { totals: { shown, code } }: Visit): VisitView['totals'] => ({
  shown,
  ...(hostCode && code !== undefined && { code }),
})

function termsView({ venue }: ViewContext, { terms, timeEnded }: Visit): TermsView {
  const { kind, tariff, startsAt, endsAt, extensions } = terms
  return {
    kind,
    tariff,
    name: venue.tariffs.find(one => one.id === tariff)?.name ?? { zhHans: tariff },
    startsAt,
    ...(endsAt !== undefined && { endsAt }),
    extensions,
    over: timeEnded,
    ...(terms.included && { included: terms.included }),
    ...(terms.kind === 'timed' && terms.step !== undefined && { step: terms.step }),
  }
}

function moneyOf({ now }: ViewContext, visit: Visit, orders: readonly Order[]): NonNullable<VisitView['money']> {
  const roomAsOf = visit.settledAt ?? now
  const afterwards = roomCharge(visit.terms, roomAsOf, now)
  return {
    ordered: visit.ordered,
    comps: visit.compTotal,
    minimumSpend: visit.minimumSpend,
    missing: missingTo(visit),
    room: roomBill(visit.terms, roomAsOf),
    roomAsOf,
    ...(afterwards > 0 && { afterwards }),
    ...(visit.deposit && { deposit: true as const }),
    ...(isStayUnknown(visit.terms, roomAsOf) && { doubtful: true as const }),
    unticked: orders.filter(isUnticked).map(({ id }) => id),
  }
}
