import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { createNodeFiles } from '../../hub/system/files.ts'
import { createNights } from '../../hub/worker/nights.ts'
import { seedDemo } from './seed.ts'

// A house is filled first.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const files = createNodeFiles()
const saturday = Date.UTC(2026, 10, 21, 12, 48)
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'changming-demo-'))
  await seedDemo({ files, folder, now: saturday, members: 60, history: 'none', occupied: 0.2 })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

it('lets guests look at the songs before they sing: the demo’s 早报 said that all of them sang at once', async () => {
  const nights = createNights({ files, folder })
  const [day = ''] = await nights.days()
  const bounds = { startsAt: saturday - 12 * 3_600_000, until: saturday }
  const report = await nights.report({ day, upTo: Number.POSITIVE_INFINITY, ...bounds })
  const waits = report?.visits.flatMap(({ firstSongAfter }) => firstSongAfter ?? []) ?? []
  expect(waits.length).toBeGreaterThan(5)
  expect(Math.min(...waits)).toBeGreaterThanOrEqual(20_000)
})
