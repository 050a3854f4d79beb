/** Given members and histories on the disk of which some are damaged, when all are read at a start, then the others are found. */
import { expect, it } from 'vitest'
import { createLowdbDocuments } from '../documents/lowdb-documents.ts'
import type { Files } from '../ports.ts'
import { failureOf } from '../system/files.ts'
import { createMemoryFiles } from '../system/memory-files.ts'
import { furnish, memberId } from '../whole/furnish.testing.ts'
import { loadMembers } from './load-members.ts'

it('finds everybody but those who are damaged, and names these', async () => {
  const files = createMemoryFiles()
  await furnish(files)
  const path = 'data/members/m1.json'
  const document = JSON.parse((await files.read(path))?.toString() ?? '')
  const [wang, li] = [memberId('wang'), memberId('li')]
  for (const row of document.value.rows) if (row.id === wang) row.versions[0].value = 'torn'
  await files.replace(path, JSON.stringify(document))
  await files.replace('data/members/m2.json', 'torn')
  await files.replace(
    'data/histories/m1.json',
    JSON.stringify({ version: 1, value: { seq: 1, rows: [{ member: li }] } }),
  )
  const told: string[] = []
  const { index, statistics } = loadMembers(
    createLowdbDocuments({ files, folder: 'data' }),
    ({ path: where }) => void told.push(where),
  )
  expect((await index()).search('li', 50).map(({ id }) => id)).toContain(li)
  // Who stands at the door does not wait for what everybody drank.
  expect(told).toEqual([`members/${wang}`, 'data/members/m2.json'])
  await statistics()
  expect(told).toEqual([`members/${wang}`, 'data/members/m2.json', `histories/${li}`])
})

it('reads its members again where the disk could not be read at the first time: nobody is a stranger until the next start', async () => {
  const files = createMemoryFiles()
  await furnish(files)
  const { documents, mend } = unreadable(files, 'data/members/')
  const { index } = loadMembers(documents, () => undefined)
  await expect(index()).rejects.toThrow('EIO')
  mend()
  expect((await index()).search('li', 50).map(({ id }) => id)).toContain(memberId('li'))
})

it('counts again what everybody drank where the disk could not be read for a moment', async () => {
  const files = createMemoryFiles()
  await furnish(files)
  const [wang, li] = [memberId('wang'), memberId('li')]
  const row = (member: string) => ({ member, visits: [], totals: { visits: 0, spend: 0 } })
  const shard = { version: 1, value: { seq: 1, rows: [row(wang), row(li)] } }
  await files.replace('data/histories/m1.json', JSON.stringify(shard))
  const { documents, mend } = unreadable(files, 'data/histories/')
  const { statistics } = loadMembers(documents, () => undefined)
  await expect(statistics()).rejects.toThrow('EIO')
  mend()
  const counted = statistics()
  expect(statistics()).toBe(counted)
  await expect(counted).resolves.toEqual(
    await loadMembers(createLowdbDocuments({ files, folder: 'data' }), () => undefined).statistics(),
  )
})

/** Until it is mended nothing below `folder` can be read. */
function unreadable(files: Files, folder: string) {
  let broken = true
  const read = async (path: string) => {
    if (broken && path.startsWith(folder)) throw failureOf(path, new Error('EIO: i/o error, read'))
    return files.read(path)
  }
  return {
    documents: createLowdbDocuments({ folder: 'data', files: { ...files, read } }),
    mend() {
      broken = false
    },
  }
}
