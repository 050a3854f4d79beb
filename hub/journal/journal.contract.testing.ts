/** What every journal promises; run against each adapter. */
import { describe, expect, it } from 'vitest'
import { refuse } from '../../shared/protocol/refusals.ts'
import type { Journal, JournalAnchor, JournalLine, JournalStore } from '../ports.ts'

export interface TestEvent {
  readonly type: 'Noted'
  readonly text: string
}

export function parseTestEvent(raw: unknown): TestEvent {
  const isEvent = typeof raw === 'object' && raw !== null && 'text' in raw && typeof raw.text === 'string'
  if (!isEvent || !('type' in raw) || raw.type !== 'Noted') throw new Error('not a test event')
  return { type: 'Noted', text: String(raw.text) }
}

/** The lines that `journal` takes next, one event each; `at` in ms. */
export function nextLines(journal: Journal<TestEvent>, texts: readonly string[], at = 0): JournalLine<TestEvent>[] {
  return texts.map((text, index) => ({
    seq: journal.lastSeq + 1 + index,
    batch: journal.lastBatch + 1,
    at,
    command: { type: 'Note', outbox: 'o1', n: index },
    by: { staff: 's1' },
    events: [{ type: 'Noted', text }],
    answer: { ok: true },
  }))
}

export async function note(journal: Journal<TestEvent>, ...texts: string[]): Promise<void> {
  journal.append(nextLines(journal, texts))
}

/** What the events in the journal say, in order. */
export async function textsOf(journal: Journal<TestEvent>, after = 0): Promise<string[]> {
  return (await linesOf(journal, after)).flatMap(({ events }) => events.map(({ text }) => text))
}

async function linesOf(journal: Journal<TestEvent>, after = 0): Promise<JournalLine<TestEvent>[]> {
  const lines: JournalLine<TestEvent>[] = []
  for await (const line of journal.read(after)) lines.push(line)
  return lines
}

/** `failNext` makes the next append fail on the way to the disk. */
export function journalContract(
  name: string,
  make: () => { store: JournalStore<TestEvent>; failNext: () => void },
): void {
  describe(`${name} as a journal`, () => {
    it('starts empty', async () => {
      const journal = await make().store.open()
      expect([journal.lastSeq, journal.lastBatch, await textsOf(journal)]).toEqual([0, 0, []])
    })

    it('gives lines back as they were, also after opening anew', async () => {
      const { store } = make()
      const journal = await store.open()
      const lines = nextLines(journal, ['话筒', 'b\u0000\n'], 1_234)
      journal.append(lines)
      await journal.close()
      const again = await store.open()
      expect(await linesOf(again)).toEqual(lines)
      expect([again.lastSeq, again.lastBatch]).toEqual([2, 1])
    })

    it('keeps the refusal that a line answers with', async () => {
      const { store } = make()
      const journal = await store.open()
      const lines = nextLines(journal, ['a']).map(line => ({ ...line, refusal: refuse('bad-code', 'try-again') }))
      journal.append(lines)
      await journal.close()
      expect(await linesOf(await store.open())).toEqual(lines)
    })

    it('reads what is newer than a seq', async () => {
      const journal = await make().store.open()
      await note(journal, 'a', 'b')
      await note(journal, 'c')
      expect(await textsOf(journal, 1)).toEqual(['b', 'c'])
      expect(await textsOf(journal, 3)).toEqual([])
    })

    it('keeps to what it held when reading was asked for', async () => {
      const journal = await make().store.open()
      await note(journal, 'a', 'b')
      const reading = journal.read(0)
      await note(journal, 'c')
      const seqs: number[] = []
      for await (const { seq } of reading) seqs.push(seq)
      expect(seqs).toEqual([1, 2])
    })

    it('opens from an anchor and goes on', async () => {
      const { store } = make()
      const journal = await store.open()
      await note(journal, 'a')
      const anchor = journal.anchor()
      await note(journal, 'b', 'c')
      await journal.close()
      const again = await store.open(anchor)
      await note(again, 'd')
      expect(await textsOf(again, anchor.seq)).toEqual(['b', 'c', 'd'])
      expect(again.anchor()).toMatchObject({ seq: 4, batch: 3 })
    })

    it('reads what came after its anchor as often as it is asked, whatever was read or written between', async () => {
      const { store } = make()
      const journal = await store.open()
      const lines = nextLines(journal, ['a'])
      journal.append(lines)
      const anchor = journal.anchor()
      const refusal = refuse('bad-code', 'try-again')
      const later = nextLines(journal, ['b', 'c']).map(line => ({ ...line, refusal }))
      journal.append(later)
      await journal.close()
      const again = await store.open(anchor)
      expect(await linesOf(again)).toEqual([...lines, ...later])
      const reopened = await store.open(anchor)
      expect(await linesOf(reopened, anchor.seq)).toEqual(later)
      expect(await linesOf(reopened, anchor.seq)).toEqual(later)
      await reopened.close()
      await note(again, 'd')
      expect(await textsOf(again, anchor.seq)).toEqual(['b', 'c', 'd'])
    })

    it('opens from the anchor of an empty journal', async () => {
      const { store } = make()
      const journal = await store.open()
      const anchor = journal.anchor()
      await note(journal, 'a')
      await journal.close()
      expect(await textsOf(await store.open(anchor))).toEqual(['a'])
    })

    it('refuses an anchor that it does not hold', async () => {
      const { store } = make()
      const journal = await store.open()
      await note(journal, 'a')
      const anchor: JournalAnchor = { ...journal.anchor(), seq: 7, offset: 9_999 }
      await journal.close()
      await expect(store.open(anchor)).rejects.toMatchObject({ name: 'StoreFailed', code: 'damaged' })
    })

    it('treats a gap in seq or batch as a bug and stays good', async () => {
      const journal = await make().store.open()
      const [line] = nextLines(journal, ['a'])
      if (!line) throw new Error('no line')
      expect(() => journal.append([{ ...line, seq: 2 }])).toThrow('seq 2 cannot follow 0')
      expect(() => journal.append([{ ...line, batch: 3 }])).toThrow('batch 3 cannot follow 0')
      journal.append([line])
      journal.append([])
      expect(journal.lastSeq).toBe(1)
    })

    it('stays failed after a failed append, until it is opened anew', async () => {
      const { store, failNext } = make()
      const journal = await store.open()
      await note(journal, 'a')
      failNext()
      await expect(note(journal, 'b')).rejects.toMatchObject({ name: 'StoreFailed' })
      await expect(note(journal, 'c')).rejects.toMatchObject({ name: 'StoreFailed' })
      expect(journal.lastSeq).toBe(1)
      await journal.close()
      const again = await store.open()
      await note(again, 'd')
      expect(await textsOf(again)).toEqual(['a', 'd'])
    })

    it('takes nothing once closed', async () => {
      const journal = await make().store.open()
      await journal.close()
      await expect(note(journal, 'a')).rejects.toThrow('closed')
    })
  })
}
