/** What is to be done, what hurts most first: pure, from slices. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { CheckInView, OrderView, RequestView, TroubleView } from '../../../shared/protocol/views/console.ts'
import type { HouseTrouble } from './house-troubles.ts'
import type { SeekerAt, Shown } from './pending.ts'
import type { ReaderTrouble } from './reader-troubles.ts'

export type Alert =
  | { readonly kind: 'check-in'; readonly key: string; readonly since: number; readonly checkIn: Shown<CheckInView> }
  | { readonly kind: 'trouble'; readonly key: string; readonly since: number; readonly trouble: TroubleView }
  | { readonly kind: 'reader'; readonly key: string; readonly since: number; readonly trouble: ReaderTrouble }
  | { readonly kind: 'house'; readonly key: string; readonly since: number; readonly trouble: HouseTrouble }
  | { readonly kind: 'seeker'; readonly key: string; readonly since: number; readonly at: SeekerAt }
  /** The host is to be asked about it. */
  | { readonly kind: 'approval'; readonly key: string; readonly since: number; readonly order: Shown<OrderView> }
  | { readonly kind: 'request'; readonly key: string; readonly since: number; readonly request: Shown<RequestView> }

/** Alerts of one room, or a fold of what can wait; `alerts` in the order of pain. */
export interface AlertGroup {
  readonly key: string
  readonly room?: Id
  readonly fold?: Fold
  readonly alerts: readonly Alert[]
}

/** What may have to be done; of what is left out nothing is. */
export interface Amiss {
  readonly checkIns?: readonly Shown<CheckInView>[]
  readonly troubles?: readonly TroubleView[]
  readonly requests?: readonly Shown<RequestView>[]
  readonly approvals?: readonly Shown<OrderView>[]
  readonly readers?: readonly ReaderTrouble[]
  readonly seekers?: readonly SeekerAt[]
  readonly house?: readonly HouseTrouble[]
}

/** `own`: who stands here; what they took themselves is not to be looked for. */
export function sortAlerts(amiss: Amiss, own?: Id): readonly Alert[] {
  const { checkIns = [], troubles = [], requests = [], approvals = [], readers = [], seekers = [], house = [] } = amiss
  const alerts: Alert[] = [
    ...checkIns.map(checkIn => ({
      kind: 'check-in' as const,
      key: `checkin/${checkIn.id}`,
      since: checkIn.at,
      checkIn,
    })),
    ...troubles.map(trouble => ({
      kind: 'trouble' as const,
      key: `trouble/${trouble.kiosk}`,
      since: trouble.at,
      trouble,
    })),
    ...approvals.map(order => ({
      kind: 'approval' as const,
      key: `order/${order.id}`,
      since: order.placedAt,
      order,
    })),
    ...readers.map(trouble => ({
      kind: 'reader' as const,
      key: trouble.key,
      since: trouble.since,
      trouble,
    })),
    ...house.map(trouble => ({
      kind: 'house' as const,
      key: trouble.key,
      // A budget has no hour: it stands after what has.
      since: trouble.kind === 'budget' ? Number.MAX_SAFE_INTEGER : trouble.since,
      trouble,
    })),
    ...seekers.map(at => ({
      kind: 'seeker' as const,
      key: `seeker/${at.seeker.id}`,
      since: at.seeker.at,
      at,
    })),
    ...requests.map(request => ({
      kind: 'request' as const,
      key: `request/${request.id}`,
      since: request.openedAt,
      request,
    })),
  ]
  return alerts.sort(
    (one, other) => rank(one, own) - rank(other, own) || one.since - other.since || (one.key < other.key ? -1 : 1),
  )
}

/** In the same order, where there is nothing else. */
export const sortCalls = (requests: readonly Shown<RequestView>[], own?: Id): readonly Shown<RequestView>[] =>
  sortAlerts({ requests }, own).flatMap(alert => (alert.kind === 'request' ? alert.request : []))

/**
 * 0 hurts most. Whoever waits for somebody comes before what somebody already has in hand, `own` hands too: nine calls that one
 * took must not hide the one that nobody has. What `own` has in hand is theirs to do next, and stands before what others have. What
 * they put aside waits like the rest.
 */
function rank(alert: Alert, own?: Id): number {
  switch (alert.kind) {
    case 'check-in':
      return alert.checkIn.vip ? 1 : 3
    case 'trouble':
    case 'seeker':
    case 'reader':
    case 'approval':
      return 2
    case 'house':
      if (alert.trouble.kind === 'time') return 4
      return alert.trouble.kind === 'panel' ? 2 : 6
    case 'request': {
      const { status, severity, takenBy, snooze } = alert.request
      if (status === 'open') return { critical: 0, warning: 2, info: 4 }[severity]
      if (status === 'acknowledged' && own !== undefined && takenBy === own && !snooze)
        return { critical: 4.25, warning: 4.5, info: 4.75 }[severity]
      if (status === 'acknowledged') return severity === 'critical' ? 5 : 6
      return 7
    }
  }
}

