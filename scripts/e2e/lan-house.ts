/**
 * A house on a network: the hub at an address of this machine that is not loopback's, with a certificate by the authority that
 * `npm run tls` makes, and rooms whose tablets are still in their boxes.
 */
import { type ChildProcess, execFile, fork } from 'node:child_process'
import { createHash, X509Certificate } from 'node:crypto'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Browser, test as base, chromium } from 'playwright/test'
import * as v from 'valibot'
import { chromiumOptions } from '../bootstrap/chromium-options.mjs'
import { Announced } from '../start/announced.ts'
import { evening } from './evening.ts'

const root = join(import.meta.dirname, '../..')

export interface LanHouse {
  /** For devices and staff, `https://…`. */
  readonly origin: string
  /** For guests' phones, `http://…`. */
  readonly guestOrigin: string
  /** The cookie of a demo device. */
  cookie(device: string): { name: string; value: string; url: string; secure: true; httpOnly: true; sameSite: 'Strict' }
  /** Knows the hub's certificate, as a tablet does on which the authority is installed. */
  readonly trusting: Browser
  /** Knows nothing of it: a guest's phone. */
  readonly stranger: Browser
}

/** Undefined: this machine is on no network. */
export const lanAddress = (): string | undefined =>
  Object.values(networkInterfaces())
    .flat()
    .find(one => one?.family === 'IPv4' && !one.internal)?.address

const Keys = v.object({ tokens: v.record(v.string(), v.string()) })
const Device = v.looseObject({ room: v.optional(v.string()), tokens: v.array(v.unknown()) })
const Row = v.looseObject({ versions: v.array(v.looseObject({ value: Device })) })
const Devices = v.looseObject({ value: v.looseObject({ rows: v.array(Row) }) })

export const test = base.extend<{ unpaired: readonly string[]; house: LanHouse }>({
  /** Rooms with no tablet yet. */
  unpaired: [[], { option: true }],
  house: async ({ unpaired, browser }, use) => {
    const address = lanAddress()
    if (address === undefined) throw new Error('this machine is on no network')
    const folder = await mkdtemp(join(tmpdir(), 'changming-lan-'))
    await cp(join(root, '.cache/journeys-venue'), folder, { recursive: true })
    await unpair(join(folder, 'devices/d1.json'), unpaired)
    const { tokens } = v.parse(Keys, JSON.parse(await readFile(join(folder, 'secrets/demo.json'), 'utf8')))
    const env = { ...process.env, DATA_DIR: folder, HOST: address, PORT: '0' }
    await promisify(execFile)(process.execPath, [join(root, 'dist/scripts/tls.js')], { env })
    // Not before its certificate, which is of today.
    const epoch = String(Math.max(evening, Date.now()))
    const child = fork(join(root, 'dist/scripts/e2e-hub.js'), {
      env: { ...env, LAN: '1', EPOCH: epoch },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    const gone = new Promise<void>(done => child.once('exit', () => done()))
    const { origin, trust } = await announced(child)
    const trusting = await trustingBrowser(join(folder, 'tls/certificate.json'))
    await use({
      origin,
      guestOrigin: new URL(trust?.page ?? '').origin,
      trusting,
      stranger: browser,
      cookie: device => ({
        name: `__Host-cm-${device}`,
        value: tokens[device] ?? '',
        url: origin,
        secure: true,
        httpOnly: true,
        sameSite: 'Strict',
      }),
    })
    await trusting.close()
    child.kill('SIGKILL')
    await gone
    await rm(folder, { recursive: true, force: true })
  },
})

/** As a venue of one's own is written down: the panels are there with their rooms, and nothing is paired as them. */
async function unpair(file: string, rooms: readonly string[]): Promise<void> {
  const devices = v.parse(Devices, JSON.parse(await readFile(file, 'utf8')))
  for (const { versions } of devices.value.rows)
    for (const { value } of versions) if (rooms.includes(value.room ?? '')) value.tokens = []
  await writeFile(file, JSON.stringify(devices))
}

function announced(child: ChildProcess): Promise<Announced> {
  return new Promise((started, failed) => {
    child.once('message', message => started(v.parse(Announced, message)))
    child.once('exit', code => failed(new Error(`the hub ended with ${code} before it listened`)))
  })
}

/**
 * Chromium on Linux reads authorities from an NSS store, which only `certutil` writes, and a bare machine has none. So this one
 * is told the one key that it may meet; that the certificate holds before a strict verifier the journey shows by Node's.
 */
async function trustingBrowser(file: string): Promise<Browser> {
  const { certificate } = v.parse(v.object({ certificate: v.string() }), JSON.parse(await readFile(file, 'utf8')))
  const key = new X509Certificate(certificate).publicKey.export({ type: 'spki', format: 'der' })
  const pin = createHash('sha256').update(key).digest('base64')
  const { args, ...options } = chromiumOptions()
  return chromium.launch({ ...options, args: [...args, `--ignore-certificate-errors-spki-list=${pin}`] })
}
