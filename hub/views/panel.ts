/** What a room's panel may know: its own open or settled party, and nothing that would tell on a guest. */
import { inPerson } from '../../shared/protocol/asked-in-person.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import type { PanelRoomView, PanelSlices, PanelVisitView } from '../../shared/protocol/views/panel.ts'
import { complaints } from '../../shared/protocol/words.ts'
import { rewardOf } from '../domain/feedback/reward.ts'
import { roomOf } from '../domain/room-of.ts'
import type { Visit } from '../domain/state.ts'
import type { Slices, Touched, ViewContext } from './context.ts'
import { isLive, isVipTier, membersOf, taboosOf, touchedOf, visitsOfTouchedMembers } from './members.ts'
import { categoryView, itemsAround, itemView, roomClassOf } from './menu.ts'
import { panelOrderView } from './panel/order.ts'
import { hasYours, lastTimeOf, playlistView } from './panel/playlist.ts'
import { panelRequestView } from './panel/request.ts'
import { usualView } from './panel/usual.ts'
import { sliceWriter } from './slices.ts'
import { leftOf, missingTo } from './spend.ts'
import { tabooTest } from './taboos.ts'
import { venueView } from './venue.ts'

export const wholePanel = (context: ViewContext, room: Id): Slices =>
  new Map([...panelMenu(context, roomClassOf(context, room)), ...besideMenu(context, room)])

/** The price list: the same in all rooms of a class, whoever sits there. */
export function panelMenu(context: ViewContext, roomClass: Id | undefined): Slices {
  const { slices, each } = sliceWriter<PanelSlices>(true)
  for (const { id } of context.menu.categories) each('category', id, categoryView(context, id))
  for (const { id } of context.menu.items) each('item', id, itemView(context, id, roomClass))
  return slices
}

export function besideMenu(context: ViewContext, room: Id): Slices {
  const { slices, one, each } = sliceWriter<PanelSlices>(true)
  one('venue', venueView(context))
  one('room', roomView(context, room))
  one('complaints', { categories: complaints })
  const visit = visitIn(context, room)
  if (!visit) return slices
  for (const id of offTheList(context, visit)) each('item', id, itemView(context, id, undefined))
  one('visit', visitView(context, visit))
  one('playlist', playlistView(context, visit))
  one('usual', usualView(context, visit))
  for (const id of visit.orders) each('order', id, panelOrderView(context, visit, id))
  for (const id of visit.requests) each('request', id, panelRequestView(context, visit, id))
  return slices
}

/**
 * A party came, went or moved, or the price list changed: the whole view, so that nothing of the guests before can be left
 * behind. Everything else is told by the touched ids.
 */
export function changedPanel(context: ViewContext, room: Id, touched: Touched): Slices | 'whole' {
  const { tables } = touched
  if (tables.rooms.has(room) || touched.venue || touched.menu) return 'whole'
  const { slices, one, each } = sliceWriter<PanelSlices>(false)
  const roomClass = roomClassOf(context, room)
  const visit = visitIn(context, room)
  const off = visit && tables.soldOut.size > 0 ? offTheList(context, visit) : nothingOff
  for (const id of itemsAround(context, tables.soldOut))
    each('item', id, itemView(context, id, off.has(id) ? undefined : roomClass))
  if (!visit) return slices
  const own = touchedOf(context, touched, visit.id)
  const membersTouched = visitsOfTouchedMembers(context, touched).has(visit.id)
  const visitTouched = tables.visits.has(visit.id) || membersTouched
  // What was promised for a 评价 may have been sold out.
  if (visitTouched || touched.staff || tables.soldOut.size > 0) one('visit', visitView(context, visit))
  if (visitTouched || tables.soldOut.size > 0) one('usual', usualView(context, visit))
  // A visit that turned discreet shows whose songs these are no longer.
  if (tables.playlists.has(visit.id) || (visitTouched && hasYours(context, visit)))
    one('playlist', playlistView(context, visit))
  // Who has just joined may have to avoid what was ordered before.
  const again = membersTouched || (visitTouched && taboosOf(context, visit).length > 0)
  for (const id of again ? visit.orders : own.orders) each('order', id, panelOrderView(context, visit, id))
  for (const id of touched.staff ? visit.requests : own.requests)
    each('request', id, panelRequestView(context, visit, id))
  return slices
}

const nothingOff: ReadonlySet<Id> = new Set()

