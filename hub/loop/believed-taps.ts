/**
 * How long ago a tap can have been that comes now. What may still be undone, and from when on a tariff counts, goes by the time of
 * the tap, which is said by who tapped: one whose link held all the while has not tapped hours ago.
 */
import type { Id } from '../../shared/protocol/primitives.ts'

export interface BelievedTaps {
  cameOrWent(device: Id, online: boolean): void
  /** The hub takes nothing from anybody, or does so again. */
  heldUp(held: boolean): void
  /** Ms since the epoch: what is said to have been tapped before was tapped then. */
  earliest(device: Id): number
}

/** Its turn in a queue, a slow line, a second try: all of it has come by then, ms. */
const onItsWayMs = 10 * 60_000

/** Since when something gets through, and until when it did before; ms. */
interface Way {
  readonly since: number
  readonly before: number
  readonly until?: number
}

const always: Way = { since: Number.NEGATIVE_INFINITY, before: Number.NEGATIVE_INFINITY }

export function createBelievedTaps(now: () => number): BelievedTaps {
  // Of whom nothing is known since the start, anything may be true: the hub itself was away.
  const links = new Map<Id, Way>()
  let hub = always

  const ended = (way: Way): Way => ({ ...way, until: now() })
  // A link that broke again at once got little through: what waited before it waits still.
  const begun = ({ since, before, until = since }: Way): Way => ({
    since: now(),
    before: until - since > onItsWayMs ? until : before,
  })
  const earliestBy = ({ since, before }: Way): number => (now() - since > onItsWayMs ? now() : before)

  return {
    cameOrWent(device, online) {
      const link = links.get(device)
      if (online) links.set(device, begun(link ?? always))
      else if (link) links.set(device, ended(link))
    },
    heldUp(held) {
      hub = held ? ended(hub) : begun(hub)
    },
    earliest(device) {
      const link = links.get(device)
      return link ? Math.min(earliestBy(link), earliestBy(hub)) - onItsWayMs : Number.NEGATIVE_INFINITY
    },
  }
}
