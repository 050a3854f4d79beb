/** Many audiences look at one batch, in one moment: what each asks of it is worked out once, and let go with it. */
import type { Id } from '../../shared/protocol/primitives.ts'
import { indexed } from '../domain/indexed.ts'
import type { Sees } from './console/sees.ts'
import type { Touched, ViewContext } from './context.ts'

function kept<K extends object, T extends object | string>(): (key: K, work: () => T) => T {
  const known = new WeakMap<K, T>()
  return (key, work) => {
    const found = known.get(key)
    if (found !== undefined) return found
    const made = work()
    known.set(key, made)
    return made
  }
}

export function onceABatch<T extends object | string>(work: (context: ViewContext, touched: Touched) => T) {
  const of = kept<Touched, T>()
  return (context: ViewContext, touched: Touched): T => of(touched, () => work(context, touched))
}

/** A context is one moment: it is made for one turn of the loop, in which nothing is decided. */
export function onceAMoment<T extends object>(work: (context: ViewContext) => T): (context: ViewContext) => T {
  const of = kept<ViewContext, T>()
  return context => of(context, () => work(context))
}

/**
 * One view for all roles that see as much. `view` is given only the `facets` of what a role may see: what it cannot ask
 * about cannot differ between two roles that share it.
 */
export function onceForWhoSees<K extends keyof Sees, T>(
  facets: readonly K[],
  view: (context: ViewContext, may: Pick<Sees, K>, id: Id) => T,
): (context: ViewContext, may: Pick<Sees, K>, id: Id) => T {
  const viewsOf = onceAMoment(() => new Map<string, Map<Id, { readonly shown: T }>>())
  const facetsOf = indexed((may: Pick<Sees, K>) => facets.map(facet => may[facet]).join())
  return (context, may, id) => {
    const byFacets = viewsOf(context)
    const key = facetsOf(may)
    let views = byFacets.get(key)
    if (!views) {
      views = new Map()
      byFacets.set(key, views)
    }
    const known = views.get(id)
    if (known) return known.shown
    const shown = view(context, may, id)
    views.set(id, { shown })
    return shown
  }
}