/** What the party ordered and was taken off the list since keeps its name. */
function offTheList({ state, item }: ViewContext, visit: Visit): ReadonlySet<Id> {
  const ordered = visit.orders.flatMap(id => state.orders.get(id)?.lines ?? []).map(line => line.item)
  return new Set(ordered.filter(id => item(id)?.retired))
}

function visitIn({ state }: ViewContext, room: Id): (Visit & { status: 'open' | 'settled' }) | undefined {
  const id = state.rooms.get(room)?.visit
  const visit = id === undefined ? undefined : state.visits.get(id)
  return isLive(visit) && visit.room === room ? visit : undefined
}

function roomView({ venue }: ViewContext, id: Id): PanelRoomView | undefined {
  const room = roomOf(venue, id)
  return room && { id, name: room.name, floor: room.floor }
}

function visitView(context: ViewContext, visit: Visit & { status: 'open' | 'settled' }): PanelVisitView {
  const { id, status, openedAt, party, orderRule, doNotDisturb, language } = visit
  const host = shownHost(context, visit)
  const attendant = visit.attendant === undefined ? undefined : context.staff(visit.attendant)
  return {
    id,
    status,
    openedAt,
    vip: isVipTier(context, host?.tier),
    party,
    orderRule,
    hideAfter: (visit.terms.endsAt ?? openedAt + longestByTimeMs) + graceMs,
    doNotDisturb,
    feedback: [...visit.feedback].map(([guest, { face, factors }]) => ({ guest, face, factors })),
    ...(host && { greeting: (visit.text === undefined ? undefined : context.text(visit.text)) ?? host.called }),
    ...(visit.totals.shown && { totals: totalsView(context, visit) }),
    ...(attendant && { attendant: attendant.name }),
    ...(language !== undefined && { language }),
    ...(context.songs && sings(context, visit) && { yours: true }),
    ...lastTimeOf(context, visit),
    ...(visit.passedOn?.length && { passedOn: visit.passedOn }),
    ...(visit.favourites?.length && { favourites: visit.favourites }),
    ...rewardView(context, visit),
    ...seekersOf(context, visit),
  }
}

/** Nothing is promised that could not be poured. */
function rewardView(context: ViewContext, visit: Visit): Pick<PanelVisitView, 'reward'> {
  if (visit.rewarded !== undefined) return { reward: { item: visit.rewarded, given: true } }
  const item = visit.feedback.size > 0 ? undefined : rewardOf(context.state, context)
  // Given it is a ticket, on which the bar reads what it must ask about first; offered it would be a suggestion.
  if (item && tabooTest(context, taboosOf(context, visit))(item.id)) return {}
  return item ? { reward: { item: item.id, given: false } } : {}
}

function seekersOf({ text }: ViewContext, visit: Visit): Pick<PanelVisitView, 'seekers'> {
  if (inPerson(visit) !== undefined) return {}
  const unanswered = (visit.seekers ?? []).filter(({ answer }) => answer === undefined)
  if (unanswered.length === 0) return {}
  return {
    seekers: unanswered.map(({ id, text: key }) => {
      const called = key === undefined ? undefined : text(key)
      return { id, ...(called !== undefined && { called }) }
    }),
  }
}

function totalsView({ state }: ViewContext, visit: Visit): NonNullable<PanelVisitView['totals']> {
  const { ordered: subtotal, minimumSpend } = visit
  const orders = visit.orders.flatMap(id => {
    const order = state.orders.get(id)
    return order && order.status !== 'cancelled' ? { order: id, total: leftOf(order) } : []
  })
  return { subtotal, minimumSpend, missing: missingTo(visit), orders }
}

/** After the agreed time a party gathers its things. */
const graceMs = 10 * 60_000
/** Nobody agreed on an end: no party by the hour stays so long without a tap that staff would have to make. */
const longestByTimeMs = 8 * 3_600_000

/** Somebody of the party has sung here before, and nobody asked for discretion. */
const sings = (context: ViewContext, visit: Visit): boolean =>
  !visit.discreet &&
  membersOf(visit).some(id => {
    const facts = context.member(id)
    return facts?.member.discreet === false && facts.history.visits.some(({ sung }) => sung.length > 0)
  })

/** The host, if they agreed to be welcomed by name and nobody asked for discretion. */
function shownHost(context: ViewContext, { host, discreet }: Visit) {
  const member = discreet || host === undefined ? undefined : context.member(host)?.member
  return member?.welcome && !member.discreet ? member : undefined
}
