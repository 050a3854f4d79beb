import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { atTheLatest, inTemporaryFolder } from './at-the-latest.ts'

afterEach(() => vi.restoreAllMocks())

/** As Node does it on a signal: who listens for it ends the program, and what is to be done at its end is done. */
function interrupt(): readonly unknown[] {
  const said = vi.spyOn(console, 'error').mockReturnValue()
  const left = vi.spyOn(process, 'exit').mockImplementation(() => {
    throw new Error('left')
  })
  const [leave] = process.listeners('SIGTERM').slice(-1)
  expect(() => leave?.('SIGTERM')).toThrow('left')
  const atEnd = process.listeners('exit').filter(one => !before.has(one))
  for (const one of atEnd) one(0)
  return [left.mock.calls, said.mock.calls.flat().join()]
}
let before = new Set<unknown>()

it('a program that is told to stop takes away what it made, the last first, and says that there is no verdict', async () => {
  before = new Set(process.listeners('exit'))
  const listening = process.listenerCount('SIGTERM')
  const done: string[] = []
  let folder = ''
  await inTemporaryFolder('changming-interrupted', async own => {
    folder = own
    await writeFile(join(own, 'kept'), '')
    atTheLatest(() => done.push(`ended with its folder ${existsSync(own) ? 'there' : 'gone'}`))
    expect(interrupt()).toEqual([[[143]], expect.stringContaining('interrupted (SIGTERM), no verdict')])
    expect([...done, existsSync(own)]).toEqual(['ended with its folder there', false])
  })
  expect(existsSync(folder)).toBe(false)
  expect(done).toHaveLength(1)
  expect(process.listenerCount('SIGTERM')).toBe(listening)
})

it('what was done by then is not done again', () => {
  const work = vi.fn()
  const now = atTheLatest(work)
  now()
  now()
  expect(work).toHaveBeenCalledOnce()
})
