/** How often one address may ask: generous for a room full of tablets, too slow for guessing or flooding. */
import type { Request, RequestHandler } from 'express'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { refused } from '../../shared/protocol/answer.ts'
import { refuse } from '../../shared/protocol/refusals.ts'
import { addressOf } from './own-names.ts'

export interface Rate {
  readonly points: number
  readonly seconds: number
}

export const defaultRates = {
  /** Pages and what they load: a first visit fetches some hundred font slices. */
  get: { points: 3000, seconds: 60 },
  claim: { points: 30, seconds: 60 },
  /** A tablet asks once in five minutes; an access point that routes gives two dozen of them one address. */
  ask: { points: 30, seconds: 60 },
  /** Several surfaces may live in one browser, and a whole house behind one address. */
  renew: { points: 200, seconds: 60 },
  /** Each device that waits polls every 2 s, and two dozen may share an address. */
  poll: { points: 900, seconds: 60 },
  /** A file of 64 MB in pieces of 128 KB, twice. */
  piece: { points: 1200, seconds: 60 },
} satisfies Record<string, Rate>
export type Rates = { readonly [R in keyof typeof defaultRates]: Rate }

/** Answers 429 with how long to wait once an address has used up its points. */
export function limitRate({ points, seconds }: Rate): RequestHandler {
  const limiter = new RateLimiterMemory({ points, duration: seconds })
  return (request, response, next) =>
    limiter.consume(addressOf(request)).then(
      () => next(),
      (reason: unknown) => {
        if (!(reason instanceof RateLimiterRes)) return next(reason)
        const waitMs = Math.max(1, reason.msBeforeNext)
        response.setHeader('Connection', 'close').setHeader('Retry-After', Math.ceil(waitMs / 1000))
        response.status(429).json(refused(refuse('too-fast', 'wait', { waitMs })))
      },
    )
}

/** A request that reads and changes nothing. */
export function isReading({ method }: Request): boolean {
  return method === 'GET' || method === 'HEAD'
}
