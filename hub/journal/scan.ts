/** Walks a day file line by line along the chain, up to its end or the first damage. */
import type { JournalAnchor } from '../ports.ts'
import { decodeHead, decodeLine, journalFormat, type LineCodec, lineStart, macOf, type StoredLine } from './line.ts'

export interface DayFile {
  readonly name: string
  /** All of it; where `from` is given, the beginning with the first line in it, zeroes, and from there on the rest. */
  readonly bytes: Buffer
  readonly from?: number
}

/** `damage`: unreadable bytes, a link that does not fit, a line out of order, a batch cut short. */
export type Fault = { readonly kind: 'damage' | 'newer-format' | 'other-key'; readonly offset: number }

export interface Scan {
  /** The place after the last complete batch, in this file or one before it. What follows it is damaged or belongs to batch `end.batch + 1`, which never got whole. */
  readonly end: JournalAnchor
  /** Where that batch begins in this file. */
  readonly lastFrom: number
  readonly fault: Fault | undefined
}

/**
 * Follows the chain from `start` if that is a place in this file, else from the file's head, which must take up `start.mac`.
 * `whole` is told the lines of each batch that is complete.
 */
export function scanDay(
  file: DayFile,
  start: JournalAnchor,
  codec: LineCodec,
  whole: (batch: readonly StoredLine[]) => void = () => undefined,
): Scan {
  const written = endOfText(file.bytes)
  let offset = endIn(file, start)
  let lastFrom = offset
  let { mac } = start
  let end = start
  const head = decodeHead(lineAt(file.bytes, 0, written).bytes)
  if (head && head.format > journalFormat) return { end, lastFrom, fault: { kind: 'newer-format', offset: 0 } }
  if (head && head.key !== codec.keyName) return { end, lastFrom, fault: { kind: 'other-key', offset: 0 } }

  let batch: StoredLine[] = []
  while (offset < written) {
    const { bytes, next } = lineAt(file.bytes, offset, written)
    const line = next === undefined || !codec.isLinked(bytes, mac) ? undefined : decodeLine(bytes)
    if (!line || next === undefined || !follows(line, batch.at(-1), end) || (offset === 0 && line.head?.prev !== mac)) {
      return { end, lastFrom, fault: { kind: 'damage', offset } }
    }
    offset = next
    mac = macOf(bytes) ?? mac
    batch.push(line)
    if (line.left === 0) {
      lastFrom = endIn(file, end)
      end = { seq: line.seq, batch: line.batch, mac, file: file.name, offset }
      whole(batch)
      batch = []
    }
  }
  return { end, lastFrom, fault: batch.length > 0 ? { kind: 'damage', offset } : undefined }
}

/** How far this file is good when the chain is good up to `end`. */
export function endIn(file: DayFile, end: JournalAnchor): number {
  return end.file === file.name ? end.offset : 0
}

/** Whether a whole line of a batch after `batch` lies anywhere past `from`: then the damage before it is no torn write. */
export function hasLaterBatch(bytes: Buffer, from: number, batch: number): boolean {
  for (let at = bytes.indexOf(lineStart, from); at >= 0; at = bytes.indexOf(lineStart, at + 1)) {
    const line = decodeLine(lineAt(bytes, at, bytes.length).bytes)
    if (line && line.batch > batch) return true
  }
  return false
}

/** Where the chain starts when all that is known are the files: the oldest one's head is taken at its word. */
export function startOf(file: DayFile): JournalAnchor | undefined {
  const { bytes } = lineAt(file.bytes, 0, endOfText(file.bytes))
  const line = decodeLine(bytes)
  if (!line?.head) return undefined
  return { seq: line.seq - 1, batch: line.batch - 1, mac: line.head.prev, file: '', offset: 0 }
}

/** Whether the line that the anchor stands behind is where it was. */
export function holdsAnchor(day: DayFile, anchor: JournalAnchor): boolean {
  const line = day.bytes.subarray(0, anchor.offset)
  // Of the line no more than its end is looked at: what lies before may not be there.
  return line.length === anchor.offset && line.at(-1) === 10 && macOf(line.subarray(0, -1)) === anchor.mac
}

/** Length without the zeroes that the file was grown by. */
export function endOfText(bytes: Buffer): number {
  let end = bytes.length
  while (end > 0 && bytes[end - 1] === 0) end--
  return end
}

/** The number, from 1, of the line that starts at `offset`. */
export function lineNumber(bytes: Buffer, offset: number): number {
  let lines = 1
  for (let at = bytes.indexOf(10); at >= 0 && at < offset; at = bytes.indexOf(10, at + 1)) lines++
  return lines
}

/** The line at `offset` without its line break, and where the next begins; `next` is undefined for a line that has no end. */
export function lineAt(bytes: Buffer, offset: number, written: number): { bytes: Buffer; next: number | undefined } {
  const lineBreak = bytes.indexOf(10, offset)
  if (lineBreak < 0 || lineBreak >= written) return { bytes: bytes.subarray(offset, written), next: undefined }
  return { bytes: bytes.subarray(offset, lineBreak), next: lineBreak + 1 }
}

function follows(line: StoredLine, open: StoredLine | undefined, end: JournalAnchor): boolean {
  if (line.batch !== end.batch + 1) return false
  return open ? line.seq === open.seq + 1 && line.left === open.left - 1 : line.seq === end.seq + 1
}
