import { describe, expect, it } from 'vitest'
import { createLowdbDocuments } from '../documents/lowdb-documents.ts'
import { memberOf, venue } from '../domain/fixture.testing.ts'
import { createIds } from '../system/ids.ts'
import { createMemoryFiles } from '../system/memory-files.ts'
import { openHouseRecords, openVenue } from './house-records.ts'

type Committed = Parameters<typeof openHouseRecords>[0]['committed']

/** Wang whole, Li with a damaged past, Zhao damaged altogether, and a torn shard in which Mei was. */
async function openDamaged(passedOver?: (path: string) => void, committed: Committed = new Map()) {
  const files = createMemoryFiles()
  const put = (name: string, value: unknown) =>
    files.replace(`data/${name}.json`, JSON.stringify({ version: 1, value }))
  const row = (id: string) => ({ id, versions: [{ rev: 1, value: { ...memberOf(id, 'gold').member, id } }] })
  await put('venue', venue)
  await put('members/m1', {
    rows: [row('m1-wang'), row('m1-li'), { id: 'm1-zhao', versions: [{ rev: 1, value: 'torn' }] }],
  })
  await files.replace('data/members/m2.json', 'torn')
  const past = (member: string) => ({ member, visits: [], totals: { visits: 3, spend: 30 } })
  await put('histories/m1', { seq: 1, rows: [past('m1-wang'), { member: 'm1-li', visits: 'many' }, past('m1-zhao')] })
  const documents = createLowdbDocuments({ files, folder: 'data' })
  return openHouseRecords({
    venue: await openVenue(documents),
    documents,
    ids: createIds(),
    committed,
    visited: () => undefined,
    ...(passedOver && { passedOver: ({ path }) => passedOver(path) }),
  })
}

describe('of members of whom something is damaged', () => {
  it('a house that goes on knows what there is, and says each once', async () => {
    const told: string[] = []
    const records = await openDamaged(path => told.push(path))
    const loaded = async (id: string) => (await records.loadFacts(id))?.history.totals.visits
    for (let again = 0; again < 2; again++) {
      expect(await Promise.all(['m1-wang', 'm1-li', 'm1-zhao', 'm2-mei'].map(loaded))).toEqual([
        3,
        0,
        undefined,
        undefined,
      ])
      expect(records.facts('m1-wang')?.history.totals.visits).toBe(3)
      expect(records.facts('m1-li')).toMatchObject({ member: { id: 'm1-li' }, history: { visits: [] } })
      expect(records.facts('m1-zhao')).toBeUndefined()
    }
    expect(told).toHaveLength(3)
  })

  it('a house opens of which the journal says that one of them was saved last', async () => {
    const saved = new Map([['member', new Map([['m2-mei', 2]])] as const])
    const told: string[] = []
    const records = await openDamaged(path => told.push(path), saved)
    expect((await records.loadFacts('m1-wang'))?.history.totals.visits).toBe(3)
    expect(told).toHaveLength(1)
    await expect(openDamaged(undefined, saved)).rejects.toMatchObject({ code: 'unreadable' })
  })

  it('who looks whether all is well is told', async () => {
    const records = await openDamaged()
    await expect(records.loadFacts('m1-li')).rejects.toMatchObject({ code: 'unreadable' })
    await expect(records.loadFacts('m1-zhao')).rejects.toMatchObject({ code: 'unreadable' })
    await expect(records.loadFacts('m2-mei')).rejects.toMatchObject({ code: 'unreadable' })
  })
})
