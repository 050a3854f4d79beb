/**
 * What somebody is typing outlives their session: it ends mid-edit, they enter their PIN again, and it is still there. Kept
 * in this page's memory only, and for that person only.
 */
import { signal } from '@preact/signals'
import { useHouse } from '../state/house.ts'

/** `staff/thing` → what was typed. */
const drafts = signal<ReadonlyMap<string, Draft>>(new Map())

interface Draft {
  readonly value: unknown
  /** As it was opened. */
  readonly first: unknown
}

export interface DraftOf<T> {
  readonly value: T | undefined
  /** Something was typed that closing would lose. */
  readonly edited: boolean
  /** Begins, or begins again, with what is kept. */
  open(value: T): void
  set(value: T): void
  drop(): void
}

/** One thing at a time is edited in each section, so that a section's name is enough. */
export function useDraft<T>(section: string): DraftOf<T> {
  const house = useHouse()
  const key = `${house.link.one('self')?.session?.staff ?? ''}/${section}`
  const put = (draft: Draft | undefined) => {
    const next = new Map(drafts.peek())
    if (draft === undefined) next.delete(key)
    else next.set(key, draft)
    drafts.value = next
  }
  const draft = drafts.value.get(key)
  return {
    // Only this hook's own values are under its section's name.
    value: draft?.value as T | undefined,
    edited: draft !== undefined && JSON.stringify(draft.value) !== JSON.stringify(draft.first),
    open: value => put({ value, first: value }),
    set: value => put({ value, first: drafts.peek().get(key)?.first }),
    drop: () => put(undefined),
  }
}
