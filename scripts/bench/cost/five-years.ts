/** A house that is five years old: what its members did in them, and a day file of the journal for every night. */
import { join } from 'node:path'
import { businessDayOf, type VenueClock } from '../../../hub/domain/business-day.ts'
import type { History, MemberFacts } from '../../../hub/domain/member/member.ts'
import { parseEvent } from '../../../hub/domain/parse-event.ts'
import { createFileJournal } from '../../../hub/journal/file-journal.ts'
import { createNodeFiles } from '../../../hub/system/files.ts'
import { loadSecret } from '../../../hub/system/secrets.ts'
import { demoMembers } from '../../demo/members/demo-members.ts'

const dayMs = 86_400_000
const twoYearsMs = 730 * dayMs
const fiveYearsMs = 1826 * dayMs
/** As the hub keeps them. */
const keptVisits = 200

/** The two years that the demo's members have, again and again. */
export const membersOfFiveYears = (count: number, today: number): MemberFacts[] =>
  demoMembers({ count, today, history: 'full' }).map(({ member, history }) => ({
    member,
    history: lengthened(history, today),
  }))

export function lengthened(history: History, today: number): History {
  const visits = [2, 1, 0]
    .flatMap(before =>
      history.visits.map(visit => ({ ...visit, visit: `${visit.visit}${before}`, at: visit.at - before * twoYearsMs })),
    )
    .filter(({ at }) => at > today - fiveYearsMs)
  return {
    ...history,
    visits: visits.slice(-keptVisits),
    totals: { visits: visits.length, spend: visits.reduce((sum, { spend }) => sum + spend, 0) },
  }
}

/** The last of `nights` is the one before `now`. One line each: what more there was of it no hub reads again. */
export async function writeNights(folder: string, clock: VenueClock, now: number, nights: number): Promise<void> {
  const files = createNodeFiles()
  const journal = await createFileJournal({
    files,
    folder: join(folder, 'journal'),
    key: await loadSecret(files, join(folder, 'secrets', 'journal.key'), 32),
    businessDay: at => businessDayOf(at, clock),
    parseEvent,
  }).open(undefined)
  for (let night = nights; night > 0; night--) {
    const at = now - night * dayMs
    const events = [{ type: 'DayRolled', day: businessDayOf(at, clock) } as const]
    const seq = journal.lastSeq + 1
    journal.append([{ seq, batch: seq, at, command: { type: 'RollDay' }, by: { system: true }, events, answer: {} }])
  }
  await journal.close()
}
