import { expect, it } from 'vitest'
import type { JournalLine } from '../../hub/ports.ts'
import { type Outcome, type Read, spoilLastRecords } from './campaign.ts'
import { readAsHub, readTrustingly, writeJournals } from './journals.ts'

const facts = Array.from(
  { length: 6 },
  (_, at): JournalLine<unknown> => ({
    seq: at + 1,
    batch: at + 1,
    at: 1_800_000_000_000 + at,
    command: { type: 'AddSong', outbox: 'o1', n: at + 1 },
    by: { device: 'd1-panelv06' },
    events: [{ type: 'EntryAdded', visit: 'v1', entry: `e${at}`, song: '晚风' }],
    answer: { entry: `e${at}` },
  }),
)

/** Every so-manieth byte: `npm run torn` spoils each. */
async function run(read: Read, every: number): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const written of await writeJournals(facts)) outcomes.push(...(await spoilLastRecords(written, read, every)))
  return outcomes
}

it('whatever of the last three records is lost or changed, an exact prefix is read or none at all', async () => {
  const outcomes = await run(readAsHub, 17)
  expect(outcomes.flatMap(({ wrong }) => wrong)).toEqual([])
  for (const kind of ['prefixes', 'refusals'] as const)
    expect(outcomes.reduce((sum, outcome) => sum + outcome[kind], 0)).toBeGreaterThan(30)
})

it('a reader that trusts what it finds is caught', async () => {
  const wrong = (await run(readTrustingly, 17)).filter(({ wrongCases }) => wrongCases > 0)
  expect(wrong.map(({ damage }) => damage)).toContain('flipped')
})
