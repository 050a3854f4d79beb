/**
 * The certificate that the hub shows, from the data folder: the venue's own if it brought one, else one by the venue's
 * authority, made when it is missing, about to end, or for other names than the hub has now.
 */
import { createPrivateKey, X509Certificate } from 'node:crypto'
import { join } from 'node:path'
import { domainToASCII } from 'node:url'
import * as v from 'valibot'
import { lastingName, ownNames, reachableName } from '../http/own-names.ts'
import { type Files, StoreFailed } from '../ports.ts'
import type { KeyPair } from './make-certificates.ts'
import { type HubNames, permits, permittedOf } from './name-constraints.ts'

export interface Certificates extends KeyPair {
  /** Ms since the epoch. */
  readonly until: number
  /** What the venue calls the hub: links carry the first. Empty: they carry its address. */
  readonly called: readonly string[]
  /** What devices install to trust the hub; absent where the venue brought its certificate from an authority they know. */
  readonly authority?: Authority
  /** What was made just now. */
  readonly made: readonly ('authority' | 'certificate')[]
}

export interface Authority {
  readonly certificate: string
  /** SHA-256, in the spelling that tablets show. */
  readonly fingerprint: string
  readonly until: number
}

export interface CertificatesDeps {
  readonly files: Files
  /** The data folder. */
  readonly folder: string
  readonly now: number
  /** What the hub is bound to. */
  readonly address: string
  /** A person asked for a new authority. */
  readonly anew?: boolean
  /** A person asked for a new certificate. */
  readonly renew?: boolean
}

const dayMs = 86_400_000
/** So long before its end a certificate is made anew: a hub that stands still over the holidays wakes up in time. */
const renewMs = 60 * dayMs

const Pair = v.strictObject({ key: v.string(), certificate: v.string() })
const Names = v.pipe(v.array(v.string()), v.readonly())
const Kept = v.strictObject({
  ...Pair.entries,
  permitted: v.strictObject({ dns: Names, addresses: Names }),
})

export const tlsPaths = (folder: string) => ({
  folder: join(folder, 'tls'),
  /** Key and certificate of the authority. */
  authority: join(folder, 'tls/authority.json'),
  /** Key and certificate of the hub. */
  certificate: join(folder, 'tls/certificate.json'),
  /** What the venue brought. */
  own: join(folder, 'tls/own.json'),
  /** What the venue calls the hub. */
  names: join(folder, 'tls/names.json'),
  /** The authority's certificate alone, for devices and Node clients. */
  root: join(folder, 'tls/ca.crt'),
})

/** Throws StoreFailed 'unreadable' for an authority or an own certificate that cannot be read: neither is made over. */
export async function ensureCertificates(deps: CertificatesDeps): Promise<Certificates> {
  const { files, folder, now, address, anew = false, renew = false } = deps
  const paths = tlsPaths(folder)
  const own = await readPair(files, paths.own, Pair)
  if (own) return { ...own, until: endOf(own), called: dnsNames(own.certificate), made: [] }

  const made: Certificates['made'][number][] = []
  const called = await readCalled(files, folder)
  const names = ownNames({ address, names: called })
  let authority = await readPair(files, paths.authority, Kept)
  // Only where nothing would work otherwise: with another authority every device has to be told to trust it.
  if (!authority || anew || endOf(authority) <= now || needsAnother(authority.permitted, names, address, called)) {
    const { makeAuthority } = await import('./make-certificates.ts')
    authority = { ...(await makeAuthority(names, now)), permitted: names }
    await files.makeFolder(paths.folder)
    await files.replace(paths.authority, JSON.stringify(authority))
    made.push('authority')
  }
  if ((await files.read(paths.root))?.toString('latin1') !== authority.certificate)
    await files.replace(paths.root, authority.certificate)

  const permitted = permittedOf(authority.permitted, names)
  let leaf = await readLeaf(files, paths.certificate)
  if (!leaf || renew || !fits(leaf, authority, permitted, now)) {
    const { makeLeaf } = await import('./make-certificates.ts')
    leaf = await makeLeaf(authority, permitted, now)
    await files.replace(paths.certificate, JSON.stringify(leaf))
    made.push('certificate')
  }
  return {
    ...leaf,
    until: endOf(leaf),
    called,
    authority: {
      certificate: authority.certificate,
      fingerprint: new X509Certificate(authority.certificate).fingerprint256,
      until: endOf(authority),
    },
    made,
  }
}

