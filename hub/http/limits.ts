/** How often one address, or one device, may ask: generous for a room full of tablets, too slow for guessing or flooding. */
import type { Request, RequestHandler, Response } from 'express'
import { refused } from '../../shared/protocol/answer.ts'
import { refuse } from '../../shared/protocol/refusals.ts'
import type { Devices } from '../identity/devices.ts'
import { deviceTokens } from './cookies.ts'
import { addressOf } from './own-names.ts'
import { createTurns, type Rate } from './take-turns.ts'

export const defaultRates = {
  /** Pages and what they load: a first visit fetches some hundred font slices. */
  get: { points: 12_000, seconds: 60 },
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

/** Whose points a request uses up. */
export type WhoAsks = (request: Request) => string

/** A device that shows a good token has its own, whoever shares its address or network and floods from there. */
export function deviceOrAddress(deps: { devices: Pick<Devices, 'authenticate'>; secure: boolean }): WhoAsks {
  return request => {
    const shown = deviceTokens(request.headers.cookie, deps.secure)
    const [device] = shown.find(([id, token]) => deps.devices.authenticate(id, token)) ?? []
    return device === undefined ? addressOf(request) : `device/${device}`
  }
}

/** Answers 429 with how long to wait once `who` has used up its points. */
export const limitRate = (rate: Rate, who: WhoAsks = addressOf): RequestHandler => taking(rate, 0, who)

/** Less than a connection may stand still. */
const waitsMs = 15_000

/**
 * The same for who only reads, but that they wait for their turn as long as that is not too long: a page of which one script was
 * refused stays black, and after an update all tablets behind one address ask at once.
 */
export const paceReading = (rate: Rate, who: WhoAsks = addressOf): RequestHandler => taking(rate, waitsMs, who)

function taking(rate: Rate, longestMs: number, who: WhoAsks): RequestHandler {
  const turnOf = createTurns(rate, longestMs, () => performance.now())
  return (request, response, next) => {
    const turn = turnOf(who(request))
    if ('tooLongMs' in turn) return turnAway(response, turn.tooLongMs)
    if (turn.waitMs === 0) return next()
    const waiting = setTimeout(() => next(), turn.waitMs)
    response.once('close', () => clearTimeout(waiting))
  }
}

function turnAway(response: Response, waitMs: number): void {
  const seconds = Math.ceil(waitMs / 1000)
  // The second is for a browser that opened a page: it comes back by itself.
  response.setHeader('Connection', 'close').setHeader('Retry-After', seconds).setHeader('Refresh', seconds)
  response.status(429).json(refused(refuse('too-fast', 'wait', { waitMs })))
}

/** A request that reads and changes nothing. */
export function isReading({ method }: Request): boolean {
  return method === 'GET' || method === 'HEAD'
}
