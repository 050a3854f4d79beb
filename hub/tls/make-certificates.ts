/** Makes the venue's certificate authority and the hub's certificate: P-256, as tablets and browsers accept them. */
import 'reflect-metadata'
import { randomBytes, webcrypto } from 'node:crypto'
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509'
import { type HubNames, nameConstraints, nameConstraintsId } from './name-constraints.ts'

/** Both as PEM. */
export interface KeyPair {
  readonly key: string
  readonly certificate: string
}

const dayMs = 86_400_000
/** As long as the tablets that trust it may live: a new one means to walk through every room. */
const authorityMs = 20 * 365 * dayMs
/** Browsers refuse more than 397. */
const leafMs = 396 * dayMs
/** A tablet whose clock is behind must not find the certificate to be from tomorrow. */
const earlierMs = dayMs

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }

export async function makeAuthority(names: HubNames, now: number): Promise<KeyPair> {
  const keys = await newKeys()
  const serial = newSerial()
  const certificate = await X509CertificateGenerator.createSelfSigned({
    serialNumber: serial,
    // Its own number in its name: after a change the old one and the new one stand side by side in a tablet's list.
    name: `CN=Changming CA ${serial.slice(0, 6)}, O=Changming ${names.dns[0] ?? ''}`,
    notBefore: new Date(now - earlierMs),
    notAfter: new Date(now + authorityMs),
    signingAlgorithm: algorithm,
    keys,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
      new Extension(nameConstraintsId, true, nameConstraints(names)),
    ],
  })
  return { key: await pemOfKey(keys.privateKey), certificate: `${certificate.toString('pem')}\n` }
}

/** Never outlives the authority. */
export async function makeLeaf(authority: KeyPair, names: HubNames, now: number): Promise<KeyPair> {
  const issuer = new X509Certificate(authority.certificate)
  const keys = await newKeys()
  const certificate = await X509CertificateGenerator.create({
    serialNumber: newSerial(),
    subject: 'CN=Changming hub',
    issuer: issuer.subject,
    notBefore: new Date(now - earlierMs),
    notAfter: new Date(Math.min(now - earlierMs + leafMs, issuer.notAfter.getTime())),
    signingAlgorithm: algorithm,
    publicKey: keys.publicKey,
    signingKey: await importKey(authority.key),
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
      await AuthorityKeyIdentifierExtension.create(issuer),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
      new SubjectAlternativeNameExtension([
        ...names.dns.map(value => ({ type: 'dns' as const, value })),
        ...names.addresses.map(value => ({ type: 'ip' as const, value })),
      ]),
    ],
  })
  return { key: await pemOfKey(keys.privateKey), certificate: `${certificate.toString('pem')}\n` }
}

const newKeys = () => webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])

/** 127 bits, positive, the first byte never zero: one length, one spelling. */
function newSerial(): string {
  const serial = randomBytes(16)
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40
  return serial.toString('hex')
}

async function pemOfKey(key: webcrypto.CryptoKey): Promise<string> {
  const der = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', key))
  return `-----BEGIN PRIVATE KEY-----\n${der.toString('base64').replace(/.{64}(?=.)/g, '$&\n')}\n-----END PRIVATE KEY-----\n`
}

function importKey(pem: string): Promise<webcrypto.CryptoKey> {
  const der = Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ''), 'base64')
  return webcrypto.subtle.importKey('pkcs8', der, algorithm, false, ['sign'])
}
