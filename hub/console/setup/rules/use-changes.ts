/** What was changed of a page of settings, and from which version. Kept as a draft; unchanged again it is none. */
import { useDraft } from '../../state/drafts.ts'

export interface Changes<T extends object> {
  /** As the hub has it, with what was typed on top. */
  readonly value: T
  readonly changes: Partial<T>
  readonly rev: number
  readonly touched: boolean
  /** Somebody else saved since this was begun. */
  readonly stale: boolean
  change(more: Partial<T>): void
  reset(): void
  overwrite(): void
}

export function useChanges<T extends object>(section: string, saved: T & { readonly rev: number }): Changes<T> {
  const draft = useDraft<{ readonly rev: number; readonly changes: Partial<T> }>(section)
  const { rev: newest } = saved
  const { rev = newest, changes = {} } = draft.value ?? {}
  return {
    value: { ...saved, ...changes },
    changes,
    rev,
    touched: draft.value !== undefined,
    stale: rev !== newest,
    change: more => draft.set({ rev, changes: { ...changes, ...more } }),
    reset: draft.drop,
    overwrite: () => draft.set({ rev: newest, changes }),
  }
}
