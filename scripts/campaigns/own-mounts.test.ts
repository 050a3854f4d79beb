/** Linux and root: what a campaign mounts is its own, and a program that takes other people's mounts along cannot hold it. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { inTemporaryFolder } from '../lib/at-the-latest.ts'
import { whyNoOwnMounts, withOwnMounts } from './own-mounts.ts'

const whyNot = await whyNoOwnMounts()
if (whyNot !== undefined) console.warn(`own-mounts.test: ${whyNot}`)
const mountsOf = (process: number | 'self') => readFileSync(`/proc/${process}/mounts`, 'utf8')

it.skipIf(whyNot !== undefined)('what is mounted in there nobody else sees, or takes along', async () => {
  await inTemporaryFolder('changming-mounts', async folder => {
    const [disk, ready, over] = [join(folder, 'disk'), join(folder, 'ready'), join(folder, 'over')]
    mkdirSync(disk)
    const script =
      'mount -t tmpfs none "$1" && echo 1 >"$1/kept" && echo 1 >"$2"; until [ -e "$3" ]; do sleep 0.02; done'
    const ended = withOwnMounts('sh', ['-c', script, 'sh', disk, ready, over])
    await vi.waitFor(() => expect(existsSync(ready)).toBe(true), { timeout: 10_000 })
    // As `ip netns exec` does it: with a copy of all that is mounted just then.
    const other = spawn('unshare', ['--mount', '--propagation', 'slave', 'sh', '-c', 'echo ready; read _'])
    await once(other.stdout, 'data')
    const seen = mountsOf(other.pid ?? 0) + mountsOf('self')
    other.stdin.end('\n')
    writeFileSync(over, '')
    expect(await ended).toBe(0)
    expect(seen).not.toContain(disk)
    expect(readdirSync(disk)).toEqual([])
  })
})
