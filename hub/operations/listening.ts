/** Where the hub listens and for whom, from what it was started with. */
import * as v from 'valibot'
import { isLoopback } from '../http/own-names.ts'

export type Listening =
  /** This machine only: plain HTTP serves everything, and nobody needs a certificate. */
  | { readonly to: 'loopback' }
  /** The LAN: HTTPS for devices and staff, plain HTTP on a port of its own for guests' phones. */
  | { readonly to: 'lan'; readonly guestPort: number }
  /** The LAN, all of it over plain HTTP because somebody said so: on a network that no guest is on. */
  | { readonly to: 'lan-unencrypted' }

/** What was said of a port is none: `PORT=80a`. Nothing can be listened on before a person mends it. */
export class WrongSetting extends Error {
  /** As a person wrote it, such as `PORT=80a`. */
  readonly said: string
  constructor(said: string) {
    super(said)
    this.name = 'WrongSetting'
    this.said = said
  }
}

/** A setting that is left empty, as in a file of them, is not set. Throws {@link WrongSetting}. */
export function listeningOf({ HOST, PORT, HTTP_PORT, TLS }: NodeJS.ProcessEnv): Listening & Bound {
  const host = HOST?.trim() || '127.0.0.1'
  const port = portOf('PORT', PORT?.trim() || '8080')
  if (isLoopback(host)) return { host, port, to: 'loopback' }
  if (TLS === 'off') return { host, port, to: 'lan-unencrypted' }
  const guestPort = portOf('HTTP_PORT', HTTP_PORT?.trim() || String(port === 0 ? 0 : port + 1))
  if (guestPort === port && port !== 0) throw new WrongSetting(`HTTP_PORT=${guestPort}`)
  return { host, port, to: 'lan', guestPort }
}

/** 0: the system chooses. */
function portOf(name: string, said: string): number {
  const port = Number(said)
  if (!/^\d+$/.test(said) || port > 65_535) throw new WrongSetting(`${name}=${said}`)
  return port
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
