import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { compileHub } from './compile-hub.ts'

it('is compiled as the hub is started: V8 leaves aside what was made with other flags', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'compile-hub-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const launch = join(folder, 'launch.mjs')
  const tag = `import { writeFileSync } from 'node:fs'
writeFileSync(${JSON.stringify(join(folder, 'said'))}, JSON.stringify([process.execArgv, process.argv.slice(2)]))`
  await writeFile(launch, tag)
  const flags = ['--v8-pool-size=1', '--max-semi-space-size=8']
  await compileHub(launch, flags)
  const [given, asked] = JSON.parse(await readFile(join(folder, 'said'), 'utf8'))
  expect([given, asked]).toEqual([flags, ['--compile']])
})
