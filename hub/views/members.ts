/** The few questions about members that several audiences ask. */
import type { Id } from '../../shared/protocol/primitives.ts'
import type { Tier } from '../../shared/protocol/words.ts'
import type { CheckIn, Visit } from '../domain/state.ts'
import type { Touched, ViewContext } from './context.ts'
import { onceABatch } from './worked-out-once.ts'

export const isVipTier = ({ venue }: ViewContext, tier: Tier | undefined): boolean =>
  tier !== undefined && venue.policy.vipTiers.includes(tier)

/** Somebody of the party has one of the highest tiers: for staff, who know it in a discreet visit too. */
export const hasVip = (context: ViewContext, visit: Visit): boolean =>
  membersOf(visit).some(member => isVipTier(context, context.member(member)?.member.tier))

/**
 * What a member is called tonight, or chose to be called, if this check-in may be sung out: asked at its facts and at the
 * record as it is now.
 */
export function welcomedAs(
  context: ViewContext,
  { member: id, welcomed, discreet, text }: CheckIn,
): string | undefined {
  if (!welcomed || discreet || id === undefined) return undefined
  const member = context.member(id)?.member
  if (!member?.welcome || member.discreet) return undefined
  return (text === undefined ? undefined : context.text(text)) ?? member.called
}

/** What staff call the party: as it was said, else as its host is. */
export const titleOf = (context: ViewContext, { text, host }: Visit): string | undefined =>
  (text === undefined ? undefined : context.text(text)) ??
  (host === undefined ? undefined : context.member(host)?.member.called)

/** Host first, nobody twice. */
export const membersOf = ({ host, members }: Visit): readonly Id[] =>
  host === undefined || members.includes(host) ? members : [host, ...members]

/** What must not be offered to anybody of the party. */
export const taboosOf = (context: ViewContext, visit: Visit): readonly string[] => [
  ...new Set(membersOf(visit).flatMap(member => context.member(member)?.member.taboos ?? [])),
]

/** Live: its guests are in the house. */
export const isLive = (visit: Visit | undefined): visit is Visit & { status: 'open' | 'settled' } =>
  visit !== undefined && visit.status !== 'closed'

/** Whose record or history may read differently now: a party that left took this night into its history. */
export const touchedMembers = onceABatch(({ state }, { tables, members }): ReadonlySet<Id> => {
  const touched = new Set(members)
  for (const id of tables.visits) {
    const visit = state.visits.get(id)
    if (visit?.status !== 'closed') continue
    for (const member of [...membersOf(visit), ...(visit.left ?? [])]) touched.add(member)
  }
  return touched
})

/** The visits to which somebody came, that somebody left, or of which somebody's record was saved. */
export const visitsOfTouchedMembers = onceABatch((context, touched): ReadonlySet<Id> => {
  const visits = new Set<Id>()
  for (const ids of [touchedMembers(context, touched), touched.tables.present]) {
    for (const id of ids) {
      const visit = context.state.present.get(id)
      if (visit !== undefined) visits.add(visit)
    }
  }
  // Whoever left is nowhere, or at another table by now: of the visits touched beside them one was theirs.
  if (touched.tables.present.size > 0) for (const id of touched.tables.visits) visits.add(id)
  return visits
})

/** The visits that came into a room, moved or took in another party. */
export const visitsOfTouchedRooms = onceABatch(({ state }, { tables }): ReadonlySet<Id> => {
  const visits = new Set<Id>()
  for (const id of tables.rooms) {
    const visit = state.rooms.get(id)?.visit
    if (visit !== undefined) visits.add(visit)
  }
  return visits
})

const touchedIn = onceABatch(({ state }, { tables }) => {
  const orders = new Map<Id, Id[]>()
  const requests = new Map<Id, Id[]>()
  const add = (to: Map<Id, Id[]>, visit: Id | undefined, id: Id) => {
    if (visit === undefined) return
    const ids = to.get(visit)
    if (ids) ids.push(id)
    else to.set(visit, [id])
  }
  for (const id of tables.orders) add(orders, state.orders.get(id)?.visit, id)
  for (const id of tables.requests) {
    const about = state.requests.get(id)?.about
    add(requests, about && 'visit' in about ? about.visit : undefined, id)
  }
  return { orders, requests }
})

/** Which orders and requests of this party a batch touched. */
export function touchedOf(context: ViewContext, touched: Touched, visit: Id) {
  const { orders, requests } = touchedIn(context, touched)
  return { orders: orders.get(visit) ?? [], requests: requests.get(visit) ?? [] }
}
