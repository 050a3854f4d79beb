import { describe, expect, it } from 'vitest'
import { createFaultyFiles } from '../system/faulty-files.testing.ts'
import { createMemoryFiles } from '../system/memory-files.ts'
import { loadCheckpoint, saveCheckpoint } from './checkpoint.ts'

const path = 'data/checkpoint.json'
const anchor = { seq: 7, batch: 3, mac: 'm', file: '2026-11-23.ndjson', offset: 912 }
const checkpoint = { seq: 7, anchor, state: { rooms: [['v08', { party: 4 }]] } }

const encoded = { ...checkpoint, state: [Buffer.from(JSON.stringify(checkpoint.state))] }

describe('the checkpoint', () => {
  it('is absent at first, then what was saved', async () => {
    const files = createMemoryFiles()
    expect(await loadCheckpoint(files, path)).toBeUndefined()
    await saveCheckpoint(files, path, encoded)
    expect(await loadCheckpoint(files, path)).toEqual(checkpoint)
  })

  it('stays the old one when saving fails', async () => {
    const { files, failAt } = createFaultyFiles(createMemoryFiles)
    await saveCheckpoint(files, path, encoded)
    failAt('rename')
    await expect(saveCheckpoint(files, path, { ...encoded, seq: 8 })).rejects.toMatchObject({ code: 'write-failed' })
    expect((await loadCheckpoint(files, path))?.seq).toBe(7)
  })

  it.each([
    ['{"version":2,"new":true}', 'newer-version'],
    ['{"version":1,"seq":7}', 'unreadable'],
    ['{"version":1', 'unreadable'],
    ['', 'unreadable'],
  ])('that says %j is refused as %s', async (content, code) => {
    const files = createMemoryFiles()
    files.disk.set(path, Buffer.from(content))
    await expect(loadCheckpoint(files, path)).rejects.toMatchObject({ name: 'StoreFailed', code, path })
  })
})
