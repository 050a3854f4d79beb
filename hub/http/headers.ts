/** The headers that go with every answer: what a page of ours may load, and who may frame it. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Request, RequestHandler } from 'express'
import helmet from 'helmet'

export interface HeaderOptions {
  /** The hub speaks HTTPS. */
  readonly secure: boolean
  /** The demo on loopback: its wall shows the other surfaces in frames. */
  readonly framed: boolean
}

/** Sets them; nothing of Express is needed for it. */
export type SetHeaders = (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => void

/** For everything that is not a page which is allowed more. */
export function pageHeaders(options: HeaderOptions): SetHeaders {
  return headers(options, {})
}

/** The wall frames the other surfaces, and its power button talks to the supervisor on another port of this machine. */
export function wallHeaders(options: HeaderOptions): SetHeaders {
  return headers(options, {
    frameSrc: ["'self'"],
    connectSrc: ["'self'", 'http://127.0.0.1:*', 'http://localhost:*'],
  })
}

/** A kiosk with a camera decodes what it sees in WebAssembly. */
export function kioskHeaders(options: HeaderOptions, hasCamera: (request: Request) => boolean): RequestHandler {
  const plain = pageHeaders(options)
  const decoding = headers(options, { scriptSrc: ["'self'", "'wasm-unsafe-eval'"] })
  return (request, response, next) => (hasCamera(request) ? decoding : plain)(request, response, next)
}

/** The page that asks whether this device trusts the hub: by trying its HTTPS. */
export function trustHeaders(options: HeaderOptions, secureOrigin: () => string): RequestHandler {
  return (request, response, next) =>
    headers(options, { connectSrc: ["'self'", secureOrigin()] })(request, response, next)
}

function headers({ secure, framed }: HeaderOptions, more: Record<string, string[]>): SetHeaders {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        mediaSrc: ["'self'"],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: [framed ? "'self'" : "'none'"],
        objectSrc: ["'none'"],
        requireTrustedTypesFor: ["'script'"],
        trustedTypes: ['changming'],
        ...more,
      },
    },
    xFrameOptions: { action: framed ? 'sameorigin' : 'deny' },
    strictTransportSecurity: secure && { maxAge: 365 * 86_400, includeSubDomains: true },
    // Browsers ignore these on plain HTTP at a LAN address, and fill the console with saying so.
    crossOriginOpenerPolicy: secure,
    originAgentCluster: secure,
    referrerPolicy: { policy: 'no-referrer' },
  })
}
