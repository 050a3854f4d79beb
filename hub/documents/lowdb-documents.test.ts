import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createFaultyFiles } from '../system/faulty-files.testing.ts'
import { createNodeFiles } from '../system/files.ts'
import { createMemoryFiles } from '../system/memory-files.ts'
import { documentsContract, noNote, parseNote } from './documents.contract.testing.ts'
import { createLowdbDocuments } from './lowdb-documents.ts'

const temp = mkdtempSync(join(tmpdir(), 'changming-documents-'))
afterAll(() => rmSync(temp, { recursive: true }))
let trials = 0

documentsContract('lowdb on a real disk', () => {
  const { files, failAt } = createFaultyFiles(createNodeFiles)
  const folder = join(temp, String(trials++))
  return { open: () => createLowdbDocuments({ files, folder }), failNext: () => failAt('sync') }
})

function testDocuments() {
  const { inner, steps } = createFaultyFiles(createMemoryFiles)
  return { disk: inner.disk, steps, documents: createLowdbDocuments({ files: inner, folder: 'data' }) }
}

describe('the file of a document', () => {
  it('names its version', async () => {
    const { disk, documents } = testDocuments()
    await (await documents.open('venue', parseNote, noNote)).save({ text: 'a' })
    expect(disk.get('data/venue.json')?.toString()).toBe('{"version":1,"value":{"text":"a"}}')
  })

  it('is left alone when a newer hub wrote it', async () => {
    const { disk, documents } = testDocuments()
    disk.set('data/venue.json', Buffer.from('{"version":2,"value":{}}'))
    const opening = documents.open('venue', parseNote, noNote)
    await expect(opening).rejects.toMatchObject({ code: 'newer-version', path: 'data/venue.json' })
  })

  it.each(['', '{"version":1', '[]', '{"version":1,"value":{"text":7}}', '{"value":{"text":"a"}}'])(
    'is unreadable as %j, and can be opened once it was mended',
    async content => {
      const { disk, documents } = testDocuments()
      disk.set('data/venue.json', Buffer.from(content))
      const opening = documents.open('venue', parseNote, noNote)
      await expect(opening).rejects.toMatchObject({ code: 'unreadable', path: 'data/venue.json' })
      disk.set('data/venue.json', Buffer.from('{"version":1,"value":{"text":"a"}}'))
      expect((await documents.open('venue', parseNote, noNote)).value).toEqual({ text: 'a' })
    },
  )

  it('is written once for all that is saved while a write is under way', async () => {
    const { steps, documents } = testDocuments()
    const venue = await documents.open('venue', parseNote, noNote)
    const first = venue.save({ text: '0' })
    await Promise.resolve()
    await Promise.all([first, ...Array.from({ length: 50 }, (_, index) => venue.save({ text: `${index}` }))])
    expect(steps.filter(step => step.startsWith('rename'))).toHaveLength(2)
  })

  it('holds a falsy value too', async () => {
    const { documents } = testDocuments()
    const count = await documents.open('count', Number, () => 5)
    await count.save(0)
    await documents.close()
    expect((await documents.open('count', Number, () => 5)).value).toBe(0)
  })
})
