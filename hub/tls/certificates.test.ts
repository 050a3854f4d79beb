import { X509Certificate } from 'node:crypto'
import { createServer } from 'node:https'
import { hostname } from 'node:os'
import { connect, rootCertificates } from 'node:tls'
import { domainToASCII } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { createMemoryFiles } from '../system/memory-files.ts'
import { type Certificates, ensureCertificates, tlsPaths } from './certificates.ts'
import { makeAuthority, makeLeaf } from './make-certificates.ts'

const now = Date.parse('2026-11-25T04:00:00Z')
const day = 86_400_000
const lan = '192.168.1.20'

function venue() {
  const files = createMemoryFiles()
  const ensure = (more: Partial<Parameters<typeof ensureCertificates>[0]> = {}) =>
    ensureCertificates({ files, folder: '/data', now, address: lan, ...more })
  return { files, ensure }
}
const leafOf = ({ certificate }: Certificates) => new X509Certificate(certificate)
const rootOf = ({ authority }: Certificates) => new X509Certificate(authority?.certificate ?? '')

describe('the certificate of a hub on the LAN', () => {
  it('is made with its authority, for the address and names of this machine, and kept', async () => {
    const { ensure } = venue()
    const first = await ensure()
    expect(first.made).toEqual(['authority', 'certificate'])
    const leaf = leafOf(first)
    expect(leaf.checkIP(lan)).toBe(lan)
    expect(leaf.checkIP('127.0.0.1')).toBe('127.0.0.1')
    expect(leaf.checkHost('localhost')).toBe('localhost')
    expect(leaf.checkHost(`${hostname().toLowerCase()}.local`)).toBeDefined()
    expect(leaf.checkIssued(rootOf(first))).toBe(true)
    expect(leaf.verify(rootOf(first).publicKey)).toBe(true)
    expect(leaf.publicKey.asymmetricKeyDetails?.namedCurve).toBe('prime256v1')
    const ecdsaWithSha256 = Buffer.from('2a8648ce3d040302', 'hex')
    for (const { raw } of [leaf, rootOf(first)]) expect(raw.includes(ecdsaWithSha256)).toBe(true)
    expect(Date.parse(leaf.validTo) - Date.parse(leaf.validFrom)).toBeLessThanOrEqual(397 * day)
    expect(await ensure()).toEqual({ ...first, made: [] })
  })

  it('is renewed by itself before it ends, under the same authority', async () => {
    const { ensure } = venue()
    const first = await ensure()
    expect((await ensure({ now: now + 334 * day })).made).toEqual([])
    const later = await ensure({ now: now + 336 * day })
    expect(later.made).toEqual(['certificate'])
    expect(later.authority).toEqual(first.authority)
    expect(later.until).toBeGreaterThan(now + 700 * day)
  })

  it('is made anew for another private address: devices notice nothing', async () => {
    const { ensure } = venue()
    const first = await ensure()
    const moved = await ensure({ address: '10.0.7.7' })
    expect(moved.made).toEqual(['certificate'])
    expect(leafOf(moved).checkIP('10.0.7.7')).toBe('10.0.7.7')
    expect(moved.authority).toEqual(first.authority)
  })

  it('needs another authority only for an address or name that the first may not vouch for', async () => {
    const { files, ensure } = venue()
    await ensure()
    const outside = await ensure({ address: '203.0.113.9' })
    expect(outside.made).toEqual(['authority', 'certificate'])
    expect(leafOf(outside).checkIP('203.0.113.9')).toBeDefined()
    await files.replace(tlsPaths('/data').names, JSON.stringify(['ktv.lan']))
    const named = await ensure()
    expect(named.made).toEqual(['authority', 'certificate'])
    expect(named.called).toEqual(['ktv.lan'])
    expect(leafOf(named).checkHost('ktv.lan')).toBe('ktv.lan')
  })

  it.each(['169.254.7.7', 'fe80::7'])(
    'needs none for an address that a machine without a router gave itself: %s',
    async address => {
      const { ensure } = venue()
      const { authority } = await ensure()
      expect((await ensure({ address })).authority).toEqual(authority)
    },
  )

  it.each(['ktv.lan', 'KTV-Hub.lan', '收银台.lan'])(
    'is for the name that the hub is bound to, and kept: %s',
    async address => {
      const { ensure } = venue()
      const first = await ensure({ address })
      expect(leafOf(first).checkHost(domainToASCII(address))).toBeDefined()
      expect(await ensure({ address })).toEqual({ ...first, made: [] })
    },
  )

  it('keeps its authority at any address of IPv6: a private one needs no other, and for any else none would do', async () => {
    const { ensure } = venue()
    const { authority } = await ensure()
    const own = await ensure({ address: 'fd00::2' })
    expect(own.authority).toEqual(authority)
    expect(leafOf(own).checkIP('fd00::2')).toBeDefined()
    expect((await ensure({ address: '2001:db8::2' })).authority).toEqual(authority)
  })

  it('is what tablets believe, whose clocks are right, while the hub’s is a year behind, or before everything', async () => {
    const { ensure } = venue()
    const { authority } = await ensure({ now: now - 1000 * day })
    const before = await ensure()
    const yearBehind = await ensure({ now: now - 365 * day })
    expect(yearBehind.until).toBeGreaterThan(now + 20 * day)
    expect(await ensure({ now: now - 6000 * day })).toMatchObject({ certificate: yearBehind.certificate, made: [] })
    const mended = await ensure()
    expect(mended.until).toBe(before.until)
    expect(mended.authority).toEqual(authority)
  })

  it('is made again when its file was damaged; an authority is not', async () => {
    const { files, ensure } = venue()
    const paths = tlsPaths('/data')
    await ensure()
    await files.replace(paths.certificate, '{"key":1}')
    expect((await ensure()).made).toEqual(['certificate'])
    await files.replace(paths.authority, '{')
    await expect(ensure()).rejects.toMatchObject({ code: 'unreadable', path: paths.authority })
  })

  it('is the venue’s own where it brought one', async () => {
    const { files, ensure } = venue()
    const names = { dns: ['hub.ktv.example'], addresses: [] }
    const own = await makeLeaf(await makeAuthority(names, now), names, now)
    await files.makeFolder(tlsPaths('/data').folder)
    await files.replace(tlsPaths('/data').own, JSON.stringify(own))
    expect(await ensure()).toMatchObject({ ...own, called: ['hub.ktv.example'], made: [] })
    expect((await ensure()).authority).toBeUndefined()
  })
})

