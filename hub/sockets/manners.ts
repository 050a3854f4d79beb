/**
 * How fast each client talks and how often it comes, whichever link it comes by: a copied token that broke its link off and came back
 * began anew, with a whole burst and a whole view, hundreds of times a second.
 */
import type { SocketLimits } from './limits.ts'
import { createPace, type Pace } from './pace.ts'

export interface Manners {
  readonly frames: Pace
  readonly links: Pace
  /** Frames that are not answered yet. */
  underWay: number
}

interface MannersDeps {
  readonly limits: Pick<SocketLimits, 'framesPerSecond' | 'framesAtOnce' | 'linksPerSecond' | 'linksAtOnce'>
  readonly now: () => number
}

/** More than a house has clients at one time: who was gone longest is forgotten. */
const kept = 4000

/** `name`: a device's, or that of a phone's claim. */
export function createManners({ limits, now }: MannersDeps): (name: string) => Manners {
  const known = new Map<string, Manners>()
  return name => {
    const manners = known.get(name) ?? {
      frames: createPace({ perSecond: limits.framesPerSecond, burst: limits.framesAtOnce, now }),
      links: createPace({ perSecond: limits.linksPerSecond, burst: limits.linksAtOnce, now }),
      underWay: 0,
    }
    known.delete(name)
    known.set(name, manners)
    const [oldest] = known.keys()
    if (oldest !== undefined && known.size > kept) known.delete(oldest)
    return manners
  }
}
