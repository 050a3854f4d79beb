/** Cutting a damaged journal back to where it is sound, on a person's word: what is cut is kept, what is sound is not cut unasked. */
import { join } from 'node:path'
import type { Files } from '../ports.ts'
import { createLineCodec, decodeLine } from './line.ts'
import { type JournalPlace, keepCut, listDays, loadDay } from './recover.ts'
import { type DayFile, endOfText, lineAt, scanDay, startOf } from './scan.ts'

/** What a repair would do. */
export interface RepairPlan {
  /** The last line that stays. */
  readonly to: number
  /** The oldest line there is. */
  readonly firstSeq: number
  /** The last line that could stay: up to here the chain holds. */
  readonly soundTo: number
  /** Whole lines of the chain that would go. */
  readonly soundLines: number
  readonly cuts: readonly { readonly day: string; readonly from: number; readonly bytes: Buffer }[]
}

export type RepairRefusal =
  | { readonly why: 'nothing-to-cut'; readonly soundTo: number }
  /** Line `to` is damaged itself, or not there. */
  | { readonly why: 'not-sound'; readonly soundTo: number }
  /** Line `to` was written together with others: `before` and `after` are where a cut may be. */
  | { readonly why: 'inside-batch'; readonly before: number; readonly after: number }
  | { readonly why: 'other-key' | 'newer-version' | 'empty' }

interface Options {
  readonly files: Files
  readonly folder: string
  readonly key: Uint8Array
}

/** Looks, and changes nothing. */
export async function planRepair(options: Options, to: number): Promise<RepairPlan | RepairRefusal> {
  const codec = createLineCodec(options.key)
  const days = await loadAll({ ...options, codec })
  const oldest = days.find(({ bytes }) => endOfText(bytes) > 0)
  const start = oldest && startOf(oldest)
  if (!start) return { why: 'empty' }
  let end = start
  let fault: ReturnType<typeof scanDay>['fault']
  for (const day of days) {
    const scan = scanDay(day, end, codec)
    ;({ end, fault } = scan)
    if (fault) break
  }
  if (fault?.kind === 'other-key') return { why: 'other-key' }
  if (fault?.kind === 'newer-format') return { why: 'newer-version' }
  if (to > end.seq || to <= start.seq) return { why: 'not-sound', soundTo: end.seq }
  if (to === end.seq && !fault) return { why: 'nothing-to-cut', soundTo: end.seq }
  const place = findPlace(days, to)
  if (!place) return { why: 'not-sound', soundTo: end.seq }
  if ('before' in place) return { why: 'inside-batch', ...place }
  const younger = days.slice(days.indexOf(place.day))
  const cuts = younger.flatMap(day => {
    const from = day === place.day ? place.offset : 0
    const bytes = day.bytes.subarray(from, Math.max(from, endOfText(day.bytes)))
    return day === place.day && bytes.length === 0 ? [] : [{ day: day.name, from, bytes }]
  })
  return { to, firstSeq: start.seq + 1, soundTo: end.seq, soundLines: end.seq - to, cuts }
}

/**
 * Cuts; answers where what was cut is kept. Nobody else may use the folder meanwhile. What a crash leaves in the middle of it
 * is a shorter chain with a damaged end: the same repair once more.
 */
export async function carryOut(options: Options, { to, cuts }: RepairPlan): Promise<string[]> {
  const place = { ...options, codec: createLineCodec(options.key) }
  const kept: string[] = []
  for (const { day, bytes } of cuts) kept.push(await keepCut(place, `${day}.${to + 1}`, bytes))
  for (const { day, from } of [...cuts].reverse()) {
    const path = join(options.folder, day)
    if (from === 0) await options.files.remove(path)
    else await truncate(options.files, path, from)
  }
  return kept
}

export const isRepairRefusal = (plan: RepairPlan | RepairRefusal): plan is RepairRefusal => 'why' in plan

async function truncate(files: Files, path: string, size: number): Promise<void> {
  const file = files.openDurable(path)
  try {
    file.truncate(size)
  } finally {
    file.close()
  }
}

const loadAll = async (place: JournalPlace): Promise<DayFile[]> => {
  const days: DayFile[] = []
  for (const name of await listDays(place)) days.push(await loadDay(place, name))
  return days
}

interface Place {
  readonly day: DayFile
  readonly offset: number
}

/** Just after line `seq`, which the chain holds; or the ends of the batches on both sides of it. */
function findPlace(days: readonly DayFile[], seq: number): Place | { before: number; after: number } | undefined {
  let before = 0
  let isPast = false
  for (const day of days) {
    const written = endOfText(day.bytes)
    for (let offset = 0; offset < written; ) {
      const { bytes, next = written } = lineAt(day.bytes, offset, written)
      const line = decodeLine(bytes)
      if (!line) return undefined
      offset = next
      if (line.left > 0) {
        isPast ||= line.seq === seq
        continue
      }
      if (line.seq === seq) return { day, offset }
      if (isPast) return { before, after: line.seq }
      before = line.seq
    }
  }
  return undefined
}
