import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Complaint, Outcome } from '../../shared/protocol/words.ts'
import { createLowdbDocuments } from '../documents/lowdb-documents.ts'
import type { Event } from '../domain/events.ts'
import type { History } from '../domain/member/member.ts'
import type { Documents } from '../ports.ts'
import { createMemoryFiles } from '../system/memory-files.ts'
import { createHistories, type Histories } from './histories.ts'

/** Three people in two shards, one of whom was written down twice, and again. */
const people = ['m1-a', 'm1-b', 'm2-a', 'm2-b'] as const

const closed = (visit: string, members: readonly string[], spend: number): Event => ({
  type: 'VisitClosed',
  visit,
  room: 'v01',
  members,
  openedAt: Number(visit.slice(1)),
  effectiveSpend: spend,
  drunk: [],
  sung: [],
})

const resolvedLater = (complaint: Complaint, outcome: Outcome): Event => ({
  type: 'RequestResolved',
  request: 'q',
  staff: 'mei',
  outcome,
  gone: { visit: 'v1', members: ['m1-a', 'm1-b', 'm2-a'], complaint },
})

type Step =
  | { readonly do: 'close'; readonly who: readonly number[]; readonly spend: number }
  | { readonly do: 'merge'; readonly kept: number; readonly gone: number }
  | { readonly do: 'look'; readonly who: number }
  | { readonly do: 'settle' }
  | { readonly do: 'crash'; readonly after: number }

const who = fc.nat({ max: people.length - 1 })
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    fc.record({
      do: fc.constant('close' as const),
      who: fc.uniqueArray(who, { minLength: 1 }),
      spend: fc.nat({ max: 99 }),
    }),
    fc.record({ do: fc.constant('merge' as const), kept: who, gone: who }),
    fc.record({ do: fc.constant('look' as const), who }),
    fc.record({ do: fc.constant('settle' as const) }),
    // In the middle of a settle, when so many documents were saved.
    fc.record({ do: fc.constant('crash' as const), after: fc.nat({ max: 4 }) }),
  ),
  { minLength: 4, maxLength: 25 },
)

function mortal(documents: Documents, left: { saves: number }): Documents {
  return {
    ...documents,
    async open(name, parse, empty) {
      const document = await documents.open(name, parse, empty)
      return {
        get value() {
          return document.value
        },
        async save(value) {
          if (left.saves <= 0) throw new Error('killed')
          left.saves -= 1
          await document.save(value)
        },
      }
    },
  }
}

it('of two members who are one add up once, wherever the hub was killed', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async all => {
      const files = createMemoryFiles()
      const facts: Event[] = []
      const left = { saves: Number.POSITIVE_INFINITY }
      // What each evening came to, counted by hand.
      const seen = new Map(people.map(id => [id as string, new Map<string, number>()]))
      const alive = new Set<string>(people)
      let settled = 0
      let documents = createLowdbDocuments({ files, folder: 'data' })
      let histories: Histories = createHistories(mortal(documents, left))
      const happen = (event: Event) => {
        facts.push(event)
        histories.learn(event, { seq: facts.length })
      }
      const start = async () => {
        await documents.close()
        documents = createLowdbDocuments({ files, folder: 'data' })
        left.saves = Number.POSITIVE_INFINITY
        histories = createHistories(mortal(documents, left))
        histories.heed(facts.slice(settled).map((event, index) => ({ seq: settled + index + 1, events: [event] })))
      }
      for (const step of all) {
        if (step.do === 'close') {
          const members = step.who.map(index => people[index] ?? '').filter(id => alive.has(id))
          const visit = `v${facts.length + 1}`
          for (const id of members) seen.get(id)?.set(visit, step.spend)
          happen(closed(visit, members, step.spend))
        } else if (step.do === 'merge') {
          const [kept = '', gone = ''] = [people[step.kept], people[step.gone]]
          if (kept === gone || !alive.has(kept) || !alive.has(gone)) continue
          alive.delete(gone)
          for (const [visit, spend] of seen.get(gone) ?? []) seen.get(kept)?.set(visit, spend)
          seen.delete(gone)
          happen({ type: 'MembersMerged', kept, gone, rev: 2 })
        } else if (step.do === 'look') {
          await histories.load(people[step.who] ?? '')
        } else if (step.do === 'settle') {
          await histories.settle()
          settled = facts.length
        } else {
          left.saves = step.after
          const done = await histories.settle().then(
            () => true,
            () => false,
          )
          // Everything was written, and the checkpoint that would say so was not.
          expect(done || left.saves === 0).toBe(true)
          await start()
        }
      }
      await histories.settle()
      for (const id of people) {
        const history = await histories.load(id)
        const own = seen.get(id) ?? new Map<string, number>()
        expect(history.visits.map(({ visit }) => visit).sort()).toEqual([...own.keys()].sort())
        expect(history.totals).toEqual({
          visits: own.size,
          spend: [...own.values()].reduce((sum, one) => sum + one, 0),
        })
      }
      await documents.close()
    }),
    { numRuns: 1000 },
  )
})

