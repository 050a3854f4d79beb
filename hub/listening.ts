/** Where the hub listens and for whom, from what it was started with. */
import * as v from 'valibot'
import { isLoopback } from './http/own-names.ts'

export type Listening =
  /** This machine only: plain HTTP serves everything, and nobody needs a certificate. */
  | { readonly to: 'loopback' }
  /** The LAN: HTTPS for devices and staff, plain HTTP on a port of its own for guests' phones. */
  | { readonly to: 'lan'; readonly guestPort: number }
  /** The LAN, all of it over plain HTTP because somebody said so: on a network that no guest is on. */
  | { readonly to: 'lan-unencrypted' }

export function listeningOf({ HOST, PORT, HTTP_PORT, TLS }: NodeJS.ProcessEnv): Listening & Bound {
  const host = HOST ?? '127.0.0.1'
  const port = Number(PORT ?? 8080)
  if (isLoopback(host)) return { host, port, to: 'loopback' }
  if (TLS === 'off') return { host, port, to: 'lan-unencrypted' }
  return { host, port, to: 'lan', guestPort: Number(HTTP_PORT ?? (port === 0 ? 0 : port + 1)) }
}

export interface Bound {
  readonly host: string
  readonly port: number
}

const bound = { host: v.string(), port: v.number() }
/** As a hub has written down where it listens. */
export const ListeningBound = v.variant('to', [
  v.object({ ...bound, to: v.literal('loopback') }),
  v.object({ ...bound, to: v.literal('lan'), guestPort: v.number() }),
  v.object({ ...bound, to: v.literal('lan-unencrypted') }),
])
