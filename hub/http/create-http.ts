/** Everything the hub serves over HTTP, and the server that bounds how long a request may take. */
import { createServer, type Server } from 'node:http'
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express'
import { refuse } from '../../shared/protocol/refusals.ts'
import type { EdgeLog } from './edge-log.ts'
import { pageHeaders } from './headers.ts'
import { defaultRates, isReading, limitRate, type Rates } from './limits.ts'
import type { Gate } from './own-names.ts'
import { type PageOptions, pages } from './pages.ts'
import { allow, answerNo, type PairDeps, pairRoutes } from './pair-routes.ts'

export interface HttpDeps extends PageOptions, PairDeps {
  readonly gate: Gate
  /** For /healthz: how the hub is, and the last fact on the disk. */
  readonly status: () => { readonly status: string; readonly seq: number }
  /** Of the product. */
  readonly version: string
  readonly log: EdgeLog
  readonly rates?: Partial<Rates>
}

/** Requests outside the hub's own names, POSTs from foreign pages, floods and unreadable bodies are refused here. */
export function createHttp(deps: HttpDeps): Express {
  const { gate, status, version, log } = deps
  const rates = { ...defaultRates, ...deps.rates }
  const app = express()
  app.disable('x-powered-by')
  app.set('query parser', 'simple')
  app.enable('case sensitive routing')

  const limitReading = limitRate(rates.get)
  app.use((request, response, next) => {
    if (!gate.isOwnHost(request)) answerNo(response, refuse('not-allowed'), 421)
    else if (isReading(request)) limitReading(request, response, next)
    else if (request.method !== 'POST') answerNo(response, refuse('not-allowed'), 405)
    else if (!gate.isOwnOrigin(request)) answerNo(response, refuse('not-allowed'))
    else next()
  })
  app.use(pageHeaders(deps))
  app.get('/healthz', allow('healthz'), (_request, response) => {
    const { status: said, seq } = status()
    response.setHeader('Cache-Control', 'no-store')
    response.status(said === 'ok' ? 200 : 503).json({ status: said, seq, version })
  })
  app.use(noStoreForPosts, pairRoutes(deps, rates))
  app.use(pages(deps))
  app.use((_request, response) => answerNo(response, refuse('unknown')))
  app.use(createErrorHandler(log))
  return app
}

/** A server that gives a slow or silent client 5 s for its headers and 10 s for its request. */
export function createHttpServer(app: Express, limits = { headersMs: 5000, requestMs: 10_000 }): Server {
  return createServer(
    {
      headersTimeout: limits.headersMs,
      requestTimeout: limits.requestMs,
      // Node looks every 30 s only: a time-out of 5 would be one of 35.
      connectionsCheckingInterval: Math.min(1000, limits.headersMs),
      keepAliveTimeout: 5000,
      maxHeaderSize: 8 * 1024,
    },
    app,
  )
}

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
