/** What the first paint can do without: fetched as soon as something that needs it is drawn, undefined until then. */
import { useEffect, useState } from 'preact/hooks'

/** While the hub is away nothing can be fetched: whoever stands there waits for it. */
const againMs = 2000

/** `load`: a constant function with one `import()`. */
export function useLoaded<M extends object>(load: () => Promise<M>): M | undefined {
  const [loaded, setLoaded] = useState<M>()
  useEffect(() => {
    let again: ReturnType<typeof setTimeout> | undefined
    let gone = false
    const fetch = () => {
      load().then(
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
