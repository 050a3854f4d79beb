/** Opening a journal that may have been left in the middle of a write. */
import { join } from 'node:path'
import { type DroppedTail, type DurableFile, type Files, type JournalAnchor, StoreFailed } from '../ports.ts'
import { genesis, type LineCodec, type StoredLine } from './line.ts'
import {
  type DayFile,
  endIn,
  endOfText,
  type Fault,
  hasLaterBatch,
  holdsAnchor,
  lineNumber,
  type Scan,
  scanDay,
  startOf,
} from './scan.ts'

export interface JournalPlace {
  readonly files: Files
  readonly folder: string
  readonly codec: LineCodec
}

export interface Recovered {
  /** The place after the last complete batch. */
  readonly end: JournalAnchor
  /** The day file that writing goes on in; undefined when there is none yet. */
  readonly current: OpenDay | undefined
  readonly dropped: DroppedTail | undefined
  /** What came after the anchor, oldest first; undefined where it begins nowhere: it would be all there ever was. */
  readonly lines: readonly StoredLine[] | undefined
}

export interface OpenDay {
  readonly name: string
  readonly file: DurableFile
  /** Bytes written so far. */
  readonly offset: number
}

/**
 * Verifies what came after `after` (everything, without it) and makes the end of the journal fit to go on.
 *
 * The unit of acknowledgement is a batch, so it is the unit of recovery: a batch that is not whole was never acknowledged
 * and is dropped whole. The cut bytes are kept in `cut/`. If a line of a later batch follows the damage, the damaged batch
 * had been acknowledged: that is loss or tampering, and opening stops loudly.
 */
export async function recoverJournal(place: JournalPlace, after: JournalAnchor | undefined): Promise<Recovered> {
  const found = after && after.file !== '' ? await recoverEnd(place, after) : undefined
  return found ?? recoverWhole(place, after)
}

/**
 * A full night is 40 MB, of which a start wants what came after the checkpoint: what lies before is verified by each backup.
 * Undefined where anything is amiss.
 */
async function recoverEnd(place: JournalPlace, after: JournalAnchor): Promise<Recovered | undefined> {
  const [first, ...younger] = (await listDays(place)).filter(name => name >= after.file)
  if (first !== after.file) return undefined
  const days = [await loadDay(place, first, after.offset - lineEnd)]
  for (const name of younger) days.push(await loadDay(place, name))
  if (!days[0] || !holdsAnchor(days[0], after)) return undefined
  const lines: StoredLine[] = []
  const { end, last, fault } = walk(days, after, place.codec, batch => lines.push(...batch))
  return fault
    ? undefined
    : { end, current: last && (await reopen(place, last.day, last.scan)), dropped: undefined, lines }
}

/** The same from all of the day files that the anchor leaves. */
export async function recoverWhole(place: JournalPlace, after: JournalAnchor | undefined): Promise<Recovered> {
  const days = await loadDays(place, after?.file ?? '')
  let start = after ?? emptyAnchor
  if (start.file === '') {
    const oldest = days.find(({ bytes }) => endOfText(bytes) > 0)
    start = (oldest && startOf(oldest)) ?? start
  } else {
    requireAnchor(place, days[0], start)
  }
  const lines: StoredLine[] | undefined = after && after.file !== '' ? [] : undefined
  const { end, last, fault } = walk(days, start, place.codec, batch => lines?.push(...batch))
  if (last && fault) return { ...(await dropTail(place, days.slice(last.at), last.scan, fault)), lines }
  return { end, current: last && (await reopen(place, last.day, last.scan)), dropped: undefined, lines }
}

/** Day by day along the chain; `last` is the youngest, or the one with the fault. */
function walk(
  days: readonly DayFile[],
  start: JournalAnchor,
  codec: LineCodec,
  whole: (batch: readonly StoredLine[]) => void,
) {
  let end = start
  let last: { readonly at: number; readonly day: DayFile; readonly scan: Scan } | undefined
  for (const [at, day] of days.entries()) {
    const scan = scanDay(day, end, codec, whole)
    end = scan.end
    last = { at, day, scan }
    if (scan.fault) break
  }
  return { end, last, fault: last?.scan.fault }
}

export const emptyAnchor: JournalAnchor = { seq: 0, batch: 0, mac: genesis, file: '', offset: 0 }

export const dayFile = /^\d{4}-\d{2}-\d{2}\.ndjson$/

/** Names of the day files, oldest first. */
export async function listDays({ files, folder }: Omit<JournalPlace, 'codec'>): Promise<string[]> {
  return (await files.list(folder)).filter(name => dayFile.test(name))
}