/** The authority may not vouch for what devices find the hub by, and one that is made for the `names` of today might. */
function needsAnother(permitted: HubNames, names: HubNames, address: string, called: readonly string[]): boolean {
  const [name] = called
  const wanted = name === undefined ? lastingName(address) : domainToASCII(name)
  return wanted !== undefined && !permits(permitted, wanted) && permits(names, wanted)
}

/** What the venue calls the hub, such as a name in its router. */
export async function readCalled(files: Files, folder: string): Promise<readonly string[]> {
  const { names } = tlsPaths(folder)
  const content = await files.read(names)
  try {
    return content === undefined ? [] : v.parse(Names, JSON.parse(content.toString('utf8')))
  } catch (cause) {
    throw new StoreFailed('unreadable', names, 'not a list of names', { cause })
  }
}

/** The host of every link. */
export const linkName = (address: string, called: readonly string[]): string => called[0] ?? reachableName(address)

/** Whether `key` is the private half of the certificate (the first, in a chain). Throws for what is no PEM. */
export function belongTogether({ key, certificate }: KeyPair): boolean {
  return new X509Certificate(certificate).checkPrivateKey(createPrivateKey(key))
}

export const endOf = ({ certificate }: Pick<KeyPair, 'certificate'>): number =>
  Date.parse(new X509Certificate(certificate).validTo)

/** Without wildcards: a link needs a name to type. */
function dnsNames(certificate: string): string[] {
  const said = new X509Certificate(certificate).subjectAltName ?? ''
  return said.split(', ').flatMap(each => (each.startsWith('DNS:') && !each.includes('*') ? [each.slice(4)] : []))
}

function fits(leaf: KeyPair, authority: KeyPair, names: HubNames, now: number): boolean {
  const certificate = new X509Certificate(leaf.certificate)
  const issuer = new X509Certificate(authority.certificate)
  return (
    certificate.verify(issuer.publicKey) &&
    belongTogether(leaf) &&
    // Before its authority was made it is no time: the clock is wrong, and the tablets', which are right, would believe nothing of then.
    (Date.parse(certificate.validFrom) <= now || Date.parse(issuer.validFrom) > now) &&
    // An authority near its own end gives no longer ones.
    (endOf(leaf) - now > renewMs || (endOf(leaf) === endOf(authority) && endOf(leaf) > now)) &&
    names.dns.every(name => certificate.checkHost(name) !== undefined) &&
    names.addresses.every(address => certificate.checkIP(address) !== undefined)
  )
}

async function readPair<T extends KeyPair>(
  files: Files,
  path: string,
  shape: v.GenericSchema<unknown, T>,
): Promise<T | undefined> {
  const content = await files.read(path)
  if (content === undefined) return undefined
  try {
    const pair = v.parse(shape, JSON.parse(content.toString('utf8')))
    if (belongTogether(pair)) return pair
  } catch (cause) {
    throw new StoreFailed('unreadable', path, 'not a key with its certificate', { cause })
  }
  throw new StoreFailed('unreadable', path, 'the key is not that of the certificate')
}

/** The hub's own certificate can be made anew at any time: one that cannot be read counts as none. */
async function readLeaf(files: Files, path: string): Promise<KeyPair | undefined> {
  try {
    return await readPair(files, path, Pair)
  } catch (error) {
    if (error instanceof StoreFailed && error.code === 'unreadable') return undefined
    throw error
  }
}
