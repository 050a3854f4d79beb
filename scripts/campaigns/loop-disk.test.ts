/** Linux and root: a trial that comes to nothing leaves nothing behind, whose disk nobody else would unmount. */
import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { inTemporaryFolder } from '../lib/at-the-latest.ts'
import { whyNoLoopDisk } from './loop-disk.ts'

const whyNot = await inTemporaryFolder('changming-trial', whyNoLoopDisk)
if (whyNot !== undefined) console.warn(`loop-disk.test: ${whyNot}`)

it.skipIf(whyNot !== undefined)('where the power cannot be cut its disk is not left mounted', async () => {
  await inTemporaryFolder('changming-uncut', async folder => {
    const perl = join(folder, 'perl')
    writeFileSync(perl, '#!/bin/sh\nexit 3\n')
    chmodSync(perl, 0o755)
    vi.stubEnv('PATH', `${folder}:${process.env.PATH}`)
    expect(await whyNoLoopDisk(folder)).toContain('perl ended with 3')
    vi.unstubAllEnvs()
    expect(readFileSync('/proc/mounts', 'utf8')).not.toContain(folder)
  })
})
