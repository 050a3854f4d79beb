/**
 * How often each address, or each paired device, may ask, and what becomes of who asks for more: some wait their turn, some are turned away. Of IPv6 one
 * machine has as many addresses as it likes: those of one network (/64) have a pace of their own together.
 */
import { networkOf } from './own-names.ts'

export interface Rate {
  readonly points: number
  readonly seconds: number
}

/** A network of tablets is a whole house, one of a single machine gets no more than ten of them. */
const addressesOfNetwork = 10
/** Who was here longest ago is forgotten. */
const kept = 10_000

export type Turn = { readonly waitMs: number } | { readonly tooLongMs: number }

/** Each call is one question, whose turn it is in `waitMs`; where that is more than `longestMs` it has none. */
export function createTurns(rate: Rate, longestMs: number, now: () => number): (address: string) => Turn {
  const own = createPaces(rate)
  const shared = createPaces({ ...rate, points: rate.points * addressesOfNetwork })
  return address => {
    const network = networkOf(address)
    const time = now()
    const waitMs = Math.max(own.wait(address, time), network === undefined ? 0 : shared.wait(network, time))
    if (waitMs > longestMs) return { tooLongMs: waitMs }
    own.take(address)
    if (network !== undefined) shared.take(network)
    return { waitMs }
  }
}

/** Buckets that refill, and owe what was promised. */
function createPaces({ points, seconds }: Rate) {
  const perMs = points / (seconds * 1000)
  const known = new Map<string, { held: number; at: number }>()
  const bucketOf = (who: string, time: number) => {
    const { held, at } = known.get(who) ?? { held: points, at: time }
    const bucket = { held: Math.min(points, held + (time - at) * perMs), at: time }
    known.delete(who)
    known.set(who, bucket)
    const [oldest] = known.keys()
    if (oldest !== undefined && known.size > kept) known.delete(oldest)
    return bucket
  }
  return {
    wait: (who: string, time: number): number => Math.max(0, Math.ceil((1 - bucketOf(who, time).held) / perMs)),
    take(who: string): void {
      const bucket = known.get(who)
      if (bucket) bucket.held -= 1
    },
  }
}
