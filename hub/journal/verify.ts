/** A full look at the journal: every line of every day file, and each place where the chain does not hold. */
import { join } from 'node:path'
import type { Files, JournalAnchor } from '../ports.ts'
import {
  createLineCodec,
  decodeHead,
  decodeLine,
  journalFormat,
  type LineCodec,
  macOf,
  type StoredLine,
} from './line.ts'
import { emptyAnchor, listDays, loadDay } from './recover.ts'
import {
  type DayFile,
  endIn,
  endOfText,
  hasLaterBatch,
  holdsAnchor,
  lineAt,
  lineNumber,
  scanDay,
  startOf,
} from './scan.ts'

export interface JournalReport {
  /** Nothing found, or only a torn end, which the next start cuts. */
  readonly ok: boolean
  readonly days: number
  /** Readable lines. */
  readonly lines: number
  /** 0 when there is none. More than 1: older files were removed, as retention allows. */
  readonly firstSeq: number
  readonly lastSeq: number
  /** In the order of the files, {@link mostFindings} at most. */
  readonly findings: readonly JournalFinding[]
}

export interface JournalFinding {
  readonly kind: FindingKind
  /** Path of the day file. */
  readonly path: string
  /** From 1; of `lines-missing` the line after the gap, of `cut-short` the line that should be there. */
  readonly line: number
  /** Where that line begins, in bytes from the start of the file. */
  readonly offset: number
}

/** `cut-short`: what the checkpoint continued from is no longer there. `torn-end`: an append that a crash interrupted. */
export type FindingKind =
  | 'unreadable'
  | 'changed'
  | 'lines-missing'
  | 'other-key'
  | 'newer-version'
  | 'torn-end'
  | 'cut-short'

const mostFindings = 100

/** Reads everything and changes nothing. With the checkpoint's anchor a journal that lost its end is found too. */
export async function verifyJournal(options: {
  readonly files: Files
  readonly folder: string
  readonly key: Uint8Array
  readonly anchor?: JournalAnchor
}): Promise<JournalReport> {
  const place = { files: options.files, folder: options.folder, codec: createLineCodec(options.key) }
  const names = await listDays(place)
  const walk: Walk = { codec: place.codec, lines: 0, firstSeq: 0, last: undefined, mac: undefined, findings: [] }
  for (const name of names) {
    const day = await loadDay(place, name)
    const isYoungest = name === names.at(-1)
    const torn = isYoungest ? findTornEnd(day, place.codec) : undefined
    // What the checkpoint continues from was whole once: that is no append which a crash interrupted.
    const tornFrom = torn !== undefined && torn < soundOnce(day, options.anchor) ? undefined : torn
    walkDay(day, join(options.folder, name), tornFrom ?? endOfText(day.bytes), walk)
    const at = (offset: number): Where => ({
      path: join(options.folder, name),
      line: lineNumber(day.bytes, offset),
      offset,
    })
    if (tornFrom !== undefined) report(walk, 'torn-end', at(tornFrom))
    if (name === options.anchor?.file && !holdsAnchor(day, options.anchor))
      report(walk, 'cut-short', at(options.anchor.offset))
  }
  if (options.anchor && options.anchor.file !== '' && !names.includes(options.anchor.file))
    report(walk, 'cut-short', { path: join(options.folder, options.anchor.file), line: 1, offset: 0 })
  return {
    ok: walk.findings.every(({ kind }) => kind === 'torn-end'),
    days: names.length,
    lines: walk.lines,
    firstSeq: walk.firstSeq,
    lastSeq: walk.last?.seq ?? 0,
    findings: walk.findings,
  }
}

interface Walk {
  readonly codec: LineCodec
  readonly findings: JournalFinding[]
  lines: number
  firstSeq: number
  last: StoredLine | undefined
  /** The link as the line before has it, right or wrong, so that one damage is not reported for every line after it. */
  mac: string | undefined
}

function walkDay(day: DayFile, path: string, written: number, walk: Walk) {
  const head = decodeHead(lineAt(day.bytes, 0, written).bytes)
  const start: Where = { path, line: 1, offset: 0 }
  if (head && head.format > journalFormat) return report(walk, 'newer-version', start)
  if (head && head.key !== walk.codec.keyName) return report(walk, 'other-key', start)
  for (let offset = 0, line = 1; offset < written; line++) {
    const { bytes, next } = lineAt(day.bytes, offset, written)
    checkLine(bytes, { path, line, offset }, walk)
    offset = next ?? written
  }
}

function checkLine(bytes: Buffer, at: Where, walk: Walk) {
  const startsFile = at.offset === 0
  const line = decodeLine(bytes)
  if (!line) {
    walk.mac = undefined
    return report(walk, 'unreadable', at)
  }
  // After an unreadable line only a file's head tells what the next one hangs on.
  const prev = startsFile ? line.head?.prev : walk.mac
  if (walk.last && line.seq !== walk.last.seq + 1 && walk.mac !== undefined) report(walk, 'lines-missing', at)
  else if (startsFile && walk.mac !== undefined && prev !== walk.mac) report(walk, 'lines-missing', at)
  else if ((startsFile || walk.mac !== undefined) && !walk.codec.isLinked(bytes, prev ?? ''))
    report(walk, 'changed', at)
  walk.lines++
  if (walk.lines === 1) walk.firstSeq = line.seq
  walk.last = line
  walk.mac = macOf(bytes)
}

const soundOnce = (day: DayFile, anchor: JournalAnchor | undefined): number => (anchor ? endIn(day, anchor) : 0)

function findTornEnd(day: DayFile, codec: LineCodec): number | undefined {
  const start = startOf(day) ?? emptyAnchor
  const { end, fault } = scanDay(day, start, codec)
  const from = endIn(day, end)
  return fault?.kind === 'damage' && !hasLaterBatch(day.bytes, from, end.batch + 1) ? from : undefined
}

type Where = Omit<JournalFinding, 'kind'>

function report(walk: Walk, kind: FindingKind, at: Where) {
  if (walk.findings.length < mostFindings) walk.findings.push({ kind, ...at })
}
