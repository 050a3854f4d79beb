/** Under which names the hub is reached: requests for any other host or from any other page are turned away. */
import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import { hostname, networkInterfaces } from 'node:os'
import { domainToASCII } from 'node:url'
import { type HubNames, isPrivate } from '../tls/name-constraints.ts'

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
 * Names, without port, under which a hub bound to `address` is reached: on loopback only loopback's; else its addresses, its
 * host name, the name that it was bound to, and `names` (what the venue calls it). DNS names in lower case, ASCII.
 */
export function ownNames({ address, names = [] }: { address: string; names?: readonly string[] }): HubNames {
  const called = names.map(domainToASCII).filter(name => name !== '')
  if (isLoopback(address))
    return { dns: unique(['localhost', ...called]), addresses: unique([...loopback, ...bare(address)]) }
  // A Windows machine may be called 收银台-PC: a browser asks for the ASCII form.
  const host = domainToASCII(hostname())
  const bound = isIP(address) === 0 ? [domainToASCII(address)].filter(name => name !== '') : []
  return {
    dns: unique(['localhost', ...(host === '' ? [] : [host, `${host}.local`]), ...bound, ...called]),
    addresses: unique([...loopback, ...(isEverywhere(address) ? interfaceAddresses() : bare(address))]),
  }
}

/** The same as `name:port`, as a request's Host header says it. */
export function ownHosts(bound: { address: string; port: number; names?: readonly string[] }): Set<string> {
  const { dns, addresses } = ownNames(bound)
  return new Set([...dns, ...addresses.map(bracketed)].map(name => `${name.toLowerCase()}:${bound.port}`))
}

/** A lease may change while the hub runs: asked anew every few seconds. */
export function createOwnHosts(deps: {
  bound: () => Parameters<typeof ownHosts>[0]
  now: () => number
}): () => ReadonlySet<string> {
  let known: { at: number; key: string; hosts: ReadonlySet<string> } | undefined
  return () => {
    const bound = deps.bound()
    const key = JSON.stringify(bound)
    const now = deps.now()
    if (known?.key !== key || Math.abs(now - known.at) > askEveryMs) known = { at: now, key, hosts: ownHosts(bound) }
    return known.hosts
  }
}

const askEveryMs = 5000

/** What a device on the LAN can open: bound to all addresses, the machine's own. */
export function reachableName(address: string): string {
  if (isLoopback(address)) return address === '127.0.0.1' || address === '::1' ? 'localhost' : address
  return isEverywhere(address) ? (outwardAddress() ?? hostname()) : bracketed(address)
}

/**
 * What a device of the venue has to find the hub by, plain and in lower case, while it is bound to `address`; undefined: nothing
 * that is there to stay. A machine whose router is still starting has no address, or one that it gave itself.
 */
export function lastingName(address: string): string | undefined {
  const name = isEverywhere(address) ? outwardAddress() : address
  if (name === undefined || isSelfGiven(name)) return undefined
  return isIP(name) === 0 ? domainToASCII(name) : name
}

/** Bound to all addresses: the one by which this machine is found, a private one if it has any. */
function outwardAddress(): string | undefined {
  const outward = Object.values(networkInterfaces())
    .flatMap(addresses => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
  return (outward.find(each => isPrivate(each.address)) ?? outward[0])?.address
}

/** Link-local. */
const isSelfGiven = (address: string): boolean => /^169\.254\.|^fe[89ab]/i.test(address) && isIP(address) !== 0

export function isLoopback(address: string): boolean {
  return address === 'localhost' || address === '::1' || /^127\.\d+\.\d+\.\d+$/.test(address)
}

const loopback = ['127.0.0.1', '::1']

const isEverywhere = (address: string) => address === '0.0.0.0' || address === '::'

/** `localhost` is a name, not an address. */
const bare = (address: string): string[] => (isIP(address) === 0 ? [] : [address])

const unique = (names: readonly string[]): string[] => [...new Set(names)]

/** A browser leaves out the port that the scheme implies. */
function withPort(host: string, secure: boolean): string {
  return /:\d+$/.test(host) ? host : `${host}:${secure ? 443 : 80}`
}

function interfaceAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap(addresses => addresses ?? [])
    .map(({ address }) => address)
}

function bracketed(address: string): string {
  return address.includes(':') ? `[${address}]` : address
}

/** The address a request came from, one spelling for each. Forwarded-for is not believed. */
export function addressOf(request: IncomingMessage): string {
  return (request.socket.remoteAddress ?? 'gone').replace(/^::ffff:/, '')
}

/** The network of an IPv6 address, its first 64 bits; undefined for any other. */
export function networkOf(address: string): string | undefined {
  if (isIP(address) !== 6) return undefined
  const [before = '', after] = address.replace(/%.*$/, '').split('::')
  const front = before === '' ? [] : before.split(':')
  const back = after === undefined || after === '' ? [] : after.split(':')
  const zeroes = after === undefined ? 0 : 8 - front.length - back.length
  const groups = [...front, ...Array<string>(Math.max(0, zeroes)).fill('0'), ...back]
  return groups
    .slice(0, 4)
    .map(group => Number.parseInt(group, 16).toString(16))
    .join(':')
}
