/** Everything the hub serves over HTTP, for whom, and the server that bounds how long a request may take. */
import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import express, { type ErrorRequestHandler, type Express, type RequestHandler, Router } from 'express'
import { refuse } from '../../shared/protocol/refusals.ts'
import type { KeptCertificates } from '../tls/keep-certificates.ts'
import { consoleApp } from './console-app.ts'
import type { EdgeLog } from './edge-log.ts'
import { type HeaderOptions, pageHeaders } from './headers.ts'
import { answerTheRest } from './last-answers.ts'
import { defaultRates, deviceOrAddress, isReading, paceReading, type Rates, type WhoAsks } from './limits.ts'
import { type MetricsDeps, metricsRoute } from './metrics-route.ts'
import { isInTurn } from './no-pipelines.ts'
import type { Gate } from './own-names.ts'
import { assets, guestPages, type PageOptions, pages } from './pages.ts'
import { allow, answerNo, type PairDeps, pairRoutes, phoneRoutes } from './pair-routes.ts'
import { type SongsRouteDeps, songsRoute } from './songs-route.ts'
import { type TrustDeps, trustRoutes } from './trust-routes.ts'

interface EdgeDeps {
  readonly gate: Gate
  readonly log: EdgeLog
  readonly rates?: Partial<Rates>
}

export interface HttpDeps
  extends EdgeDeps,
    PageOptions,
    PairDeps,
    Omit<MetricsDeps, 'devices'>,
    Omit<SongsRouteDeps, 'devices'> {
  readonly devices: PairDeps['devices'] & MetricsDeps['devices']
  /** For /healthz: how the hub is, and the last fact on the disk. */
  readonly status: () => { readonly status: string; readonly seq: number }
  /** Guests' phones come to this port as well. */
  readonly phones: () => boolean
  /** Of the product. */
  readonly version: string
  /** With a certificate that devices must be told to trust. */
  readonly trust?: TrustDeps
}

export type GuestHttpDeps = EdgeDeps & Pick<HttpDeps, 'web' | 'tickets'> & { readonly trust: TrustDeps }

/** What devices and staff open, and on a hub that speaks plain HTTP only, guests' phones as well. */
export function createHttp(deps: HttpDeps): Express {
  const { status, version } = deps
  const rates = { ...defaultRates, ...deps.rates }
  return guarded(
    deps,
    deps,
    app => {
      app.get('/healthz', allow('healthz'), (_request, response) => {
        const { status: said, seq } = status()
        response.setHeader('Cache-Control', 'no-store')
        response.status(said === 'ok' ? 200 : 503).json({ status: said, seq, version })
      })
      app.use(metricsRoute(deps))
      app.use(noStoreForPosts, pairRoutes(deps, rates), songsRoute(deps, rates))
      app.use(forPhones(deps).use(phoneRoutes(deps, rates), guestPages(deps)))
      app.use(pages(deps), consoleApp(deps), assets(deps))
      if (deps.trust) app.use(trustRoutes({ ...deps, trust: deps.trust }))
    },
    deviceOrAddress(deps),
  )
}

/** What is mounted on it is not there while phones have a port of their own. */
function forPhones({ phones }: Pick<HttpDeps, 'phones'>): Router {
  return Router().use((_request, _response, next) => next(phones() ? undefined : 'router'))
}

/** Beside a hub that speaks HTTPS, over plain HTTP: a guest's phone, the way to trust the hub, and nothing else. */
export function createGuestHttp(deps: GuestHttpDeps): Express {
  const rates = { ...defaultRates, ...deps.rates }
  const plain = { ...deps, secure: false, framed: false }
  return guarded(deps, plain, app => {
    app.use(noStoreForPosts, phoneRoutes(deps, rates))
    app.use(guestPages(deps), assets(deps), trustRoutes(plain))
    app.get('/', (_request, response) => response.redirect(302, '/trust'))
  })
}

