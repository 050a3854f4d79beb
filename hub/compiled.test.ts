/** Given a program in one file, when it is loaded, then it is that program, whatever was kept of it or of another. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { keepCompiled, loadCompiled } from './compiled.ts'

let base = ''
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'changming-compiled-'))
})
afterEach(() => rm(base, { recursive: true, force: true }))

const program = () => join(base, 'program.cjs')
const written = (drink: string) =>
  writeFile(
    program(),
    `const { basename } = require('node:path')\nexports.main = () => '${drink} ' + basename(__filename)`,
  )
function ran() {
  const { exports, asKept } = loadCompiled(program())
  return [(exports as { main(): string }).main(), asKept ? 'as kept' : 'compiled anew']
}

it('is that program, compiled before or not', async () => {
  await written('tea')
  expect(ran()).toEqual(['tea program.cjs', 'compiled anew'])
  keepCompiled(program())
  expect(ran()).toEqual(['tea program.cjs', 'as kept'])
})

it('is not the one before, though it be as long, and though nobody compiled it anew', async () => {
  await written('tea')
  keepCompiled(program())
  await written('rum')
  expect(ran()).toEqual(['rum program.cjs', 'compiled anew'])
})

it.each([0, 20, 40, 400])('is that program where only %i bytes of what was kept are left', async left => {
  await written('tea')
  keepCompiled(program())
  const kept = await readFile(`${program()}.compiled`)
  expect(kept.length).toBeGreaterThan(400)
  await writeFile(`${program()}.compiled`, kept.subarray(0, left))
  expect(ran()).toEqual(['tea program.cjs', 'compiled anew'])
})

it('is that program whichever byte of what was kept is another now', async () => {
  await written('tea')
  keepCompiled(program())
  const kept = await readFile(`${program()}.compiled`)
  for (let at = 0; at < kept.length; at += 7) {
    const changed = Buffer.from(kept)
    changed[at] = (changed[at] ?? 0) ^ 0x40
    await writeFile(`${program()}.compiled`, changed)
    expect(ran()).toEqual(['tea program.cjs', 'compiled anew'])
  }
})
