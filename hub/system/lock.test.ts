import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { createNodeFiles } from './files.ts'
import { createIds } from './ids.ts'
import { acquireLock, createProcesses, holderOf, type ProcessMark } from './lock.ts'
import { createMemoryFiles } from './memory-files.ts'

/** A data folder, and hubs as processes that can be killed. */
function house() {
  const files = createMemoryFiles()
  const alive = new Set<number>()
  const processes = (pid: number) => ({
    self: async (): Promise<ProcessMark> => ({ pid, boot: 'b', started: '1' }),
    isAlive: async (mark: ProcessMark) => alive.has(mark.pid),
  })
  const lockAs = (pid: number) => {
    alive.add(pid)
    return acquireLock({ files, folder: 'data/lock', ids: createIds(), processes: processes(pid) })
  }
  return { files, lockAs, processes, kill: (pid: number) => alive.delete(pid) }
}

describe('the lock of a data folder', () => {
  it('keeps a second hub out until the first goes', async () => {
    const { lockAs } = house()
    const lock = await lockAs(1)
    await expect(lockAs(2)).rejects.toMatchObject({ name: 'StoreFailed', code: 'locked' })
    await lock.release()
    await lockAs(3)
  })

  it('says where the hub that holds it listens, while it lives', async () => {
    const { files, lockAs, kill, processes } = house()
    const holder = () => holderOf(files, 'data/lock', processes(9))
    expect(await holder()).toBeUndefined()
    const lock = await lockAs(1)
    expect(await holder()).toEqual({})
    const listening = { to: 'lan', host: '192.168.1.20', port: 4720, guestPort: 4721 } as const
    await lock.listens(listening)
    expect(await holder()).toEqual({ listening })
    await expect(lockAs(2)).rejects.toMatchObject({ code: 'locked' })
    kill(1)
    expect(await holder()).toBeUndefined()
  })

  it('keeps the same process out too', async () => {
    const { lockAs } = house()
    await lockAs(1)
    await expect(lockAs(1)).rejects.toMatchObject({ code: 'locked' })
  })

  it('of a killed hub is not in the way', async () => {
    const { files, lockAs, kill } = house()
    await lockAs(1)
    kill(1)
    await lockAs(2)
    expect(await files.list('data/lock')).toHaveLength(1)
  })

  it('that is no lock is not in the way', async () => {
    const { files, lockAs } = house()
    files.disk.set('data/lock/l1.json', Buffer.from('{"pid":'))
    await lockAs(1)
  })

  it('never lets in two that start at once', async () => {
    const { files, lockAs } = house()
    const outcomes = await Promise.allSettled([1, 2, 3].map(lockAs))
    const held = outcomes.filter(({ status }) => status === 'fulfilled').length
    expect(held).toBeLessThanOrEqual(1)
    expect(await files.list('data/lock')).toHaveLength(held)
  })
})

describe('processes', () => {
  const processes = createProcesses(createNodeFiles())

  it('know themselves', async () => {
    expect(await processes.isAlive(await processes.self())).toBe(true)
  })

  it('know one that was killed, and one that got a number again', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
    const mark = { ...(await processes.self()), pid: child.pid ?? 0 }
    expect(await processes.isAlive({ ...mark, started: 'earlier' })).toBe(false)
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(await processes.isAlive(mark)).toBe(false)
  })

  it.runIf(process.platform === 'linux')('know one that was killed, and that nobody asks after', async () => {
    // The shell becomes a program that never does.
    const parent = spawn('sh', ['-c', 'sleep 600 & echo $!; exec sleep 600'], { stdio: ['ignore', 'pipe', 'inherit'] })
    const pid = Number(await once(parent.stdout, 'data'))
    const files = createNodeFiles()
    const stat = async () => String(await files.read(`/proc/${pid}/stat`))
    const self = await processes.self()
    const mark = { ...self, pid, started: (await stat()).split(' ')[21] ?? '' }
    expect(await processes.isAlive(mark)).toBe(true)
    // As long as it is a shell it does ask.
    const program = async () => String(await files.read(`/proc/${parent.pid}/comm`)).trim()
    await expect.poll(program).toBe('sleep')
    process.kill(pid, 'SIGKILL')
    await expect.poll(stat).toMatch(/^\d+ \(.*\) Z /)
    expect(await processes.isAlive(mark)).toBe(false)
    parent.kill('SIGKILL')
    await once(parent, 'exit')
  })

  it.each([
    ['one that waits', 'S', 1, true],
    ['dead, not asked after', 'Z', 1, false],
    ['dead but for a thread that still writes', 'Z', 3, true],
    ['gone this very moment', 'X', 0, false],
  ])('tell by /proc %s', async (_, state, threads, alive) => {
    const files = createMemoryFiles()
    files.disk.set('/proc/sys/kernel/random/boot_id', Buffer.from('b\n'))
    const between = Array(13).fill('0').join(' ')
    const stat = `7 (a) b) ${state} 1 7 ${between} 0 ${threads} 0 4711 0`
    files.disk.set('/proc/7/stat', Buffer.from(stat))
    const elsewhere = createProcesses(files)
    expect(await elsewhere.isAlive({ pid: 7, boot: 'b', started: '4711' })).toBe(alive)
    // Another start of the machine, or another process with its number.
    expect(await elsewhere.isAlive({ pid: 7, boot: 'c', started: '4711' })).toBe(false)
    expect(await elsewhere.isAlive({ pid: 7, boot: 'b', started: '4710' })).toBe(false)
  })

  it('go by number and start of the machine where there is no /proc', async () => {
    const elsewhere = createProcesses(createMemoryFiles())
    const self = await elsewhere.self()
    expect(self.started).toBe('')
    expect(await elsewhere.isAlive(self)).toBe(true)
    expect(await elsewhere.isAlive({ ...self, boot: String(Number(self.boot) - 3_600_000) })).toBe(false)
    const child = spawn(process.execPath, ['-e', ''])
    await once(child, 'exit')
    expect(await elsewhere.isAlive({ ...self, pid: child.pid ?? 0 })).toBe(false)
  })
})