/** `from`: of what lies before it only the first line is wanted. */
export async function loadDay(
  { files, folder }: Omit<JournalPlace, 'codec'>,
  name: string,
  from = 0,
): Promise<DayFile> {
  const path = join(folder, name)
  if (from <= firstLineFits) return { name, bytes: (await files.read(path)) ?? Buffer.alloc(0) }
  const bytes = (await files.readAround(path, { from: firstLineFits, to: from })) ?? Buffer.alloc(0)
  return bytes.subarray(0, firstLineFits).includes(10) ? { name, bytes, from } : loadDay({ files, folder }, name)
}

/** Bytes: far more than a line is long. */
const firstLineFits = 65_536
/** Of the line that the anchor stands behind, by which it is known: bytes, and more than enough. */
const lineEnd = 256

async function loadDays(place: JournalPlace, from: string): Promise<DayFile[]> {
  const names = (await listDays(place)).filter(name => name >= from)
  return Promise.all(names.map(name => loadDay(place, name)))
}

/** The checkpoint remembers a line: if it is not there, facts that were acknowledged are gone. */
function requireAnchor(place: JournalPlace, day: DayFile | undefined, anchor: JournalAnchor) {
  if (day?.name === anchor.file && holdsAnchor(day, anchor)) return
  throw new StoreFailed(
    'damaged',
    join(place.folder, anchor.file),
    `line ${anchor.seq}, which the checkpoint continues from, is missing; restore data/ as a whole from the backup`,
  )
}

/** Cuts everything from the first damaged batch on, after making sure that none of it was acknowledged. */
async function dropTail(
  place: JournalPlace,
  [day, ...younger]: DayFile[],
  scan: Scan,
  fault: Fault,
): Promise<Omit<Recovered, 'lines'>> {
  if (!day) throw new Error('a fault without a day file')
  refuseLoss(place, day, younger, scan.end, fault)
  const { end } = scan
  const cutFrom = endIn(day, end)
  const tails = [day.bytes.subarray(cutFrom), ...younger.map(({ bytes }) => bytes)]
  const cut = Buffer.concat(tails.map(bytes => bytes.subarray(0, endOfText(bytes))))
  const keptAs = await keepCut(place, `${day.name}.${end.seq + 1}`, cut)
  // Youngest first: whatever the moment of a crash, what is left is still one chain and a torn end.
  for (const { name } of [...younger].reverse()) await place.files.remove(join(place.folder, name))
  const current = await reopen(place, day, scan)
  current.file.truncate(cutFrom)
  return { end, current, dropped: { file: day.name, line: lineNumber(day.bytes, cutFrom), bytes: cut.length, keptAs } }
}

/** Under a name that nothing is kept under yet; answers its path. */
export async function keepCut({ files, folder }: JournalPlace, name: string, cut: Uint8Array): Promise<string> {
  const kept = join(folder, 'cut')
  await files.makeFolder(kept)
  const taken = new Set(await files.list(kept))
  let free = name
  for (let again = 2; taken.has(free); again++) free = `${name}-${again}`
  await files.replace(join(kept, free), cut)
  return join(kept, free)
}

function refuseLoss(place: JournalPlace, day: DayFile, younger: DayFile[], end: JournalAnchor, fault: Fault) {
  const path = join(place.folder, day.name)
  const line = lineNumber(day.bytes, fault.offset)
  if (fault.kind === 'newer-format') {
    throw new StoreFailed('newer-version', path, 'written by a newer hub: install that one')
  }
  if (fault.kind === 'other-key') {
    throw new StoreFailed('damaged', path, 'written with another key: restore journal.key from the backup', { line })
  }
  const torn = end.batch + 1
  if (hasLaterBatch(day.bytes, endIn(day, end), torn) || younger.some(({ bytes }) => hasLaterBatch(bytes, 0, torn))) {
    const detail = `changed or lost after it was written; intact up to seq ${end.seq}: restore this file from the backup`
    throw new StoreFailed('damaged', path, detail, { line })
  }
}

/**
 * Opens the last day file and writes its last batch once more: if the sync of that write failed, the disk may lack what
 * the system's cache shows, and no later sync would tell.
 */
async function reopen(place: JournalPlace, day: DayFile, { end, lastFrom }: Scan): Promise<OpenDay> {
  const file = place.files.openDurable(join(place.folder, day.name))
  const offset = endIn(day, end)
  if (offset > lastFrom) file.writeDurably(day.bytes.subarray(lastFrom, offset), lastFrom)
  return { name: day.name, file, offset }
}
