import { X509Certificate } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readAuthority } from './read-authority.ts'

/** Of nobody: its key was thrown away. */
const authority = `-----BEGIN CERTIFICATE-----
MIIBeDCCAR2gAwIBAgIUKxJCsnK1Hd/1BzLtRydpgg3AuugwCgYIKoZIzj0EAwIw
EDEOMAwGA1UEAwwFdmVudWUwIBcNMjYxMTMwMTkxNDE1WhgPMjEyNjExMDYxOTE0
MTVaMBAxDjAMBgNVBAMMBXZlbnVlMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE
srfd/niIlDfshhh0aI0BKaUqeJyY637DBEZk9wXJyKtk/RmJTH22VocT3ygwCVjj
/fgd3bmrtSOXWrerMORaSqNTMFEwHQYDVR0OBBYEFBv/KdyPR2R0zbBcbRIdWXJR
98ZcMB8GA1UdIwQYMBaAFBv/KdyPR2R0zbBcbRIdWXJR98ZcMA8GA1UdEwEB/wQF
MAMBAf8wCgYIKoZIzj0EAwIDSQAwRgIhAPyc0DXW0+Ttual0TjWgAMRJkt9BYf8w
XkJzvv22F6+HAiEAyKxXqkUr7u3wTD2IS7oE1VyM4VUTZxSTloL8BWdGE5Q=
-----END CERTIFICATE-----
`

it('reads the authority as PEM, and as the trust page hands it out', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'changming-authority-'))
  const path = join(folder, 'ca.crt')
  await writeFile(path, authority)
  expect(await readAuthority(path)).toBe(authority)
  await writeFile(path, new X509Certificate(authority).raw)
  expect(await readAuthority(path)).toBe(authority)
  await writeFile(path, '<!doctype html>')
  await expect(readAuthority(path)).rejects.toThrow()
  await rm(folder, { recursive: true })
})
