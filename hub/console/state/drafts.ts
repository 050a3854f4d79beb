/**
 * What somebody is typing outlives their session: it ends mid-edit, they enter their PIN again, and it is still there. Kept
 * in this page's memory only, and for that person only. What guests said of themselves is forgotten when whoever typed it
 * signs out, and with the night.
 */
import { type House, signedIn, useHouse } from './house.ts'

export interface DraftOf<T> {
  readonly value: T | undefined
  /** The same, of this moment: several fields may be filled in before anything is drawn. */
  latest(): T | undefined
  /** Something was typed that closing would lose. */
  readonly edited: boolean
  /** Begins, or begins again, with what is kept. */
  open(value: T): void
  set(value: T): void
  drop(): void
}

/** One thing at a time is edited in each section, so that a section's name is enough. About guests: `guest/…`. */
export function useDraft<T>(section: string): DraftOf<T> {
  const house = useHouse()
  const { drafts } = house
  const key = `${signedIn(house) ?? ''}/${section}`
  const put = (draft: { value: T; first: unknown } | undefined) => {
    const next = new Map(drafts.peek())
    if (draft === undefined) next.delete(key)
    else next.set(key, draft)
    drafts.value = next
  }
  // Only this hook's own values are under its section's name.
  const typedIn = (all: ReadonlyMap<string, { readonly value: unknown }>) => all.get(key)?.value as T | undefined
  const draft = drafts.value.get(key)
  return {
    value: typedIn(drafts.value),
    latest: () => typedIn(drafts.peek()),
    edited: draft !== undefined && JSON.stringify(draft.value) !== JSON.stringify(draft.first),
    open: value => put({ value, first: value }),
    set: value => put({ value, first: drafts.peek().get(key)?.first }),
    drop: () => put(undefined),
  }
}

/** Of guests, what this person typed. */
export function forgetGuests({ drafts }: House, staff: string | undefined): void {
  drafts.value = new Map([...drafts.peek()].filter(([key]) => !key.startsWith(`${staff}/guest/`)))
}

/** Of guests, what anybody typed. */
export function forgetAllGuests({ drafts }: House): void {
  drafts.value = new Map([...drafts.peek()].filter(([key]) => !key.includes('/guest/')))
}