const violation = /permitted subtree violation/

describe('the authority', () => {
  const closers: (() => void)[] = []
  afterEach(() => {
    for (const close of closers.splice(0)) close()
  })

  /** Why a client that trusts this authority refuses the certificate, when it asks for `name`; undefined: it does not. */
  async function refusal(authority: string, leaf: { key: string; certificate: string }, name: string, port = 0) {
    const server = createServer({ key: leaf.key, cert: leaf.certificate })
    closers.push(() => server.close())
    await new Promise<void>(done => server.listen(port, '127.0.0.1', done))
    const address = server.address()
    if (typeof address !== 'object' || !address) throw new Error('no port')
    return new Promise<string | undefined>(done => {
      const socket = connect({
        host: '127.0.0.1',
        port: address.port,
        ca: [...rootCertificates, authority],
        ...(/^\d/.test(name) ? {} : { servername: name }),
        checkServerIdentity: (_host, peer) => {
          const shown = new X509Certificate(peer.raw)
          return shown.checkHost(name) || shown.checkIP(name) ? undefined : new Error(`not ${name}`)
        },
      })
      closers.push(() => socket.destroy())
      socket
        .on('secureConnect', () => done(undefined))
        .on('error', (error: NodeJS.ErrnoException) => done(`${error.code} ${error.message}`))
    })
  }

  // OpenSSL reads the machine's own clock: so do these certificates.
  it('is believed for the hub, by a client that trusts it and by no other', async () => {
    const made = await venue().ensure({ now: Date.now() })
    const root = made.authority?.certificate ?? ''
    expect(await refusal(root, made, lan)).toBeUndefined()
    expect(await refusal(root, made, 'localhost')).toBeUndefined()
    const other = (await venue().ensure({ now: Date.now() })).authority?.certificate ?? ''
    expect(await refusal(other, made, lan)).toMatch(/UNABLE_TO|SELF_SIGNED|SIGNATURE/)
  })

  it('is not believed for anything else, even with its key in somebody’s hands', async () => {
    const permitted = { dns: ['localhost', 'ktv-hub'], addresses: ['203.0.113.9'] }
    const authority = await makeAuthority(permitted, Date.now())
    const forge = (names: { dns: string[]; addresses: string[] }) => makeLeaf(authority, names, Date.now())
    const bank = await forge({ dns: ['www.bank.example'], addresses: [] })
    expect(await refusal(authority.certificate, bank, 'www.bank.example')).toMatch(violation)
    const server = await forge({ dns: ['ktv-hub'], addresses: ['8.8.8.8'] })
    expect(await refusal(authority.certificate, server, '8.8.8.8')).toMatch(violation)
    const neighbour = await forge({ dns: ['ktv-hub'], addresses: ['203.0.113.10'] })
    expect(await refusal(authority.certificate, neighbour, '203.0.113.10')).toMatch(violation)
    const own = await forge({ dns: ['ktv-hub'], addresses: ['203.0.113.9', '172.31.255.254', 'fd00::2'] })
    expect(await refusal(authority.certificate, own, '203.0.113.9')).toBeUndefined()
    expect(await refusal(authority.certificate, own, 'fd00::2')).toBeUndefined()
  })
})
