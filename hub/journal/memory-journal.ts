/** A journal in memory, for tests and trials: the same promises, kept until the process ends. */
import {
  type Journal,
  type JournalAnchor,
  type JournalLine,
  type JournalStore,
  StoreFailed,
  type StoreFailure,
} from '../ports.ts'
import { requireContiguous } from './contiguous.ts'

export interface MemoryJournal<E> extends JournalStore<E> {
  /** What was appended so far, over all openings. */
  readonly lines: readonly JournalLine<E>[]
  /** Makes the next append throw and the open journal stay failed; its lines are not kept. */
  failNext(code?: StoreFailure): void
}

/** `lines`: what an earlier night left behind. */
export function createMemoryJournal<E>(lines: readonly JournalLine<E>[] = []): MemoryJournal<E> {
  const kept: JournalLine<E>[] = [...lines]
  let failing: StoreFailure | undefined
  return {
    lines: kept,
    failNext(code = 'write-failed') {
      failing = code
    },
    async open(after) {
      if (after && !isAnchorOf(kept, after)) throw new StoreFailed('damaged', 'memory', `seq ${after.seq} is missing`)
      return openMemory(kept, () => {
        const code = failing
        failing = undefined
        return code
      })
    },
  }
}

function openMemory<E>(kept: JournalLine<E>[], takeFailure: () => StoreFailure | undefined): Journal<E> {
  let failure: StoreFailed | undefined
  let closed = false
  const anchor = () => anchorAt(kept, kept.length)
  return {
    append(lines) {
      if (closed) throw new Error('the journal is closed')
      if (failure) throw failure
      requireContiguous(lines, anchor())
      const code = takeFailure()
      if (code) failure = new StoreFailed(code, 'memory', 'told to fail')
      if (failure) throw failure
      kept.push(...lines)
    },
    read: after => inTurn(kept.filter(({ seq }) => seq > after)),
    get lastSeq() {
      return anchor().seq
    },
    get lastBatch() {
      return anchor().batch
    },
    anchor,
    dropped: undefined,
    async close() {
      closed = true
    },
  }
}

async function* inTurn<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items
}

function anchorAt(kept: readonly JournalLine<unknown>[], offset: number): JournalAnchor {
  const last = kept[offset - 1]
  if (!last) return { seq: 0, batch: 0, mac: '', file: '', offset: 0 }
  return { seq: last.seq, batch: last.batch, mac: '', file: 'memory', offset }
}

function isAnchorOf(kept: readonly JournalLine<unknown>[], anchor: JournalAnchor): boolean {
  return anchor.file === '' || anchorAt(kept, anchor.offset).seq === anchor.seq
}
