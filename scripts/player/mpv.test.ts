import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { createFakeMpv, fakePid } from './fake-mpv.testing.ts'
import { createMachine, type MachineDeps } from './mpv.ts'

const wait = { timeout: 10_000, interval: 20 }

async function machineBeside(left?: Parameters<typeof createFakeMpv>[1], pace?: MachineDeps['pace']) {
  const folder = await mkdtemp(join(tmpdir(), 'cm-mpv-'))
  const ipc = process.platform === 'win32' ? `\\\\.\\pipe\\cm-${process.pid}-${Date.now()}` : join(folder, 's')
  const fake = await createFakeMpv(ipc, left)
  const said: string[] = []
  const machine = createMachine({
    mpv: join(folder, 'no-such-program'),
    args: [],
    ipc,
    started: (entry, lengthMs, voices) => void said.push(`started ${entry} ${lengthMs}${voices ? ' voices' : ''}`),
    ended: entry => void said.push(`ended ${entry}`),
    broken: (entry, why) => void said.push(`broken ${entry} ${why}`),
    trouble: what => void said.push(what),
    ...(pace && { pace }),
    kill(pid) {
      said.push(`kill ${pid === fakePid}`)
      fake.die()
    },
  })
  onTestFinished(async () => {
    await machine.stop()
    await fake.stop()
    await rm(folder, { recursive: true, force: true })
  })
  const hears = (...expected: string[]) => vi.waitFor(() => expect(said).toEqual(expected), wait)
  return { fake, machine, said, hears }
}

it('plays a file, says that it began and how long it is, and when it ended', async () => {
  const { fake, machine, hears } = await machineBeside()
  machine.play('e1', '/a.mp4')
  await hears('started e1 180000')
  fake.end('eof')
  await hears('started e1 180000', 'ended e1')
  expect(fake.done).toEqual(['/a.mp4'])
})

it('says nothing of a file that was taken off, and what mpv says of one that will not play', async () => {
  const { fake, machine, hears } = await machineBeside()
  machine.play('e1', '/a.mp4')
  await hears('started e1 180000')
  machine.play('e2', '/b.mp4')
  await hears('started e1 180000', 'started e2 180000')
  fake.end('error')
  await hears('started e1 180000', 'started e2 180000', 'broken e2 no sound')
})

it('goes on where it was when mpv died, and gives up a file at which it dies again and again', async () => {
  const { fake, machine, said } = await machineBeside()
  machine.play('e1', '/a.mp4')
  await vi.waitFor(() => expect(said).toHaveLength(1), wait)
  // Long enough to have asked where it is.
  await vi.waitFor(
    () => {
      if (!said.some(one => one.startsWith('broken'))) fake.die()
      expect(said).toContain('broken e1 mpv died')
    },
    { timeout: 15_000, interval: 1500 },
  )
  expect(said.filter(one => one === 'died')).toHaveLength(3)
  expect(fake.done).toEqual(expect.arrayContaining(['/a.mp4', 'seek 12.5']))
}, 30_000)

it('notices one that is there and says nothing, ends it, and goes on where it was in the next', async () => {
  const { fake, machine, said } = await machineBeside(undefined, { askEveryMs: 60, answerMs: 250 })
  machine.play('e1', '/a.mp4')
  await vi.waitFor(() => expect(said).toEqual(['started e1 180000']), wait)
  await vi.waitFor(() => expect(fake.toldWhere).toBe(true), wait)
  fake.freeze()
  await vi.waitFor(
    () => expect(said).toEqual(['started e1 180000', 'frozen', 'kill true', 'died', 'started e1 180000']),
    wait,
  )
  expect(fake.done).toEqual(['/a.mp4', '/a.mp4', 'seek 12.5'])
})

it('plays what the guests sing themselves, and lets the singer be heard when they wish, in songs that have both', async () => {
  const { fake, machine, hears } = await machineBeside()
  fake.tracks = [
    { id: 1, type: 'audio', title: '原唱' },
    { id: 2, type: 'audio', title: '伴唱' },
  ]
  machine.play('e1', '/a.mkv')
  await hears('started e1 180000 voices')
  expect(fake.sound).toBe(2)
  machine.sing(true)
  await vi.waitFor(() => expect(fake.sound).toBe(1), wait)
  machine.play('e2', '/b.mkv')
  await hears('started e1 180000 voices', 'started e2 180000 voices')
  expect(fake.sound).toBe(1)
})

it('carries on, without a gap, what an mpv plays that outlived a crash of this program', async () => {
  const { fake, machine, hears } = await machineBeside({ entry: 'e1', file: '/a.mp4', idle: false })
  machine.play('e1', '/a.mp4')
  await hears('started e1 undefined')
  fake.end('eof')
  await hears('started e1 undefined', 'ended e1')
  expect(fake.done).toEqual([])
})

it('says that what ended while nobody listened has ended, and plays what is to be played instead of something else', async () => {
  const ended = await machineBeside({ entry: 'e1', file: '/a.mp4', idle: true })
  ended.machine.play('e1', '/a.mp4')
  await ended.hears('ended e1')
  const other = await machineBeside({ entry: 'e0', file: '/z.mp4', idle: false })
  other.machine.play('e1', '/a.mp4')
  await other.hears('started e1 180000')
  expect(other.fake.done).toEqual(['/a.mp4'])
})
