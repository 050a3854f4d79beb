/** The journal on disk: one ndjson file per business day, one chain of keyed hashes through all of them. */
import { join } from 'node:path'
import {
  type Files,
  type Journal,
  type JournalAnchor,
  type JournalLine,
  type JournalStore,
  StoreFailed,
} from '../ports.ts'
import { requireContiguous } from './contiguous.ts'
import { createLineCodec, type FileHead, journalFormat } from './line.ts'
import { readLines, toJournalLine } from './read.ts'
import { dayFile, type JournalPlace, type OpenDay, type Recovered, recoverJournal } from './recover.ts'

export interface FileJournalOptions<E> {
  readonly files: Files
  /** The folder of the day files, such as `data/journal`; made when absent. */
  readonly folder: string
  /** 32 bytes. */
  readonly key: Uint8Array
  /** The business day (such as `2026-11-23`) of a time in ms since the epoch. */
  readonly businessDay: (at: number) => string
  /** Turns what a line holds into an event, or throws. */
  readonly parseEvent: (raw: unknown) => E
}

export function createFileJournal<E>(options: FileJournalOptions<E>): JournalStore<E> {
  const place = { files: options.files, folder: options.folder, codec: createLineCodec(options.key) }
  return {
    async open(after) {
      await place.files.makeFolder(place.folder)
      return openJournal(options, place, { ...(await recoverJournal(place, after)), after: after?.seq })
    },
  }
}

function openJournal<E>(
  options: FileJournalOptions<E>,
  place: JournalPlace,
  recovered: Recovered & { readonly after: number | undefined },
): Journal<E> {
  let { end } = recovered
  /** What opening went through: a start reads that next, and once. */
  let { lines: fresh } = recovered
  let day = recovered.current
  let failure: StoreFailed | undefined
  let closed = false

  function append(lines: readonly JournalLine<E>[]) {
    if (closed) throw new Error('the journal is closed')
    if (failure) throw failure
    const [first] = lines
    if (!first) return
    fresh = undefined
    requireContiguous(lines, end)
    try {
      const today = options.businessDay(first.at)
      if (!day || today > day.name.slice(0, today.length)) day = openDayFile(today)
      const { text, mac } = encode(lines, day.offset === 0)
      const bytes = Buffer.from(text)
      day.file.writeDurably(bytes, day.offset)
      day = { ...day, offset: day.offset + bytes.length }
      end = { seq: end.seq + lines.length, batch: first.batch, mac, file: day.name, offset: day.offset }
      // After whoever waits for this was told.
      setImmediate(() => place.codec.expect(end.mac))
    } catch (error) {
      failure = error instanceof StoreFailed ? error : new StoreFailed('write-failed', place.folder, String(error))
      throw failure
    }
  }

  /** Days only go forward: a clock set back goes on in the younger file, so that the order of names stays the order of seq. */
  function openDayFile(wanted: string): OpenDay {
    day?.file.truncate(day.offset)
    day?.file.close()
    day = undefined
    const name = `${wanted}.ndjson`
    if (!dayFile.test(name)) throw new Error(`not a business day: ${wanted}`)
    return { name, file: place.files.openDurable(join(place.folder, name)), offset: 0 }
  }

  function encode(lines: readonly JournalLine<E>[], startsFile: boolean) {
    let text = ''
    let { mac } = end
    for (const [at, line] of lines.entries()) {
      const head: FileHead = { format: journalFormat, key: place.codec.keyName, prev: mac }
      const stored = { ...line, left: lines.length - 1 - at, ...(startsFile && at === 0 ? { head } : {}) }
      const encoded = place.codec.encode(stored, mac)
      text += encoded.text
      mac = encoded.mac
    }
    return { text, mac }
  }

  function read(after: number): AsyncIterable<JournalLine<E>> {
    const known = after === recovered.after ? knownLines() : undefined
    return known ? eachOf(known) : readLines(place, { after, end }, options.parseEvent)
  }

  /** Undefined as well where one of them is of another version: whoever reads it from the file says in which line. */
  function knownLines(): JournalLine<E>[] | undefined {
    const stored = fresh
    fresh = undefined
    try {
      return stored?.map(line => toJournalLine(line, options.parseEvent))
    } catch {
      return undefined
    }
  }

  return {
    append,
    read,
    get lastSeq() {
      return end.seq
    },
    get lastBatch() {
      return end.batch
    },
    anchor: (): JournalAnchor => end,
    dropped: recovered.dropped,
    async close() {
      if (!closed) day?.file.close()
      closed = true
    },
  }
}

async function* eachOf<T>(all: readonly T[]): AsyncGenerator<T> {
  yield* all
}