it('of a member that are no history are refused, and stay as they are beside those of others', async () => {
  const files = createMemoryFiles()
  const path = 'data/histories/m1.json'
  const broken = { member: 'm1-b', visits: 'many' }
  const whole = { member: 'm1-a', visits: [], totals: { visits: 3, spend: 30 } }
  await files.replace(path, JSON.stringify({ version: 1, value: { seq: 1, rows: [broken, whole] } }))
  const documents = createLowdbDocuments({ files, folder: 'data' })
  const histories = createHistories(documents)
  await expect(histories.load('m1-b')).rejects.toMatchObject({ code: 'unreadable', path: 'histories/m1-b' })
  histories.learn(closed('v7', ['m1-a'], 5), { seq: 7 })
  await histories.settle()
  const { value } = JSON.parse((await files.read(path))?.toString() ?? '')
  expect(value).toMatchObject({ seq: 7, rows: [broken, { member: 'm1-a', totals: { visits: 4, spend: 35 } }] })
  await documents.close()
})

it('have what was done about a complaint after its guests were gone, in their evening and for no other complaint', async () => {
  const files = createMemoryFiles()
  const lines: { seq: number; events: Event[] }[] = [
    { ...closed('v1', ['m1-a', 'm1-b', 'm2-b'], 5), complaint: { category: 'audio' } } as const,
    { type: 'MembersMerged', kept: 'm2-a', gone: 'm2-b', rev: 2 } as const,
    { type: 'MemberErased', member: 'm1-b', rev: 2 } as const,
    resolvedLater('noise', 'explained'),
    resolvedLater('audio', 'fixed'),
    resolvedLater('audio', 'comped'),
    closed('v2', ['m1-a'], 5),
  ].map((event, index) => ({ seq: index + 1, events: [event] }))
  const told = async (from: number) => {
    const documents = createLowdbDocuments({ files, folder: 'data' })
    const histories = createHistories(documents)
    histories.heed(lines.slice(from))
    await histories.settle()
    const [a, b, c] = [await histories.load('m1-a'), await histories.load('m1-b'), await histories.load('m2-a')]
    await documents.close()
    return [a, b, c].map(({ visits }) => visits.map(({ visit, complaint }) => [visit, complaint?.outcome]))
  }
  const known = [
    [
      ['v1', 'comped'],
      ['v2', undefined],
    ],
    [],
    [['v1', 'comped']],
  ]
  expect(await told(0)).toEqual(known)
  for (const [from] of lines.entries()) expect(await told(from)).toEqual(known)
})

it('have in them what the disk lacks as soon as their shard is there, and the others when they have caught up', async () => {
  const files = createMemoryFiles()
  const documents = createLowdbDocuments({ files, folder: 'data' })
  const histories = createHistories(documents)
  const visitsOf = ({ visits }: History) => visits.map(({ visit }) => visit)
  histories.heed([
    { seq: 1, events: [closed('v1', ['m1-a', 'm2-a'], 5)] },
    { seq: 2, events: [{ type: 'MemberErased', member: 'm1-b', rev: 2 }, closed('v2', ['m1-a'], 5)] },
    { seq: 3, events: [{ type: 'MembersMerged', kept: 'm2-a', gone: 'm2-b', rev: 2 }] },
    { seq: 4, events: [closed('v4', ['m2-a'], 5)] },
  ])
  expect(visitsOf(await histories.load('m1-a'))).toEqual(['v1', 'v2'])
  expect(visitsOf(histories.get('m1-a'))).toEqual(['v1', 'v2'])
  await histories.catchUp()
  expect(visitsOf(histories.get('m1-a'))).toEqual(['v1', 'v2'])
  expect(histories.get('m2-a')).toMatchObject({ totals: { visits: 2, spend: 10 }, merged: ['m2-b'] })
  await documents.close()
})

it('that are damaged keep nothing from others: their facts are passed over, told once, and they stay as they are', async () => {
  const files = createMemoryFiles()
  const broken = { member: 'm1-b', visits: 'many' }
  const row = (member: string) => ({ member, visits: [], totals: { visits: 3, spend: 30 } })
  const put = (name: string, rows: readonly unknown[]) =>
    files.replace(`data/histories/${name}.json`, JSON.stringify({ version: 1, value: { seq: 1, rows } }))
  await put('m1', [broken, row('m1-a')])
  await put('m2', [row('m2-a'), row('m2-b')])
  await files.replace('data/histories/m3.json', 'torn')
  const documents = createLowdbDocuments({ files, folder: 'data' })
  const told: string[] = []
  const histories = createHistories(documents, { passedOver: ({ path }) => void told.push(path) })
  histories.heed([
    { seq: 2, events: [closed('v2', ['m1-b', 'm1-a'], 5)] },
    { seq: 3, events: [{ type: 'MembersMerged', kept: 'm1-b', gone: 'm2-a', rev: 2 }] },
    { seq: 4, events: [{ type: 'MembersMerged', kept: 'm2-b', gone: 'm1-b', rev: 2 }] },
    { seq: 5, events: [closed('v5', ['m3-a', 'm2-a'], 5)] },
    { seq: 6, events: [closed('v6', ['m1-b', 'm1-a'], 5)] },
  ])
  await expect(histories.load('m1-b')).rejects.toMatchObject({ code: 'unreadable' })
  await histories.catchUp()
  await histories.settle()
  expect(told).toEqual(['histories/m1-b', 'data/histories/m3.json'])
  expect(histories.get('m1-a').totals).toEqual({ visits: 5, spend: 40 })
  expect(histories.get('m2-a').totals).toEqual({ visits: 4, spend: 35 })
  expect(histories.get('m2-b').totals).toEqual({ visits: 3, spend: 30 })
  const { value } = JSON.parse((await files.read('data/histories/m1.json'))?.toString() ?? '')
  expect(value).toMatchObject({ seq: 6, rows: [broken, { member: 'm1-a' }] })
  expect((await files.read('data/histories/m3.json'))?.toString()).toBe('torn')
  await documents.close()
})
