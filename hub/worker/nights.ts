/** Nights told from the journal's day files, in the worker: a night of a hundred thousand facts keeps no tap waiting. */
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { NightReport, VisitSlip } from '../../shared/protocol/night-report.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import { parseEvent } from '../domain/parse-event.ts'
import { readDay } from '../journal/read.ts'
import { listDays } from '../journal/recover.ts'
import { createNightBook } from '../night/night-book.ts'
import { nightReport, undoneOf, untickedOf } from '../night/night-report.ts'
import { visitSlip } from '../night/visit-slip.ts'
import type { Files } from '../ports.ts'

/** `upTo`: the last fact that may be told; `startsAt`, `until`: the business day's bounds, ms. */
export interface NightAsked {
  readonly day: string
  readonly upTo: number
  readonly startsAt: number
  readonly until: number
}

export interface Nights {
  /** The business days that the journal still has, newest first. */
  days(): Promise<string[]>
  /** Undefined where the journal has no such day. Rejects with StoreFailed when it cannot be read. */
  report(asked: NightAsked): Promise<NightReport | undefined>
  slip(asked: NightAsked & { readonly visit: Id }): Promise<VisitSlip | undefined>
}

export function createNights(deps: { files: Files; folder: string }): Nights {
  const place = { files: deps.files, folder: join(deps.folder, 'journal') }
  const days = async () => (await listDays(place)).map(name => name.slice(0, day.length)).reverse()

  async function read(book: Book, day: string | undefined, { upTo }: NightAsked, counts = false): Promise<void> {
    if (day === undefined) return
    let lines = 0
    for await (const line of readDay(place, { day, upTo }, parseEvent)) {
      book.add(line, counts)
      lines += 1
      // A card that is touched meanwhile is looked up in this same thread.
      if (lines % linesAtOnce === 0) await setImmediate()
    }
  }

  async function bookOf(asked: NightAsked): Promise<{ book: Book; after: string | undefined } | undefined> {
    const known = await days()
    if (!known.includes(asked.day)) return undefined
    const book = createNightBook()
    // Parties that came before the cutover are still here after it.
    const before = known.find(one => one < asked.day)
    await read(book, before, asked)
    await read(book, asked.day, asked, true)
    return { book, after: known.findLast(one => one > asked.day) }
  }

  return {
    days,
    async report(asked) {
      const told = await bookOf(asked)
      if (!told) return undefined
      const { book, after } = told
      const report = nightReport(book, asked)
      // The last tickets are keyed in, and the last bills made anew, after the cutover.
      await read(book, after, asked)
      return { ...report, unticked: untickedOf(book), undoneBills: undoneOf(book) }
    },
    async slip(asked) {
      const told = await bookOf(asked)
      return told && visitSlip(told.book, asked.visit)
    },
  }
}

type Book = ReturnType<typeof createNightBook>
const day = '2026-11-20'
/** About ten milliseconds' worth. */
const linesAtOnce = 200
