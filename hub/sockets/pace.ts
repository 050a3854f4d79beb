/** How fast one client may talk: a bucket that refills. */

export interface Pace {
  /** Takes one; 0 when it was there, else ms until it will be. */
  take(): number
}

export function createPace(deps: { perSecond: number; burst: number; now: () => number }): Pace {
  const { perSecond, burst, now } = deps
  let held = burst
  let at = now()
  return {
    take() {
      const time = now()
      // A clock set back gives nothing, and takes nothing away.
      held = Math.min(burst, held + (Math.max(0, time - at) / 1000) * perSecond)
      at = time
      if (held < 1) return Math.ceil(((1 - held) / perSecond) * 1000)
      held -= 1
      return 0
    },
  }
}
