/**
 * What several roles are shown of one moment is worked out once. A context is one moment: it is made for one turn of the
 * loop, in which nothing is decided, and is let go with it.
 */
import type { Id } from '../../shared/protocol/primitives.ts'
import type { Sees } from './console/sees.ts'
import type { ViewContext } from './context.ts'

export function onceAMoment<T extends object>(work: (context: ViewContext) => T): (context: ViewContext) => T {
  const known = new WeakMap<ViewContext, T>()
  return context => {
    const found = known.get(context) ?? work(context)
    known.set(context, found)
    return found
  }
}

/**
 * One view for all roles that see as much. `view` is given only the `facets` of what a role may see: what it cannot ask
 * about cannot differ between two roles that share it.
 */
export function onceForWhoSees<K extends keyof Sees, T>(
  facets: readonly K[],
  view: (context: ViewContext, may: Pick<Sees, K>, id: Id) => T,
): (context: ViewContext, may: Pick<Sees, K>, id: Id) => T {
  const viewsOf = onceAMoment(() => new Map<string, { readonly shown: T }>())
  return (context, may, id) => {
    const views = viewsOf(context)
    const key = `${facets.map(facet => may[facet]).join()}/${id}`
    const found = views.get(key) ?? { shown: view(context, may, id) }
    views.set(key, found)
    return found.shown
  }
}
