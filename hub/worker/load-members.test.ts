/** Given members and histories on the disk of which some are damaged, when all are read at a start, then the others are found. */
import { expect, it } from 'vitest'
import { createLowdbDocuments } from '../documents/lowdb-documents.ts'
import { furnish, memberId } from '../furnish.testing.ts'
import { createMemoryFiles } from '../memory-files.ts'
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
  expect((await index).search('li', 50).map(({ id }) => id)).toContain(li)
  // Who stands at the door does not wait for what everybody drank.
  expect(told).toEqual([`members/${wang}`, 'data/members/m2.json'])
  await statistics()
  expect(told).toEqual([`members/${wang}`, 'data/members/m2.json', `histories/${li}`])
})
