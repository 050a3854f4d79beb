import { X509Certificate } from 'node:crypto'
import type { Server } from 'node:http'
import { connect, type SecureVersion } from 'node:tls'
import express from 'express'
import { afterEach, expect, it } from 'vitest'
import { createHttpsServer } from '../http/create-http.ts'
import { createTestClock } from '../identity/world.testing.ts'
import { createMemoryFiles } from '../system/memory-files.ts'
import { ensureCertificates, tlsPaths } from './certificates.ts'
import { keepCertificates } from './keep-certificates.ts'

const day = 86_400_000
const minute = 60_000
const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0)) close()
})

async function house(minutesToRenewal: number) {
  const files = createMemoryFiles()
  const made = await ensureCertificates({ files, folder: '/data', now: Date.now(), address: '10.0.0.5' })
  const clock = createTestClock(made.until - 60 * day - minutesToRenewal * minute)
  const errors: object[] = []
  const log = { warn: () => undefined, error: (fields: object) => void errors.push(fields) }
  const kept = await keepCertificates({ files, folder: '/data', clock, address: '10.0.0.5', log })
  const changed = () => new Promise<void>(done => kept.onChange(() => done()))
  return { files, clock, kept, errors, made, changed }
}

/** What a client is shown that connects now. */
function shown(server: Server): Promise<string> {
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('no port')
  return new Promise((resolve, reject) => {
    const socket = connect({ port: address.port, host: '127.0.0.1', rejectUnauthorized: false }, () => {
      resolve(new X509Certificate(socket.getPeerCertificate(true).raw).fingerprint256)
      socket.destroy()
    })
    socket.on('error', reject)
  })
}

it('renews on the open port, without a restart and with the same authority', async () => {
  const { kept, clock, made, changed } = await house(5)
  const server = createHttpsServer(express(), kept)
  closers.push(() => server.close())
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const before = await shown(server)
  expect(before).toBe(new X509Certificate(made.certificate).fingerprint256)
  const renewed = changed()
  clock.advance(10 * minute)
  await renewed
  expect(kept.current.authority).toEqual(made.authority)
  expect(kept.current.until).toBeGreaterThan(made.until + 300 * day)
  expect(await shown(server)).toBe(new X509Certificate(kept.current.certificate).fingerprint256)
  expect(await shown(server)).not.toBe(before)
})

it('speaks TLS 1.3, and 1.2 with whom cannot, and nothing older', async () => {
  const { kept } = await house(5)
  const server = createHttpsServer(express(), kept)
  closers.push(() => server.close())
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  expect(await spoken(server, 'TLSv1.3')).toBe('TLSv1.3')
  expect(await spoken(server, 'TLSv1.2')).toBe('TLSv1.2')
  for (const old of ['TLSv1.1', 'TLSv1'] as const) await expect(spoken(server, old)).rejects.toThrow()
})

it('takes suites that encipher and prove in one, and no others, after a renewal too', async () => {
  const { kept, clock, changed } = await house(5)
  const server = createHttpsServer(express(), kept)
  closers.push(() => server.close())
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const others = ['ECDHE-ECDSA-AES128-SHA', 'ECDHE-ECDSA-AES256-SHA384', 'AES128-GCM-SHA256', 'NULL-SHA256']
  const look = async () => {
    expect(await spoken(server, 'TLSv1.2', 'ECDHE-ECDSA-AES128-GCM-SHA256')).toBe('TLSv1.2')
    for (const suite of others) await expect(spoken(server, 'TLSv1.2', suite)).rejects.toThrow()
  }
  await look()
  const renewed = changed()
  clock.advance(10 * minute)
  await renewed
  await look()
})

/** What a client speaks with it that knows nothing newer than this, and whatever is older. */
function spoken(server: Server, maxVersion: SecureVersion, suites = 'DEFAULT'): Promise<string | null> {
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('no port')
  const { port } = address
  return new Promise((resolve, reject) => {
    const old = { minVersion: 'TLSv1', maxVersion, ciphers: `${suites}@SECLEVEL=0` } as const
    const socket = connect({ port, host: '127.0.0.1', rejectUnauthorized: false, ...old }, () => {
      resolve(socket.getProtocol())
      socket.destroy()
    })
    socket.on('error', reject)
  })
}

it('goes on with the old one when the folder cannot be read, and says so', async () => {
  const { kept, clock, made, files, errors, changed } = await house(5)
  const authority = (await files.read(tlsPaths('/data').authority))?.toString() ?? ''
  await files.replace(tlsPaths('/data').authority, '{')
  clock.advance(10 * minute)
  await expect.poll(() => errors).toHaveLength(1)
  expect(kept.current.certificate).toBe(made.certificate)
  await files.replace(tlsPaths('/data').authority, authority)
  const renewed = changed()
  clock.advance(10 * minute)
  await renewed
  expect(kept.current.made).toEqual(['certificate'])
})
