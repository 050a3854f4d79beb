/** From the disk to the live state: the checkpoint, then the younger lines of the journal. */

import type { Event } from '../domain/events.ts'
import type { RecordKind } from '../domain/house-events.ts'
import { emptyState, tableNames } from '../domain/state.ts'
import { applyLine } from '../hub.ts'
import { createOutboxes } from '../loop/outboxes.ts'
import type { Files, Journal, JournalLine, JournalStore } from '../ports.ts'
import { savedRow } from '../records/house-records.ts'
import { loadCheckpoint } from './checkpoint.ts'
import { decodeLive, type Live } from './state-codec.ts'

export interface Booted {
  readonly live: Live
  readonly journal: Journal<Event>
  /** The lines after the checkpoint, oldest first: histories that are older take their visits from them. */
  readonly tail: readonly JournalLine<Event>[]
  readonly committed: ReadonlyMap<RecordKind, ReadonlyMap<string, number>>
}

/** Throws StoreFailed: 'damaged', 'newer-version', 'unreadable'. */
export async function boot(deps: { files: Files; journal: JournalStore<Event>; checkpoint: string }): Promise<Booted> {
  const saved = await loadCheckpoint(deps.files, deps.checkpoint)
  const decoded = saved && decodeLive(saved.state)
  const journal = await deps.journal.open(decoded ? saved.anchor : undefined)
  const live = decoded ?? { state: emptyState(), outboxes: createOutboxes() }
  const committed = new Map<RecordKind, Map<string, number>>()
  const tail: JournalLine<Event>[] = []
  for await (const line of journal.read(decoded ? saved.seq : 0)) {
    applyLine(live, line)
    tail.push(line)
    for (const event of line.events) {
      const row = savedRow(event)
      if (row) committed.set(row.kind, (committed.get(row.kind) ?? new Map()).set(row.id, row.rev))
    }
  }
  // Nobody looks at what was touched on the way here: whoever connects gets the whole view.
  for (const name of tableNames) live.state[name].takeTouched()
  return { live, journal, tail, committed }
}
