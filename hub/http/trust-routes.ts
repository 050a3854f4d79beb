/** The way to trust the hub: the page with the steps, the authority's certificate as each platform wants it, and the test. */
import { X509Certificate } from 'node:crypto'
import { Router } from 'express'
import type { Authority } from '../tls/certificates.ts'
import { trustProfile } from '../tls/trust-profile.ts'
import { type HeaderOptions, trustHeaders } from './headers.ts'
import { type PageOptions, sender } from './pages.ts'
import { allow } from './pair-routes.ts'

export interface TrustDeps {
  /** What devices install; absent where the venue's own certificate comes from an authority that they know. */
  readonly authority: () => Authority | undefined
  /** Where devices and staff open the hub, `https://…`. */
  readonly secureOrigin: () => string
  /** Where this page is reached before anything is trusted, `http://…`. */
  readonly plainOrigin: () => string
}

export function trustRoutes(deps: HeaderOptions & Pick<PageOptions, 'web'> & { readonly trust: TrustDeps }): Router {
  const { authority, secureOrigin, plainOrigin } = deps.trust
  const router = Router({ caseSensitive: true })
  const send = sender(deps)

  router.get('/trust', allow('page-trust'), trustHeaders(deps, secureOrigin), (_request, response, next) =>
    send(response, 'trust.html', next),
  )
  router.get('/trust/about', allow('trust-about'), (_request, response) => {
    const known = authority()
    response.setHeader('Cache-Control', 'no-store')
    response.json({
      secure: secureOrigin(),
      page: `${plainOrigin()}/trust`,
      ...(known && { fingerprint: known.fingerprint, until: known.until }),
    })
  })
  // Asked by that page from the other port: whoever gets an answer trusts the certificate it came with.
  router.get('/trust/test', allow('trust-test'), (_request, response) => {
    response.setHeader('Cache-Control', 'no-store')
    response.setHeader('Access-Control-Allow-Origin', plainOrigin())
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin')
    response.json({ secure: deps.secure })
  })
  router.get('/trust/changming-ca.crt', allow('trust-file'), (_request, response, next) => {
    const known = authority()
    if (!known) return next()
    response.setHeader('Content-Disposition', 'attachment; filename="changming-ca.crt"')
    response.type('application/x-x509-ca-cert').send(new X509Certificate(known.certificate).raw)
  })
  router.get('/trust/changming-ca.mobileconfig', allow('trust-file'), (_request, response, next) => {
    const known = authority()
    if (!known) return next()
    // Without `attachment`: Safari offers it as a profile, not as a file.
    response.type('application/x-apple-aspen-config').send(trustProfile(new X509Certificate(known.certificate)))
  })
  return router
}
