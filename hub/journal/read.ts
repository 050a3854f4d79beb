/** Reading journaled lines back, oldest first. */
import { join } from 'node:path'
import * as v from 'valibot'
import { nextSteps, type Refusal, refusalCodes } from '../../shared/protocol/refusals.ts'
import { type JournalAnchor, type JournalLine, StoreFailed } from '../ports.ts'
import { decodeLine, type StoredLine } from './line.ts'
import { type JournalPlace, listDays, loadDay } from './recover.ts'
import { type DayFile, endOfText, lineAt, startOf } from './scan.ts'

const KeptRefusal: v.GenericSchema<unknown, Refusal> = v.strictObject({
  refused: v.picklist(refusalCodes),
  next: v.picklist(nextSteps),
  waitMs: v.exactOptional(v.number()),
  about: v.exactOptional(v.string()),
})

/**
 * Lines with `after < seq <= end.seq`. Only day files that may hold such lines are read, from the youngest backwards.
 * Throws StoreFailed 'damaged' when older files that would be needed were removed, 'unreadable' when an event is unknown.
 */
export async function* readLines<E>(
  place: JournalPlace,
  { after, end }: { after: number; end: JournalAnchor },
  parseEvent: (raw: unknown) => E,
): AsyncGenerator<JournalLine<E>> {
  let expected = after + 1
  const { names, first } = await daysHolding(place, expected, end)
  for (const name of names) {
    const loaded = name === first?.name ? first : await loadDay(place, name)
    const written = name === end.file ? end.offset : endOfText(loaded.bytes)
    const wanted = name === end.file ? end.seq - expected + 1 : undefined
    let day = loaded
    let start = startAmong(day, written, expected, wanted)
    // The last lines, longer than lines are, begin where it was not looked at.
    if (day.from !== undefined && start.offset <= day.from) {
      day = await loadDay(place, name)
      start = startAmong(day, written, expected, wanted)
    }
    for (const { stored, at } of storedLines(place, day, written, start)) {
      if (stored.seq < expected) continue
      if (stored.seq > expected) throw missing(place, name, expected)
      expected++
      yield toLine(stored, parseEvent, join(place.folder, name), at)
    }
  }
  if (expected <= end.seq) throw missing(place, end.file, expected)
}

/**
 * The lines of one business day (such as 2026-11-23) up to `upTo`, oldest first; none where that day has no file. For who only
 * reads: the hub that writes has verified the chain, and what it has not finished writing is beyond `upTo`.
 */
export async function* readDay<E>(
  place: Omit<JournalPlace, 'codec'>,
  { day, upTo }: { day: string; upTo: number },
  parseEvent: (raw: unknown) => E,
): AsyncGenerator<JournalLine<E>> {
  const name = `${day}.ndjson`
  if (!(await listDays(place)).includes(name)) return
  const loaded = await loadDay(place, name)
  for (const { stored, at } of storedLines(place, loaded, endOfText(loaded.bytes))) {
    if (stored.seq > upTo) return
    yield toLine(stored, parseEvent, join(place.folder, name), at)
  }
}

interface Days {
  readonly names: readonly string[]
  /** The first of them, which is loaded already. */
  readonly first?: DayFile
}

async function daysHolding(place: JournalPlace, seq: number, end: JournalAnchor): Promise<Days> {
  if (seq > end.seq) return { names: [] }
  const names = (await listDays(place)).filter(name => name <= end.file)
  for (let at = names.length - 1; at >= 0; at--) {
    const name = names[at] ?? ''
    const first = await loadDay(place, name, name === end.file ? end.offset - (end.seq - seq + 1) * longLine : 0)
    const start = startOf(first)
    if (start && start.seq < seq) return { names: names.slice(at), first }
  }
  return { names }
}

const firstLine = { offset: 0, at: 1 }
/** Bytes, some five times what a line has. */
const longLine = 2048

/** A full night is 40 MB, of which a start wants the `last` lines: what comes before is passed over without a look into it. */
function startAmong(day: DayFile, written: number, expected: number, last: number | undefined) {
  const known = Math.max(0, expected - 1 - (startOf(day)?.seq ?? expected))
  const offset = last !== undefined && known > 0 ? lastLines(day.bytes, written, last) : 0
  return offset > 0 ? { offset, at: known + 1 } : firstLine
}

/** Where the last so many lines begin. */
function lastLines(bytes: Buffer, written: number, lines: number): number {
  let offset = written
  for (let left = lines; left > 0 && offset > 1; left--) offset = bytes.lastIndexOf(10, offset - 2) + 1
  return offset
}

function* storedLines(place: Omit<JournalPlace, 'codec'>, day: DayFile, written: number, first = firstLine) {
  let { offset, at } = first
  for (; offset < written; at++) {
    const { bytes, next } = lineAt(day.bytes, offset, written)
    const stored = decodeLine(bytes)
    if (!stored || next === undefined) {
      throw new StoreFailed('damaged', join(place.folder, day.name), 'not a line of the journal', { line: at })
    }
    offset = next
    yield { stored, at }
  }
}

/** Throws for what another version wrote. */
export function toJournalLine<E>(stored: StoredLine, parseEvent: (raw: unknown) => E): JournalLine<E> {
  const { left, head, refusal, ...rest } = stored
  const events = stored.events.map(parseEvent)
  return { ...rest, events, ...(refusal !== undefined && { refusal: v.parse(KeptRefusal, refusal) }) }
}

function toLine<E>(stored: StoredLine, parseEvent: (raw: unknown) => E, path: string, line: number): JournalLine<E> {
  try {
    return toJournalLine(stored, parseEvent)
  } catch (error) {
    throw new StoreFailed('unreadable', path, `seq ${stored.seq}: ${String(error)}`, { line, cause: error })
  }
}

function missing(place: JournalPlace, name: string, seq: number): StoreFailed {
  return new StoreFailed('damaged', join(place.folder, name), `seq ${seq} is missing before this file's lines`)
}
