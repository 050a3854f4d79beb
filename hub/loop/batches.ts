/**
 * What was decided, on its way to the disk. Lines that came within one turn of the loop, or while it waited for the disk,
 * share the next write; whoever waits for an answer, or for what memory holds to be true, is told after it.
 */
import { type Answer, refused } from '../../shared/protocol/answer.ts'
import { refuse } from '../../shared/protocol/refusals.ts'
import type { Event } from '../domain/events.ts'
import type { Journal, JournalLine } from '../ports.ts'

export interface Batches {
  /** False once it was stopped, or failed. */
  readonly accepting: boolean
  /** Memory may hold what is on no disk. */
  readonly failed: boolean
  /** The number of the last fact in memory, durable or not. */
  readonly seq: number
  /** Numbers a line, lets `apply` bring it into memory, and answers when it is on the disk. */
  add(line: Omit<JournalLine<Event>, 'seq' | 'batch'>, apply: (line: JournalLine<Event>) => void): Promise<Answer>
  /** Runs `then` when memory holds nothing that is not on the disk; at once where it does not. False: it never got there. */
  whenDurable(then: (durable: boolean) => void): void
  /** The same as a promise. */
  written(): Promise<boolean>
  /** For an answer that adds no fact: it may rest on facts that are not on the disk yet. */
  onceDurable(answer: Answer): Answer | Promise<Answer>
  /** Memory cannot be trusted any more: nobody is promised anything from now on. Only the first call counts. */
  fail(error: unknown): void
  /** Nothing is taken any more, and what was taken is on the disk, or never will be. */
  stop(): void
}

interface Pending {
  readonly line: JournalLine<Event>
  readonly settle: (answer: Answer) => void
}

export const unavailable = refused(refuse('unavailable', 'wait'))

export function createBatches(deps: {
  journal: Journal<Event>
  /** They are on the disk, and memory is exactly what they made of it. */
  publish: (lines: readonly JournalLine<Event>[]) => void
  answerOf: (line: JournalLine<Event>) => Answer
  failed: (error: unknown) => void
}): Batches {
  const { journal, publish, answerOf } = deps
  let seq = journal.lastSeq
  let pending: Pending[] = []
  let waiting: ((durable: boolean) => void)[] = []
  let planned = false
  let accepting = true
  let failed = false

  function plan(): void {
    if (planned) return
    planned = true
    // After this turn's frames have all been read: they share one write.
    setImmediate(() => {
      planned = false
      write()
    })
  }

  function write(): void {
    if (pending.length === 0) return
    const lines = pending.map(({ line }) => line)
    try {
      journal.append(lines)
    } catch (error) {
      return fail(error)
    }
    const written = pending
    pending = []
    for (const { line, settle } of written) settle(answerOf(line))
    try {
      publish(lines)
    } catch (error) {
      return fail(error)
    }
    // Who was told may have decided something at once: what memory holds now is true one batch later.
    if (pending.length === 0) tellWaiting(true)
  }

  function tellWaiting(durable: boolean): void {
    const told = waiting
    waiting = []
    for (const tell of told) tell(durable)
  }

  function fail(error: unknown): void {
    if (failed) return
    failed = true
    accepting = false
    for (const { settle } of pending) settle(unavailable)
    pending = []
    tellWaiting(false)
    deps.failed(error)
  }

  function whenDurable(tell: (durable: boolean) => void): void {
    if (failed) tell(false)
    else if (pending.length === 0) tell(true)
    else waiting.push(tell)
  }

  const written = () => new Promise<boolean>(whenDurable)

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
      const line: JournalLine<Event> = { ...unnumbered, seq: seq + 1, batch: journal.lastBatch + 1 }
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
      !failed && pending.length === 0 ? answer : written().then(durable => (durable ? answer : unavailable)),
    fail,
    stop() {
      accepting = false
      write()
    },
  }
}
