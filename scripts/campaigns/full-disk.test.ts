/** A real file system that is really full (Linux, root): nothing false is said, it does not pretend to be well, and it goes on. */
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createNodeFiles } from '../../hub/system/files.ts'
import { createManualClock } from '../../hub/system/manual-clock.testing.ts'
import { seedDemo } from '../demo/seed.ts'
import { readWholeJournal } from '../lib/read-journal.ts'
import { createServedHub } from '../lib/served-hub.testing.ts'
import { createLoopDisk, type LoopDisk, unmountAll, whyNoLoopDisk } from './loop-disk.ts'

const wait = { timeout: 10_000, interval: 50 }
const base = await mkdtemp(join(tmpdir(), 'changming-full-'))
const whyNot = await whyNoLoopDisk(base)
if (whyNot !== undefined) {
  console.warn(`full-disk.test: ${whyNot}`)
  await rm(base, { recursive: true, force: true })
}

describe.skipIf(whyNot !== undefined)('a disk without room', () => {
  let disk: LoopDisk
  beforeAll(async () => {
    disk = await createLoopDisk(base, 'small', 24)
    await disk.mount()
  })
  afterAll(async () => {
    await unmountAll(base)
    await rm(base, { recursive: true, force: true })
  })

  it('stops the hub’s answers until there is room again, and loses and doubles nothing', async () => {
    const folder = join(disk.folder, 'data')
    const files = createNodeFiles()
    const clock = createManualClock()
    await seedDemo({ files, folder, now: clock.now(), members: 20, history: 'none', occupied: 0 })
    const hub = await createServedHub(folder, clock)
    const { served } = hub
    const kiosk = {
      kind: 'kiosk',
      device: served.hub.allDevices().find(({ kind }) => kind === 'kiosk')?.id ?? '',
    } as const
    let n = 0
    const acknowledged: number[] = []
    const walkIn = async () => {
      const command = { type: 'WalkIn', party: 2, called: `客${++n}` }
      const answer = await served.hub.submit(kiosk, { tappedAt: clock.now(), outbox: 'o1', n, command })
      if (answer.ok) acknowledged.push(n)
      return answer
    }
    expect(await walkIn()).toMatchObject({ ok: true })

    const filler = join(disk.folder, 'filler')
    fill(filler)
    expect(await walkIn()).toMatchObject({ ok: false, refusal: { refused: 'unavailable' } })
    expect(served.hub.health.status).toBe('storage-failed')
    // It looks again and again; while nothing can be kept it is not well.
    const seen = new Set<string>()
    for (let look = 0; look < 4; look++) {
      const looks = hub.errors().length
      await vi.waitFor(async () => {
        await clock.turn(6000)
        expect(hub.errors().length).toBeGreaterThan(looks)
      }, wait)
      seen.add(served.hub.health.status)
    }
    expect([...seen]).toEqual(['storage-failed'])
    expect(await walkIn()).toMatchObject({ ok: false })

    await rm(filler)
    await vi.waitFor(async () => {
      await clock.turn(6000)
      expect(served.hub.health.status).toBe('ok')
    }, wait)
    expect(await walkIn()).toMatchObject({ ok: true })
    await hub.stop()
    const journaled = (await readWholeJournal(folder)).flatMap(({ command }) =>
      command.outbox === 'o1' ? [command.n] : [],
    )
    expect(journaled).toEqual(acknowledged)
    expect(acknowledged).toEqual([1, 4])
  }, 60_000)
})

/** To the last block: what is left over is still room for a record. */
function fill(path: string): void {
  const file = openSync(path, 'w')
  try {
    for (const size of [1024 * 1024, 4096, 512]) writeUntilFull(file, Buffer.alloc(size, 1))
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

function writeUntilFull(file: number, block: Buffer): void {
  try {
    for (;;) writeSync(file, block)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
  }
}
