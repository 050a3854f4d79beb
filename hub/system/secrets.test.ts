import { expect, it } from 'vitest'
import { createMemoryFiles } from './memory-files.ts'
import { loadSecret } from './secrets.ts'

it('makes a secret once and keeps it', async () => {
  const files = createMemoryFiles()
  const secret = await loadSecret(files, 'data/secrets/journal.key', 32)
  expect(secret).toHaveLength(32)
  expect(await loadSecret(files, 'data/secrets/journal.key', 32)).toEqual(secret)
  expect(await loadSecret(files, 'data/secrets/pepper', 32)).not.toEqual(secret)
})

it.each(['', 'short', 'a'.repeat(200)])('refuses a file that holds %j', async content => {
  const files = createMemoryFiles()
  files.disk.set('k', Buffer.from(content))
  await expect(loadSecret(files, 'k', 32)).rejects.toMatchObject({ name: 'StoreFailed', code: 'unreadable', path: 'k' })
})
