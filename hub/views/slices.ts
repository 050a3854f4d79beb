/** Builds the slices of one audience, each value typed by its kind. */
import type { Id } from '../../shared/protocol/primitives.ts'
import type { Slices } from './context.ts'

export interface SliceWriter<S> {
  readonly slices: Slices
  /** The one slice of its kind: key `kind`. Undefined: this audience has none. */
  one<K extends keyof S & string>(kind: K, value: S[K] | undefined): void
  /** Key `kind/id`. */
  each<K extends keyof S & string>(kind: K, id: Id, value: S[K] | undefined): void
}

/** `whole`: what is absent needs no drop, because the client forgets everything before a whole view. */
export function sliceWriter<S>(whole: boolean): SliceWriter<S> {
  const slices: Slices = new Map()
  const put = (key: string, value: unknown) => {
    if (value !== undefined || !whole) slices.set(key, value)
  }
  return {
    slices,
    one: (kind, value) => put(kind, value),
    each: (kind, id, value) => put(`${kind}/${id}`, value),
  }
}
