/** What every journal demands of an append, whatever it is written to. */
import type { JournalAnchor, JournalLine } from '../ports.ts'

/** Throws a plain Error, since the caller has a bug: nothing was written and the journal is still good. */
export function requireContiguous(lines: readonly JournalLine<unknown>[], end: Pick<JournalAnchor, 'seq' | 'batch'>) {
  for (const [at, { seq, batch }] of lines.entries()) {
    if (seq !== end.seq + 1 + at) throw new Error(`seq ${seq} cannot follow ${end.seq + at}`)
    if (batch !== end.batch + 1) throw new Error(`batch ${batch} cannot follow ${end.batch}`)
  }
}
