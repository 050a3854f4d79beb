/** The three things that can be asked of a journal. Each answers the exit code. */
import { join } from 'node:path'
import * as v from 'valibot'
import { loadCheckpoint } from '../../hub/checkpoint/checkpoint.ts'
import { cutBack } from '../../hub/checkpoint/cut-back.ts'
import { isRepairRefusal, planRepair } from '../../hub/journal/repair.ts'
import { verifyJournal } from '../../hub/journal/verify.ts'
import { type Files, StoreFailed } from '../../hub/ports.ts'
import { createIds } from '../../hub/system/ids.ts'
import { acquireLock, isLocked } from '../../hub/system/lock.ts'
import { readSecret } from '../../hub/system/secrets.ts'
import type { JournalOptions, PrintFilter } from './options.ts'
import { printJournal } from './print.ts'
import { noKey, noSeq, noVenue, repaired, repairRefused, verified } from './words.ts'

export interface At {
  readonly files: Files
  /** The data folder. */
  readonly folder: string
  readonly say: (text: string) => void
}

const sound = 0
const damaged = 1
const tornEnd = 3

export async function verify({ files, folder, say }: At): Promise<number> {
  await timeZoneOf(files, folder)
  // Before the journal: while a hub runs, what it adds meanwhile lies behind what the checkpoint knows.
  const checkpoint = await loadCheckpoint(files, join(folder, 'checkpoint.json'))
  const report = await verifyJournal({
    files,
    folder: join(folder, 'journal'),
    key: await keyOf(files, folder),
    ...(checkpoint && { anchor: checkpoint.anchor }),
  })
  say(verified(report, await isLocked(files, join(folder, 'lock'))))
  return report.findings.length === 0 ? sound : report.ok ? tornEnd : damaged
}

export async function repair(
  { files, folder, say }: At,
  { to, evenSound }: Pick<JournalOptions, 'to' | 'evenSound'>,
): Promise<number> {
  await timeZoneOf(files, folder)
  if (to === undefined) throw new Error(noSeq)
  const key = await keyOf(files, folder)
  const lock = await acquireLock({ files, folder: join(folder, 'lock'), ids: createIds() }).catch(error => {
    throw error instanceof StoreFailed && error.code === 'locked' ? new Error(repairRefused.running) : error
  })
  try {
    const plan = await planRepair({ files, folder: join(folder, 'journal'), key }, to)
    if (isRepairRefusal(plan)) throw new Error(words(plan))
    if (plan.soundLines > 0 && !evenSound) throw new Error(repairRefused.sound(plan))
    const result = await cutBack({ files, folder, key }, plan)
    if ('why' in result) throw new Error(repairRefused['needs-checkpoint'](result))
    say(repaired({ to, kept: result.kept }))
    return sound
  } finally {
    await lock.release()
  }
}

export async function printAll({ files, folder, say }: At, filter: PrintFilter): Promise<number> {
  const timeZone = await timeZoneOf(files, folder)
  for await (const text of printJournal({ files, folder: join(folder, 'journal'), timeZone }, filter)) say(text)
  return sound
}

function words(refusal: Exclude<Awaited<ReturnType<typeof planRepair>>, { to: number }>): string {
  switch (refusal.why) {
    case 'nothing-to-cut':
      return repairRefused['nothing-to-cut'](refusal)
    case 'not-sound':
      return repairRefused['not-sound'](refusal)
    case 'inside-batch':
      return repairRefused['inside-batch'](refusal)
    case 'empty':
    case 'other-key':
    case 'newer-version':
      return repairRefused[refusal.why]
  }
}

const Venue = v.object({ value: v.object({ timeZone: v.string() }) })

/** Throws where there is no venue: a mistyped folder is no sound journal. */
async function timeZoneOf(files: Files, folder: string): Promise<string> {
  const content = await files.read(join(folder, 'venue.json'))
  if (!content) throw new Error(noVenue(folder))
  return v.parse(v.pipe(v.string(), v.parseJson(), Venue), content.toString('utf8')).value.timeZone
}

async function keyOf(files: Files, folder: string): Promise<Buffer> {
  const path = join(folder, 'secrets', 'journal.key')
  const key = await readSecret(files, path, 32)
  if (!key) throw new Error(noKey(path))
  return key
}
