/** docs/security.md names each secret, way in, limit, kind of data and line of the log, as the sources have it. */
import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Principal } from '../../hub/domain/principal.ts'
import { connectionLimits } from '../../hub/http/hold-connections.ts'
import { socketLimits } from '../../hub/sockets/limits.ts'
import { mostSongs } from '../../hub/song-import/plan.ts'
import { mostBytes as songBytes } from '../../hub/song-import/uploads.ts'
import { createNodeFiles } from '../../hub/system/files.ts'
import { refusalCodes } from '../../shared/protocol/refusals.ts'
import { seedDemo } from '../demo/seed.ts'
import { createServedHub } from '../lib/served-hub.testing.ts'

const root = join(import.meta.dirname, '../..')
const told = readFileSync(join(root, 'docs/security.md'), 'utf8')
const hub = readdirSync(join(root, 'hub'), { recursive: true, encoding: 'utf8' })
  .filter(path => /\.ts$/.test(path) && !/\.(test|testing)\.ts$/.test(path))
  .map(path => readFileSync(join(root, 'hub', path), 'utf8'))
  .join('\n')

const found = (pattern: RegExp): string[] => [...new Set([...hub.matchAll(pattern)].map(([, what = '']) => what))]
const untold = (names: readonly string[]) => names.filter(name => !told.includes(`\`${name}\``))

it('names every secret', () => {
  const secrets = found(/\bsecret\('([\w.]+)'\)/g)
  expect(secrets.length).toBeGreaterThan(4)
  expect(untold(secrets)).toEqual([])
})

it('names every line of the log', () => {
  const events = found(/\blog\('(?:info|warn|error)', '([\w-]+)'/g)
  const messages = found(/\blog\.(?:info|warn|error|fatal)\((?:[^()]|\([^()]*\))*?'([^']+)'\)/g)
  expect(Math.min(events.length, messages.length)).toBeGreaterThan(10)
  expect(untold([...events, ...messages])).toEqual([])
})

/** What stands under a heading. */
const under = (heading: string): string => (told.split(`\n## ${heading}\n`)[1] ?? '').split('\n## ')[0] ?? ''
const rowsOf = (heading: string): readonly string[] =>
  under(heading)
    .split('\n')
    .filter(line => line.startsWith('| '))

it('tells every way in, and how long and how often it may be tried', () => {
  const rows = rowsOf('Ways in')
  const wayOf = (who: string) => rows.find(row => row.startsWith(`| ${who} `)) ?? `no way of ${who}`
  const paired = 'a paired device'
  const ways = {
    kiosk: paired,
    reader: paired,
    panel: paired,
    player: paired,
    console: paired,
    station: paired,
    staff: 'staff',
    phone: "a guest's phone",
  } satisfies Record<Exclude<Principal['kind'], 'system'>, string>
  for (const who of Object.values(ways)) expect(rows.filter(row => row.startsWith(`| ${who} `))).toHaveLength(1)
  // Who changes one of these changes what is said of it too.
  const said: readonly (readonly [file: string, source: string, who: string, words: string])[] = [
    ['identity/pairing.ts', 'const lifeMs = 5 * 60_000', 'any other device', 'five minutes'],
    ['identity/pairing.ts', 'const wrongCodes = 5\n', 'any other device', 'five tries'],
    ['identity/pairing.ts', 'const atOnce = 5\n', 'any other device', 'five pending'],
    ['identity/devices.ts', 'const rotateMs = dayMs\n', paired, 'a day'],
    ['identity/devices.ts', 'const idleMs = 14 * dayMs\n', paired, 'idle fourteen days'],
    ['domain/staff/pin.ts', 'const freeFailures = 5\n', 'staff', 'five failures'],
    ['domain/staff/pin.ts', 'const firstDelayMs = 30_000\n', 'staff', '30 s'],
    ['domain/staff/pin.ts', 'const offAt = 10\n', 'staff', 'the tenth'],
    ['domain/check-in/claim.ts', 'const factsAllowed = 60\n', "a guest's phone", 'sixty facts'],
    ['domain/check-in/claim.ts', 'const claimMs = 20 * 60_000\n', "a guest's phone", 'twenty minutes'],
    ['identity/tickets.ts', 'const wrongPerAddress = 10\n', "a guest's phone", 'ten wrong codes a minute'],
    ['identity/tickets.ts', 'const wrongInAll = 60\n', "a guest's phone", 'sixty from all'],
  ]
  for (const [file, source, who, words] of said) {
    expect(readFileSync(join(root, 'hub', file), 'utf8')).toContain(source)
    expect(wayOf(who)).toContain(words)
  }
})

it('tells each limit and each disagreement as the sources have it', () => {
  const { framesPerSecond, framesAtOnce, frameBytes, strangersPerAddress, strangersInAll, connectMs } = socketLimits
  const section = under('Limits, and what must agree')
  expect(section).toContain(`${framesPerSecond} messages a second, bursts of ${framesAtOnce}`)
  expect(section).toContain(`frames of ${frameBytes / 1024} KB`)
  expect(section).toContain(
    `${strangersPerAddress} sockets an address, ${strangersInAll} in all; ${connectMs / 1000} s`,
  )
  expect(section).toContain(`${songBytes / 1024 / 1024} MB, ${mostSongs.toLocaleString('en')} lines`)
  const { devices, guests } = connectionLimits
  expect(section).toContain(`${devices.inAll} at the devices' door, ${devices.perAddress} of one address`)
  expect(section).toContain(`${guests.inAll} at the guests', ${guests.perAddress} of one address`)
  const codes = [...section.matchAll(/`([a-z]+(?:-[a-z]+)+|changed)`/g)].map(([, code = '']) => code)
  expect(codes.length).toBeGreaterThan(10)
  const known = new Set<string>(refusalCodes)
  expect(codes.filter(code => !known.has(code))).toEqual([])
})

it('classes whatever lies in the folder of a house', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'changming-classes-'))
  try {
    await seedDemo({ files: createNodeFiles(), folder, now: Date.now(), members: 40, history: 'none', occupied: 0.2 })
    const hub = await createServedHub(folder)
    const whole = await readdir(folder)
    await hub.stop()
    const section = under('What is kept, by how much it matters')
    expect(whole.length).toBeGreaterThan(8)
    expect(whole.filter(name => !section.includes(`\`${name}\``))).toEqual([])
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
