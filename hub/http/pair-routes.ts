/** How a device or a phone becomes known: it posts what it was shown and gets what it proves itself by. */
import { json, type Request, type Response, Router } from 'express'
import * as v from 'valibot'
import { refused } from '../../shared/protocol/answer.ts'
import { Id } from '../../shared/protocol/primitives.ts'
import { type Refusal, type RefusalCode, refuse } from '../../shared/protocol/refusals.ts'
import { type Askable, may } from '../identity/authorise.ts'
import type { DeviceRow, Devices } from '../identity/devices.ts'
import type { Links } from '../identity/links.ts'
import type { Pairing } from '../identity/pairing.ts'
import type { Returning } from '../identity/returning.ts'
import type { Tickets } from '../identity/tickets.ts'
import { deviceCookie, deviceToken } from './cookies.ts'
import { deviceOrAddress, limitRate, type Rates } from './limits.ts'
import { addressOf } from './own-names.ts'

export interface PairDeps {
  readonly devices: Pick<Devices, 'rotate' | 'authenticate'>
  readonly links: Links
  readonly pairing: Pairing
  readonly returning: Pick<Returning, 'ask' | 'poll'>
  readonly tickets: Tickets
  readonly secure: boolean
}

const Secret = v.pipe(v.string(), v.regex(/^[\w-]{22,64}$/))
const ClaimLink = v.strictObject({ device: Id, secret: Secret })
/** `device`: who it was, as far as it knows. */
const Ask = v.strictObject({ device: v.exactOptional(Id) })
const Renew = v.strictObject({ device: Id })
const Poll = v.strictObject({ secret: Secret })
/** What the kiosk's QR held, or the letters beneath it. */
const ClaimTicket = v.union([
  v.strictObject({ ticket: v.pipe(v.string(), v.regex(/^[A-Z2-7]{26}$/)) }),
  v.strictObject({ code: v.pipe(v.string(), v.regex(/^[A-Z]{6}$/)) }),
])

// A rate limit comes before it: a flood costs no parsing.
const body = json({ limit: '8kb', strict: true, type: 'application/json' })

/** Routes POST /pair/claim, /pair/ask, /pair/poll, /pair/renew. The caller has checked Host and Origin. */
export function pairRoutes(deps: Omit<PairDeps, 'tickets'>, rates: Rates): Router {
  const { devices, links, pairing, returning, secure } = deps
  const router = Router()

  const paired = (response: Response, device: DeviceRow, token: string) => {
    response.setHeader('Set-Cookie', deviceCookie(device.id, token, secure))
    response.json({ ok: true, device: device.id, kind: device.kind })
  }

  router.post('/pair/claim', limitRate(rates.claim), body, allow('pair-claim'), async (request, response) => {
    const input = v.safeParse(ClaimLink, request.body)
    if (!input.success) return answerNo(response, refuse('malformed'))
    const claimed = await links.claim(input.output.device, input.output.secret)
    if ('refused' in claimed) return answerNo(response, claimed)
    paired(response, claimed.device, claimed.token)
  })

  router.post('/pair/ask', limitRate(rates.ask), body, allow('pair-ask'), (request, response) => {
    const input = v.safeParse(Ask, request.body)
    if (!input.success) return answerNo(response, refuse('malformed'))
    const { device } = input.output
    const shown = device === undefined ? undefined : deviceToken(request.headers.cookie, device, secure)
    const known = device === undefined || shown === undefined ? undefined : returning.ask(device, shown)
    if (known) return void response.json({ ok: true, known: true, ...known })
    const asked = pairing.ask(addressOf(request))
    if ('refused' in asked) return answerNo(response, asked)
    response.json({ ok: true, ...asked })
  })

  router.post('/pair/poll', limitRate(rates.poll), body, allow('pair-poll'), (request, response) => {
    const input = v.safeParse(Poll, request.body)
    if (!input.success) return answerNo(response, refuse('malformed'))
    const { secret } = input.output
    const found = returning.poll(secret) ?? pairing.poll(secret)
    if ('refused' in found) return answerNo(response, found)
    if ('waiting' in found) return void response.json({ ok: true, ...found })
    paired(response, found.device, found.token)
  })

  router.post(
    '/pair/renew',
    limitRate(rates.renew, deviceOrAddress(deps)),
    body,
    allow('pair-renew'),
    async (request, response) => {
      const input = v.safeParse(Renew, request.body)
      if (!input.success) return answerNo(response, refuse('malformed'))
      const { device } = input.output
      const shown = deviceToken(request.headers.cookie, device, secure)
      const rotated = shown === undefined ? undefined : await devices.rotate(device, shown)
      if (!rotated) return answerNo(response, refuse('not-allowed'))
      if (rotated.token !== undefined) response.setHeader('Set-Cookie', deviceCookie(device, rotated.token, secure))
      response.json({ ok: true, renewed: rotated.token !== undefined })
    },
  )

  return router
}

/** Route POST /phone/claim: a guest's phone, which gets no cookie. */
export function phoneRoutes({ tickets }: Pick<PairDeps, 'tickets'>, rates: Rates): Router {
  const router = Router()
  router.post('/phone/claim', limitRate(rates.claim), body, allow('phone-claim'), (request, response) => {
    const input = v.safeParse(ClaimTicket, request.body)
    if (!input.success) return answerNo(response, refuse('malformed'))
    const shown = input.output
    const claimed = tickets.claim('code' in shown ? { ...shown, from: addressOf(request) } : shown)
    if ('refused' in claimed) return answerNo(response, claimed)
    const { secret, code, expiresAt } = claimed
    response.json({ ok: true, claim: secret, code, expiresAt })
  })
  return router
}

/** The table's word on a route, for who is not known yet. */
export function allow(route: Askable) {
  return (_request: Request, response: Response, next: () => void) =>
    may(undefined, route) ? next() : answerNo(response, refuse('not-allowed'))
}

/** A refusal over HTTP: the status is for logs and proxies, the body for the page. */
export function answerNo(response: Response, refusal: Refusal, status = statusOf[refusal.refused] ?? 403): void {
  response.status(status).json(refused(refusal))
}

const statusOf: Partial<Record<RefusalCode, number>> = {
  malformed: 400,
  unknown: 404,
  'code-expired': 410,
  'ticket-used': 410,
  'too-many': 429,
  'too-fast': 429,
  unavailable: 503,
}
