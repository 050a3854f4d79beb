import { X509Certificate } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { makeAuthority } from '../../hub/tls/make-certificates.ts'
import { readAuthority } from './read-authority.ts'

it('reads the authority as PEM, and as the trust page hands it out', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'changming-authority-'))
  const { certificate } = await makeAuthority({ dns: ['localhost'], addresses: ['192.168.1.20'] }, Date.now())
  const path = join(folder, 'ca.crt')
  const fingerprint = async () => new X509Certificate(await readAuthority(path)).fingerprint256
  await writeFile(path, certificate)
  const known = await fingerprint()
  await writeFile(path, new X509Certificate(certificate).raw)
  expect(await fingerprint()).toBe(known)
  await writeFile(path, '<!doctype html>')
  await expect(readAuthority(path)).rejects.toThrow()
  await rm(folder, { recursive: true })
})
