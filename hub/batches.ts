/**
 * What was decided, on its way to the disk. Lines that come while a write is under way share the next one; whoever waits
 * for an answer, or for what memory holds to be true, is told after the sync.
 */
import { type Answer, refused } from '../shared/protocol/answer.ts'
import { refuse } from '../shared/protocol/refusals.ts'
import type { Event } from './domain/events.ts'
import type { Journal, JournalLine } from './ports.ts'

export interface Batches {
  /** False once it was stopped, or failed. */
  readonly accepting: boolean
  /** Memory may hold what is on no disk. */
  readonly failed: boolean
  /** The number of the last fact in memory, durable or not. */
  readonly seq: number
  /** Numbers a line, lets `apply` bring it into memory, and answers when it is on the disk. */
  add(line: Omit<JournalLine<Event>, 'seq' | 'batch'>, apply: (line: JournalLine<Event>) => void): Promise<Answer>
  /**
   * Runs `then` at a moment at which memory holds nothing that is not on the disk; at once where this is one. Under taps
   * that never pause it may wait for some batches. False: there will be none.
   */
  whenDurable(then: (durable: boolean) => void): void
  /** Resolves as soon as what is decided by now is on the disk, whatever is decided meanwhile. False: it never got there. */
  written(): Promise<boolean>
  /** For an answer that adds no fact: it may rest on facts that are not on the disk yet. */
  onceDurable(answer: Answer): Answer | Promise<Answer>
  /** Memory cannot be trusted any more: nobody is promised anything from now on. Only the first call counts. */
  fail(error: unknown): void
  /** Nothing is taken any more; resolves when the last batch is on the disk, or never will be. */
  stop(): Promise<void>
}

interface Pending {
  readonly line: JournalLine<Event>
  readonly settle: (answer: Answer) => void
}

/** A disk that has not answered for so many seconds may never do: screens are told so before guests wonder. */
const stalledAfter = 5

export const unavailable = refused(refuse('unavailable', 'wait'))

export function createBatches(deps: {
  journal: Journal<Event>
  /** The state is exactly what it will be on the disk. What it answers is called after the sync. */
  closeBatch: (lines: readonly JournalLine<Event>[]) => () => void
  answerOf: (line: JournalLine<Event>) => Answer
  failed: (error: unknown) => void
}): Batches {
  const { journal, closeBatch, answerOf } = deps
  let seq = journal.lastSeq
  let batch = journal.lastBatch
  let pending: Pending[] = []
  let closing: readonly Pending[] = []
  let waiting: ((durable: boolean) => void)[] = []
  let reading: { readonly seq: number; readonly tell: (durable: boolean) => void }[] = []
  let writing = false
  let planned = false
  let accepting = true
  let failed = false

  function plan(): void {
    if (planned || writing || pending.length === 0) return
    planned = true
    // After this turn's frames have all been read: they share one write.
    setImmediate(() => {
      planned = false
      void write()
    })
  }

  async function write(): Promise<void> {
    if (pending.length === 0) return
    closing = pending
    pending = []
    writing = true
    batch += 1
    const answered = watchDisk()
    try {
      const lines = closing.map(({ line }) => line)
      // What the batch changed is computed while the disk works. Both begin in this turn of the loop: memory holds no more.
      const [, publish] = await Promise.all([journal.append(lines), closed(lines)])
      // Memory was lost to something else meanwhile: this is on the disk, but nobody was told so.
      if (!failed) {
        for (const { line, settle } of closing) settle(answerOf(line))
        closing = []
        publish()
        tellReaders(lines.at(-1)?.seq ?? 0)
      }
    } catch (error) {
      fail(error)
    }
    answered()
    writing = false
    // A decision may have come in between: what memory holds now is true one batch later.
    if (pending.length === 0) tellWaiting(!failed)
    plan()
  }

  /** Second by second, by no venue's clock: a loop that was itself held up reads the disk's answer before the next one ends. */
  function watchDisk(): () => void {
    let left = stalledAfter
    const timer = setInterval(() => {
      left -= 1
      if (left === 0) fail(new Error('the disk does not answer'))
    }, 1000)
    return () => clearInterval(timer)
  }

  const closed = async (lines: readonly JournalLine<Event>[]) => closeBatch(lines)

  function tellWaiting(durable: boolean): void {
    const told = waiting
    waiting = []
    for (const tell of told) tell(durable)
  }

  function tellReaders(durable: number): void {
    const [told, later] = [reading.filter(one => one.seq <= durable), reading.filter(one => one.seq > durable)]
    reading = later
    for (const { tell } of told) tell(true)
  }

  function written(): Promise<boolean> {
    if (failed) return Promise.resolve(false)
    if (pending.length === 0 && !writing) return Promise.resolve(true)
    return new Promise(tell => reading.push({ seq, tell }))
  }

  function fail(error: unknown): void {
    if (failed) return
    failed = true
    accepting = false
    for (const { settle } of [...closing, ...pending]) settle(unavailable)
    closing = []
    pending = []
    tellWaiting(false)
    for (const { tell } of reading) tell(false)
    reading = []
    deps.failed(error)
  }

  function whenDurable(tell: (durable: boolean) => void): void {
    if (failed) tell(false)
    else if (pending.length === 0 && !writing) tell(true)
    else waiting.push(tell)
  }

  return {
    get accepting() {
      return accepting
    },
    get failed() {
      return failed
    },
    get seq() {
      return seq
    },
    add(unnumbered, apply) {
      const line: JournalLine<Event> = { ...unnumbered, seq: seq + 1, batch: batch + 1 }
      seq += 1
      try {
        apply(line)
      } catch (error) {
        // Half of it is in memory, and nobody knows which half.
        fail(error)
        return Promise.resolve(unavailable)
      }
      return new Promise(settle => {
        pending.push({ line, settle })
        plan()
      })
    },
    whenDurable,
    written,
    onceDurable: answer =>
      !failed && pending.length === 0 && !writing
        ? answer
        : written().then(durable => (durable ? answer : unavailable)),
    fail,
    async stop() {
      accepting = false
      while (pending.length > 0 || writing) await new Promise<void>(next => setImmediate(next))
    },
  }
}
