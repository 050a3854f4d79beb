/** Under which names the hub is reached: requests for any other host or from any other page are turned away. */
import type { IncomingMessage } from 'node:http'
import { hostname, networkInterfaces } from 'node:os'

/** Asks what a request's Host and Origin say; the browser writes both, so no page can lie. */
export interface Gate {
  /** The request is for one of the hub's own names: a foreign name that resolves to us (DNS rebinding) is none. */
  isOwnHost(request: IncomingMessage): boolean
  /** It comes from one of the hub's own pages, on this very host and port; absent counts as foreign. */
  isOwnOrigin(request: IncomingMessage): boolean
}

/** `hosts` holds `name:port` in lower case, as {@link ownHosts} makes them. */
export function createGate(deps: { secure: boolean; hosts: () => ReadonlySet<string> }): Gate {
  const scheme = deps.secure ? 'https' : 'http'
  const isOwnHost = ({ headers: { host } }: IncomingMessage) =>
    host !== undefined && deps.hosts().has(withPort(host.toLowerCase(), deps.secure))
  return {
    isOwnHost,
    isOwnOrigin: request =>
      isOwnHost(request) && request.headers.origin === `${scheme}://${request.headers.host?.toLowerCase()}`,
  }
}

/**
 * Names with port under which a hub bound to `address` is reached: on loopback only loopback's; else its addresses, its
 * host name, and `names` (what the venue calls it).
 */
export function ownHosts(bound: { address: string; port: number; names?: readonly string[] }): Set<string> {
  const loopback = ['localhost', '127.0.0.1', '[::1]']
  const everywhere = ['0.0.0.0', '::'].includes(bound.address)
  const here = isLoopback(bound.address)
    ? loopback
    : [
        ...loopback,
        ...(everywhere ? interfaceAddresses() : [bracketed(bound.address)]),
        hostname(),
        `${hostname()}.local`,
      ]
  return new Set([...here, ...(bound.names ?? [])].map(name => `${name.toLowerCase()}:${bound.port}`))
}

export function isLoopback(address: string): boolean {
  return address === 'localhost' || address === '::1' || /^127\.\d+\.\d+\.\d+$/.test(address)
}

/** A browser leaves out the port that the scheme implies. */
function withPort(host: string, secure: boolean): string {
  return /:\d+$/.test(host) ? host : `${host}:${secure ? 443 : 80}`
}

function interfaceAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap(addresses => addresses ?? [])
    .map(({ address }) => bracketed(address))
}

function bracketed(address: string): string {
  return address.includes(':') ? `[${address}]` : address
}

/** The address a request came from, one spelling for each. Forwarded-for is not believed. */
export function addressOf(request: IncomingMessage): string {
  return (request.socket.remoteAddress ?? 'gone').replace(/^::ffff:/, '')
}
