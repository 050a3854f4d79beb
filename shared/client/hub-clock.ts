/** The hub's clock as a browser knows it: tablets drift, and every countdown and order of taps goes by the hub. */

export interface HubClock {
  /** Hub time, ms. */
  now(): number
  /** A frame that was sent at this hub time has just arrived. */
  learn(sentAt: number): void
  /** Until the hub is heard: an earlier page last heard `sentAt` when this device's clock said `wall`. */
  assume(sentAt: number, wall: number): void
}

/** A frame's way takes at most about this long; what differs by more means that a clock was set. */
const longWayMs = 2000

export function createHubClock(localNow: () => number = createSteadyClock()): HubClock {
  let offset: number | undefined
  let assumed = 0
  return {
    // The hub takes whole ms, and the even clock of a page has more of them.
    now: () => Math.round(localNow() + (offset ?? assumed)),
    learn(sentAt) {
      const heard = sentAt - localNow()
      // Every frame arrives later than it was sent: the one that was quickest is nearest to the truth.
      offset = offset === undefined || Math.abs(heard - offset) > longWayMs ? heard : Math.max(offset, heard)
    },
    assume(sentAt, wall) {
      // A tablet that lost its clock with its battery is at least not back before what it heard.
      assumed = Math.max(sentAt - wall, sentAt - localNow())
    },
  }
}

/**
 * Epoch ms that never go back, whatever somebody sets the tablet's clock to: the even clock of the page, which may stand
 * still while the tablet sleeps, hurried on by the wall clock, which does not.
 */
export function createSteadyClock(
  even: () => number = () => performance.timeOrigin + performance.now(),
  wall: () => number = Date.now,
): () => number {
  let ahead = 0
  return () => {
    const at = even()
    ahead = Math.max(ahead, wall() - at)
    return at + ahead
  }
}
