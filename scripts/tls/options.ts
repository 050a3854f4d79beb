/** What `npm run tls` was asked for, and what it writes. */
import { X509Certificate } from 'node:crypto'
import { domainToASCII } from 'node:url'
import { parseArgs } from 'node:util'
import { tryToListen } from '../../hub/http/listen.ts'
import type { Files } from '../../hub/ports.ts'
import { belongTogether, endOf, readCalled, tlsPaths } from '../../hub/tls/certificates.ts'
import type { KeyPair } from '../../hub/tls/make-certificates.ts'
import { isPrivate } from '../../hub/tls/name-constraints.ts'
import { badName, expired, isAuthority, notHere, notItsKey, notPem, wantsBoth } from './words.ts'

export interface TlsOptions {
  readonly help: boolean
  readonly data: string
  /** What the hub will be bound to. */
  readonly host: string
  readonly renew: boolean
  readonly newAuthority: boolean
  readonly dropOwn: boolean
  /** Absent: those that were given before. */
  readonly names: readonly string[] | undefined
  /** Paths of PEM files. */
  readonly own: KeyPair | undefined
}

/** Throws Error with words for a person. */
export function readOptions(args: string[], env: NodeJS.ProcessEnv): TlsOptions {
  const { values } = parseArgs({
    args,
    options: {
      help: { type: 'boolean', short: 'h', default: false },
      data: { type: 'string', default: env.DATA_DIR ?? 'data' },
      host: { type: 'string', default: env.HOST ?? '0.0.0.0' },
      renew: { type: 'boolean', default: false },
      'new-ca': { type: 'boolean', default: false },
      'forget-own': { type: 'boolean', default: false },
      name: { type: 'string', multiple: true },
      cert: { type: 'string' },
      key: { type: 'string' },
    },
  })
  const { cert, key } = values
  if ((cert === undefined) !== (key === undefined)) throw new Error(wantsBoth)
  return {
    help: values.help,
    data: values.data,
    host: values.host,
    renew: values.renew,
    newAuthority: values['new-ca'],
    dropOwn: values['forget-own'],
    names: values.name?.map(asciiName),
    own: cert === undefined || key === undefined ? undefined : { certificate: cert, key },
  }
}

/**
 * A mistyped address would cost every tablet its trust. A private one may be prepared before the machine has it: the same
 * authority vouches for it. Throws Error with words.
 */
export async function beHere(host: string): Promise<void> {
  if (isPrivate(host)) return
  await tryToListen(host, [0]).catch((cause: unknown) => {
    throw new Error(notHere(host), { cause })
  })
}

/** Keeps the venue's own certificate. Throws Error with words for what the hub could not serve. */
export async function bringOwn(files: Files, folder: string, own: KeyPair, now: number): Promise<void> {
  let certificate: X509Certificate
  let fits: boolean
  try {
    certificate = new X509Certificate(own.certificate)
    fits = belongTogether(own)
  } catch (cause) {
    throw new Error(notPem, { cause })
  }
  if (!fits) throw new Error(notItsKey)
  if (certificate.ca) throw new Error(isAuthority)
  if (endOf(own) <= now) throw new Error(expired(certificate.validTo))
  const paths = tlsPaths(folder)
  await files.makeFolder(paths.folder)
  await files.replace(paths.own, JSON.stringify({ key: own.key, certificate: own.certificate }))
}

export const dropOwn = (files: Files, folder: string): Promise<void> => files.remove(tlsPaths(folder).own)

/** What the venue calls the hub from now on; whether that is anything new. */
export async function saveNames(files: Files, folder: string, names: readonly string[]): Promise<boolean> {
  const known = await readCalled(files, folder)
  const paths = tlsPaths(folder)
  await files.makeFolder(paths.folder)
  await files.replace(paths.names, JSON.stringify(names))
  return names.some(name => !known.includes(name))
}

function asciiName(name: string): string {
  const ascii = domainToASCII(name)
  if (!/^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/.test(ascii) || /^[\d.]+$/.test(ascii)) throw new Error(badName(name))
  return ascii
}
