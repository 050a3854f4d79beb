/** GET /metrics: for a manager's console, and for whoever can read the hub's secrets (`Authorization: Bearer`). */
import { createHash, timingSafeEqual } from 'node:crypto'
import { type Request, Router } from 'express'
import type { Id } from '../../shared/protocol/primitives.ts'
import { refuse } from '../../shared/protocol/refusals.ts'
import type { Principal } from '../domain/principal.ts'
import { may } from '../identity/authorise.ts'
import type { Devices } from '../identity/devices.ts'
import type { Metrics } from '../operations/metrics.ts'
import type { HubDoor } from '../sockets/hub-door.ts'
import { deviceTokens } from './cookies.ts'
import { answerNo } from './pair-routes.ts'

export interface MetricsDeps {
  readonly metrics: Pick<Metrics, 'text' | 'contentType'>
  /** What a Prometheus shows: the content of `secrets/metrics.key`. */
  readonly key: string
  readonly devices: Pick<Devices, 'authenticate'>
  readonly sessionOf: HubDoor['sessionOf']
  readonly secure: boolean
}

export function metricsRoute(deps: MetricsDeps): Router {
  const router = Router()
  router.get('/metrics', async (request, response) => {
    if (!may(whoAsks(request, deps), 'metrics')) return answerNo(response, refuse('not-allowed'))
    response.setHeader('Cache-Control', 'no-store')
    response.type(deps.metrics.contentType).send(await deps.metrics.text())
  })
  return router
}

function whoAsks({ headers }: Request, { key, devices, sessionOf, secure }: MetricsDeps): Principal | undefined {
  const [scheme, shown] = (headers.authorization ?? '').split(' ', 2)
  if (scheme === 'Bearer' && shown !== undefined && isSame(shown, key)) return { kind: 'system' }
  const known = deviceTokens(headers.cookie, secure).filter(([device, token]) => devices.authenticate(device, token))
  return known.map(([device]) => staffAt(device, sessionOf)).find(staff => staff !== undefined && may(staff, 'metrics'))
}

function staffAt(device: Id, sessionOf: HubDoor['sessionOf']): Principal | undefined {
  const session = sessionOf(device)
  return session && { kind: 'staff', device, session: session.session, staff: session.staff, role: session.role }
}

/** In a time that does not tell how much of it is right. */
const isSame = (shown: string, key: string): boolean => timingSafeEqual(sha256(shown), sha256(key))
const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest()
