import { expect, it } from 'vitest'
import { createMemoryFiles } from '../system/memory-files.ts'
import { createHeldFiles } from './held-files.ts'

it('waits for what is under way, and lets nothing of the records change while it holds', async () => {
  const inner = createMemoryFiles()
  let finish: () => void = () => undefined
  const slow = {
    ...inner,
    async replace(path: string, content: string | Uint8Array) {
      if (path === 'slow') await new Promise<void>(resolve => (finish = resolve))
      await inner.replace(path, content)
    },
  }
  const { files, hold } = createHeldFiles(slow)
  const writing = files.replace('slow', 'before')
  const holding = hold()
  const later = Promise.all([files.replace('a', 'later'), files.remove('b')])
  finish()
  const release = await holding
  await writing
  expect([...inner.disk.keys()]).toEqual(['slow'])
  const again = hold()
  release()
  await later
  expect(inner.disk.get('a')?.toString()).toBe('later')
  ;(await again)()
})

it('holds after a change that failed, whose sender is told', async () => {
  const inner = createMemoryFiles(() => {
    throw new Error('no disk')
  })
  const { files, hold } = createHeldFiles(inner)
  const failing = files.replace('a', 'x')
  const release = await hold()
  release()
  await expect(failing).rejects.toThrow('no disk')
})
