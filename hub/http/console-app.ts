/** What lets a device keep its console as an app of its own: the manifest, which opens that device's page, and the icon. */
import { Router } from 'express'
import * as v from 'valibot'
import { Id } from '../../shared/protocol/primitives.ts'
import { refuse } from '../../shared/protocol/refusals.ts'
import { type PageOptions, sender } from './pages.ts'
import { allow, answerNo } from './pair-routes.ts'

/** Px; what Chromium asks for. */
const sizes = [192, 512] as const
/** `--ink0`, as in the page's own `theme-color`. */
const ink = '#0c0a10'

export function consoleApp({ web }: Pick<PageOptions, 'web'>): Router {
  const router = Router({ caseSensitive: true })
  const send = sender({ web })
  router.get('/console/:device/app.webmanifest', allow('page-console'), (request, response) => {
    const { device } = request.params
    if (!v.is(Id, device)) return answerNo(response, refuse('unknown'))
    response.setHeader('Cache-Control', 'no-store')
    response.type('application/manifest+json').send(JSON.stringify(manifestOf(device)))
  })
  for (const size of sizes)
    router.get(iconOf(size), allow('asset'), (_request, response, next) => send(response, iconOf(size).slice(1), next))
  return router
}

/** The build puts it there: scripts/build/console-icons.ts. */
const iconOf = (size: number) => `/console-icon-${size}.png`

const manifestOf = (device: Id) => ({
  id: `/console/${device}`,
  name: '唱名',
  start_url: `/console/${device}`,
  scope: '/console',
  display: 'standalone',
  theme_color: ink,
  background_color: ink,
  icons: sizes.map(size => ({
    src: iconOf(size),
    sizes: `${size}x${size}`,
    type: 'image/png',
    // What it shows stands in the middle four fifths: round or square, nothing is cut off.
    purpose: 'any maskable',
  })),
})
