/**
 * What somebody is typing outlives their session: it ends mid-edit, they enter their PIN again, and it is still there. Kept
 * in this page's memory only, and for that person only.
 */
import { signal } from '@preact/signals'
import { useHouse } from '../state/house.ts'

/** `staff/thing` → what was typed. */
const drafts = signal<ReadonlyMap<string, unknown>>(new Map())

export interface DraftOf<T> {
  readonly value: T | undefined
  set(value: T): void
  drop(): void
}

/** One thing at a time is edited in each section, so that a section's name is enough. */
export function useDraft<T>(section: string): DraftOf<T> {
  const house = useHouse()
  const key = `${house.link.one('self')?.session?.staff ?? ''}/${section}`
  const put = (value: T | undefined) => {
    const next = new Map(drafts.peek())
    if (value === undefined) next.delete(key)
    else next.set(key, value)
    drafts.value = next
  }
  return {
    // Only this hook's own values are under its section's name.
    value: drafts.value.get(key) as T | undefined,
    set: put,
    drop: () => put(undefined),
  }
}
