/** The pages and what they load, from the built web folder. */
import { existsSync, readdirSync } from 'node:fs'
import { extname, join } from 'node:path'
import { type Request, type RequestHandler, type Response, Router, static as serveFiles } from 'express'
import * as v from 'valibot'
import { Id } from '../../shared/protocol/primitives.ts'
import { refuse } from '../../shared/protocol/refusals.ts'
import { type HeaderOptions, kioskHeaders, wallHeaders } from './headers.ts'
import { allow, answerNo } from './pair-routes.ts'

export interface PageOptions extends HeaderOptions {
  /** Absolute path of the built web folder: `kiosk.html` and so on, and `assets/`. */
  readonly web: string
  /** Serves the wall of the demo, and starts there. Read at each request: what the venue is turns out after the port is open. */
  readonly demo: boolean
  /** Whether this request is a kiosk's own, and that kiosk is to look with its camera. */
  readonly hasCamera: (request: Request) => boolean
}

const surfaces = ['kiosk', 'panel', 'console'] as const

export function pages(options: PageOptions): Router {
  const router = Router({ caseSensitive: true })
  const send = sender(options)
  router.get('/kiosk/:device', kioskHeaders(options, options.hasCamera))
  for (const surface of surfaces) {
    router.get(`/${surface}{/:device}`, allow(`page-${surface}`), (request, response, next) => {
      const device: unknown = request.params.device
      // The page is the same for every device, paired or not: it tells nobody which ones there are.
      if (device !== undefined && !v.is(Id, device)) return answerNo(response, refuse('unknown'))
      send(response, `${surface}.html`, next)
    })
  }
  // At one address for ever, and asked for anew each time: it says which build the panel's page is of.
  router.get('/panel-worker.js', allow('asset'), (_request, response, next) => send(response, 'panel-worker.js', next))
  router.get('/wall', allow('page-wall'), wallHeaders(options), (_request, response, next) => {
    if (options.demo) send(response, 'wall.html', next)
    else next()
  })
  router.get('/', (_request, response) => response.redirect(302, options.demo ? '/wall' : '/console'))
  return router
}

export function guestPages(options: Pick<PageOptions, 'web'>): Router {
  const router = Router({ caseSensitive: true })
  const send = sender(options)
  // A kiosk's QR is in capitals; `/p` is what a guest types. Opening it claims nothing: link previews open links too.
  router.get(['/phone', '/p', '/P/:ticket'], allow('page-phone'), (_request, response, next) =>
    send(response, 'phone.html', next),
  )
  return router
}

export function assets({ web }: Pick<PageOptions, 'web'>): Router {
  const router = Router({ caseSensitive: true })
  router.use(
    '/assets',
    allow('asset'),
    preferCompressed(join(web, 'assets')),
    serveFiles(join(web, 'assets'), {
      immutable: true,
      maxAge: '365d',
      index: false,
      redirect: false,
      dotfiles: 'ignore',
    }),
  )
  // Browsers ask for it unbidden; nothing is missing.
  router.get('/favicon.ico', (_request, response) => void response.status(204).end())
  return router
}

/** The build leaves scripts and sheets there compressed too: over a venue's Wi-Fi they are a third. */
function preferCompressed(folder: string): RequestHandler {
  const files = new Set(existsSync(folder) ? readdirSync(folder) : [])
  return (request, response, next) => {
    const { url } = request
    if (files.has(`${url.slice(1)}.gz`)) {
      response.vary('Accept-Encoding')
      if (request.acceptsEncodings('gzip')) {
        response.type(extname(url)).setHeader('Content-Encoding', 'gzip')
        request.url = `${url}.gz`
      }
    }
    next()
  }
}

/** Never cached: what a page shows next must be today's, and its files carry their hash in their names. */
export function sender({ web }: Pick<PageOptions, 'web'>) {
  return (response: Response, file: string, next: (error?: unknown) => void): void => {
    response.setHeader('Cache-Control', 'no-store')
    response.sendFile(file, { root: web, cacheControl: false, etag: false, lastModified: false }, error => {
      if (error && !response.headersSent) next(error)
    })
  }
}
