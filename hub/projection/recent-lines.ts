/** The feed's newest lines, for consoles that were away while the hub was. */
import type { Event } from '../domain/events.ts'
import type { Journal, JournalLine } from '../ports.ts'

/** Older ones are a gap. */
export const keptLines = 500

/** `tail`: what the start has read already. */
export async function recentLines(
  journal: Pick<Journal<Event>, 'lastSeq' | 'read'>,
  tail: readonly JournalLine<Event>[],
): Promise<readonly JournalLine<Event>[]> {
  if (tail.length >= keptLines) return tail.slice(-keptLines)
  const lines: JournalLine<Event>[] = []
  for await (const line of journal.read(Math.max(0, journal.lastSeq - keptLines))) lines.push(line)
  return lines
}
