/** What the first paint can do without: fetched as soon as something that needs it is drawn, undefined until then. */
import { computed, signal } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'

/** While the hub is away nothing can be fetched: whoever stands there waits for it. */
const againMs = 2000

const missing = signal<ReadonlySet<unknown>>(new Set())
/** A part could not be fetched so far. Asking again may not do: browsers may remember that a script failed. */
export const incomplete = computed(() => missing.value.size > 0)

/** `load`: a constant function with one `import()`. */
export function useLoaded<M extends object>(load: () => Promise<M>): M | undefined {
  const [loaded, setLoaded] = useState<M>()
  useEffect(() => {
    let again: ReturnType<typeof setTimeout> | undefined
    let gone = false
    const fetch = () => {
      needed(load, load).then(
        module => {
          if (!gone) setLoaded(module)
        },
        error => {
          console.warn('not loaded', error)
          if (!gone) again = setTimeout(fetch, againMs)
        },
      )
    }
    fetch()
    return () => {
      gone = true
      clearTimeout(again)
    }
  }, [load])
  return loaded
}

/** Its page is incomplete until `what` came. */
export async function needed<M>(what: unknown, load: () => Promise<M>): Promise<M> {
  try {
    const loaded = await load()
    miss(what, false)
    return loaded
  } catch (error) {
    miss(what, true)
    throw error
  }
}

function miss(what: unknown, is: boolean): void {
  if (missing.peek().has(what) === is) return
  const others = [...missing.peek()].filter(one => one !== what)
  missing.value = new Set(is ? [...others, what] : others)
}