/** A flood: more than five calls within a minute, or more waiting than a screen holds. */
export function isFlood(requests: readonly RequestView[], now: number): boolean {
  const open = requests.filter(({ status }) => status === 'open')
  return open.length > 12 || open.filter(({ openedAt }) => now - openedAt < 60_000).length > 5
}

/**
 * Arrivals beyond those whose turn it is, what is done but for the guest's word, the panels of a switch that is off, and a band
 * of hours that ends in every room at once:
 * they must not push calls off the screen.
 */
export type Fold = (typeof folds)[number]
const folds = ['arrivals', 'done', 'panels', 'times'] as const

/** How many of each stay open: in a flood, and else. */
const unfolded = { arrivals: [1, 3], done: [0, 2], panels: [0, 0], times: [0, 3] } as const
/** One alone takes no less room folded; two panels are two tablets, more are their network. */
const least = { arrivals: 2, done: 2, panels: 3, times: 2 } as const

/**
 * A room's calls stand together from three on, in a flood from two; those that `own` took there from two on, for one way answers
 * them. The group stands where its worst call stood.
 */
export function groupAlerts(alerts: readonly Alert[], flood: boolean, own?: Id): readonly AlertGroup[] {
  const groups = new Map<string, readonly Alert[]>()
  for (const alert of alerts) {
    const place = placeOf(alert, own)
    if (place) groups.set(place.key, [...(groups.get(place.key) ?? []), alert])
  }
  const folded = foldsOf(alerts, flood)
  return alerts.flatMap((alert): AlertGroup[] => {
    const fold = folded.find(one => one.alerts.includes(alert))
    if (fold) return fold.alerts[0] === alert ? [fold] : []
    const place = placeOf(alert, own)
    const group = place && groups.get(place.key)
    if (!group || group.length < (flood ? 2 : place.least)) return [{ key: alert.key, alerts: [alert] }]
    return group[0] === alert ? [{ key: place.key, room: place.room, alerts: group }] : []
  })
}

/** What waits for a person: each call and each guest, but the panels of a switch that is off are one thing to go to. */
export function countWaiting(alerts: readonly Alert[]): number {
  const waiting = alerts.filter(alert => alert.kind !== 'request' || alert.request.status === 'open')
  const panels = waiting.filter(alert => foldOf(alert) === 'panels').length
  return panels < least.panels ? waiting.length : waiting.length - panels + 1
}

function foldsOf(alerts: readonly Alert[], flood: boolean): readonly AlertGroup[] {
  return folds.flatMap((fold): AlertGroup[] => {
    const those = alerts.filter(alert => foldOf(alert) === fold)
    const [inFlood, usually] = unfolded[fold]
    const rest = those.slice(flood ? inFlood : usually)
    return rest.length < least[fold] ? [] : [{ key: `fold/${fold}`, fold, alerts: rest }]
  })
}

const houseFolds = { panel: 'panels', time: 'times', budget: undefined, backup: undefined } as const

function foldOf(alert: Alert): Fold | undefined {
  if (alert.kind === 'check-in') return alert.checkIn.vip ? undefined : 'arrivals'
  if (alert.kind === 'house') return houseFolds[alert.trouble.kind]
  return alert.kind === 'request' && alert.request.status === 'resolved' ? 'done' : undefined
}

/**
 * With which others it may stand, and from how many on. What others have in hand, what waits for the guest, or what is of a party
 * that left stays single: its buttons are its own.
 */
function placeOf(alert: Alert, own: Id | undefined): { key: string; room: Id; least: number } | undefined {
  if (alert.kind !== 'request' || alert.request.room === undefined || alert.request.gone) return undefined
  const { room, status } = alert.request
  if (status === 'open') return { key: `group/${room}`, room, least: 3 }
  return isInHand(alert.request, own) ? { key: `taken/${room}`, room, least: 2 } : undefined
}

/** What `own` has taken and has nothing to say about but that it is done: how a complaint ended is chosen of each. */
export const isInHand = ({ status, takenBy, snooze, what, asks }: RequestView, own: Id | undefined): boolean =>
  status === 'acknowledged' &&
  own !== undefined &&
  takenBy === own &&
  snooze === undefined &&
  what.kind === 'service' &&
  !asks