/** Requests outside the hub's own names, POSTs from foreign pages, floods and unreadable bodies are refused here. */
function guarded(deps: EdgeDeps, headers: HeaderOptions, serve: (app: Express) => void, who?: WhoAsks): Express {
  const { gate, log } = deps
  const app = express()
  app.disable('x-powered-by')
  app.set('query parser', 'simple')
  app.enable('case sensitive routing')
  // Before anything can be refused.
  app.use(pageHeaders(headers))

  const limitReading = paceReading({ ...defaultRates, ...deps.rates }.get, who)
  app.use((request, response, next) => {
    // Who is none of ours begins anew each time.
    const no = (status: number) => answerNo(response.setHeader('Connection', 'close'), refuse('not-allowed'), status)
    if (!gate.isOwnHost(request)) no(421)
    else if (isReading(request)) limitReading(request, response, next)
    else if (request.method !== 'POST') no(405)
    else if (!gate.isOwnOrigin(request)) no(403)
    else next()
  })
  serve(app)
  app.use((_request, response) => answerNo(response, refuse('unknown')))
  app.use(createErrorHandler(log))
  return app
}

const defaultLimits = {
  headersMs: 5000,
  requestMs: 10_000,
  /** Nothing moves on a connection for so long, not even what it asked for. */
  stalledMs: 20_000,
}
type HttpLimits = Readonly<typeof defaultLimits>

/** A server that gives a slow or silent client 5 s for its headers, 10 s for its request, and 20 s without taking any of its answer. */
export function createHttpServer(app: Express, asked: Partial<HttpLimits> = {}): Server {
  const limits = { ...defaultLimits, ...asked }
  const serve = oneByOne(app)
  return refusing(createServer(bounds(limits), serve), serve, false, limits)
}

/** The same over HTTPS; a later certificate is shown from the next connection on. */
export function createHttpsServer(app: Express, kept: Pick<KeptCertificates, 'current' | 'onChange'>): Server {
  const limits = defaultLimits
  const serve = oneByOne(app)
  const server = createSecureServer(
    { ...bounds(limits), handshakeTimeout: limits.headersMs, ...secured(kept.current) },
    serve,
  )
  kept.onChange(changed => server.setSecureContext(secured(changed)))
  return refusing(server, serve, true, limits)
}

const oneByOne =
  (app: Express): RequestListener =>
  (request, response) => {
    if (isInTurn(request, response)) app(request, response)
  }

/** Only what enciphers and proves in one, with a key for each connection: Node's own list still has CBC. */
const ciphers = [
  'TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:TLS_AES_128_GCM_SHA256',
  ...['ECDSA', 'RSA'].flatMap(by =>
    ['AES256-GCM-SHA384', 'CHACHA20-POLY1305', 'AES128-GCM-SHA256'].map(suite => `ECDHE-${by}-${suite}`),
  ),
].join(':')

const secured = ({ key, certificate }: KeptCertificates['current']) => ({ key, cert: certificate, ciphers })

/** Whatever Node would answer by itself is answered as everything else is. */
function refusing<S extends Server>(server: S, serve: RequestListener, secure: boolean, { stalledMs }: HttpLimits): S {
  answerTheRest(server, { secure, framed: false })
  server.on('checkExpectation', serve)
  // A tablet in a dead corner comes back sooner; who asks and never takes would keep the answer, and a place, for ever.
  server.setTimeout(stalledMs)
  return server
}

const bounds = ({ headersMs, requestMs }: HttpLimits) => ({
  headersTimeout: headersMs,
  requestTimeout: requestMs,
  // Node looks every 30 s only: a time-out of 5 would be one of 35.
  connectionsCheckingInterval: Math.min(1000, headersMs),
  keepAliveTimeout: 5000,
  maxHeaderSize: 8 * 1024,
  // The gate says so itself.
  requireHostHeader: false,
})

const noStoreForPosts: RequestHandler = (request, response, next) => {
  if (request.method === 'POST') response.setHeader('Cache-Control', 'no-store')
  next()
}

/** The last word on whatever went wrong: what the client did is its 4xx, what we did is logged, and neither tells more. */
function createErrorHandler(log: EdgeLog): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error)
    const status = statusOf(error)
    if (status === 404) return answerNo(response, refuse('unknown'))
    if (status >= 400 && status < 500) return answerNo(response, refuse('malformed'), status)
    log.error({ err: error, path: request.path }, 'an HTTP request failed')
    answerNo(response, refuse('unavailable', 'try-again'), 500)
  }
}

function statusOf(error: unknown): number {
  return typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number'
    ? error.status
    : 500
}
