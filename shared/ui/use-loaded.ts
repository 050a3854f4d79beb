/** What the first paint can do without: fetched as soon as something that needs it is drawn, undefined until then. */
import { computed, signal } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'

/** While the hub is away nothing can be fetched: whoever stands there waits for it. */
const againMs = 2000

const missing = signal<ReadonlySet<object>>(new Set())
/** A part could not be fetched so far. Asking again may not do: browsers may remember that a script failed. */
export const incomplete = computed(() => missing.value.size > 0)

/** `load`: a constant function with one `import()`. */
export function useLoaded<M extends object>(load: () => Promise<M>): M | undefined {
  const [loaded, setLoaded] = useState<M>()
  useEffect(() => {
    let again: ReturnType<typeof setTimeout> | undefined
    let gone = false
    const fetch = () => {
      load().then(
        module => {
          miss(load, false)
          if (!gone) setLoaded(module)
        },
        error => {
          console.warn('not loaded', error)
          miss(load, true)
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

function miss(load: object, is: boolean): void {
  if (missing.peek().has(load) === is) return
  const others = [...missing.peek()].filter(one => one !== load)
  missing.value = new Set(is ? [...others, load] : others)
}
