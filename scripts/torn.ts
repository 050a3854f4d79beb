/** `npm run torn`: the last three records of a journal spoilt at every byte; exact prefix or loud refusal, every time. */
import { createFileJournal } from '../hub/journal/file-journal.ts'
import type { JournalLine } from '../hub/ports.ts'
import { createMemoryFiles } from '../hub/system/memory-files.ts'
import { loadSecret } from '../hub/system/secrets.ts'
import { seedDemo } from './demo/seed.ts'
import { type Outcome, type Read, spoilLastRecords, type Written } from './torn/campaign.ts'
import { readAsHub, readTrustingly, writeJournals } from './torn/journals.ts'

const started = performance.now()
const journals = await writeJournals(await eveningFacts())
console.log(`\n  最后三条记录，每个字节 the last three records, every byte\n`)
const hub = await campaign('中枢 the hub', journals, readAsHub)
const control = await campaign('对照：不看链 control: no chain', journals, readTrustingly)
const ok = hub.wrong === 0 && hub.cases > 0 && control.wrong > 0
console.log(
  `\n  ${ok ? '✓' : '✗'} ${hub.cases} 例 cases, ${hub.wrong} 错 wrong; 对照抓到 the control was caught ${control.wrong}×   ${((performance.now() - started) / 1000).toFixed(1)} s\n`,
)
process.exitCode = ok ? 0 : 1

async function campaign(name: string, written: readonly Written[], read: Read) {
  console.log(`  ${name}`)
  const outcomes: Outcome[] = []
  for (const one of written) outcomes.push(...(await spoilLastRecords(one, read)))
  const sum = (of: (outcome: Outcome) => number, among = outcomes) => among.reduce((total, one) => total + of(one), 0)
  for (const { damage } of outcomes.slice(0, outcomes.length / written.length)) {
    const same = outcomes.filter(one => one.damage === damage)
    const [cases, prefixes, refusals] = [
      sum(one => one.cases, same),
      sum(one => one.prefixes, same),
      sum(one => one.refusals, same),
    ]
    console.log(
      `    ${damage.padEnd(16)} ${String(cases).padStart(6)}   前缀 prefix ${String(prefixes).padStart(6)}   拒绝 refused ${String(refusals).padStart(6)}   错 wrong ${sum(one => one.wrongCases, same)}`,
    )
  }
  const named = outcomes.flatMap(({ wrong }) => wrong).slice(0, 3)
  for (const one of named) console.log(`      ${one}`)
  return { cases: sum(one => one.cases), wrong: sum(one => one.wrongCases) }
}

/** What a real hub wrote in the demo's first hours. */
async function eveningFacts(): Promise<JournalLine<unknown>[]> {
  const files = createMemoryFiles()
  await seedDemo({ files, folder: 'data', now: Date.now(), members: 80, history: 'none', occupied: 0.2 })
  const journal = await createFileJournal<unknown>({
    files,
    folder: 'data/journal',
    key: await loadSecret(files, 'data/secrets/journal.key', 32),
    businessDay: () => '2026-11-20',
    parseEvent: event => event,
  }).open()
  const lines: JournalLine<unknown>[] = []
  for await (const line of journal.read(0)) lines.push(line)
  return lines
}
