/** What the first paint can do without: fetched as soon as something that needs it is drawn, undefined until then. */
import { useEffect, useState } from 'preact/hooks'

/** `load`: a constant function with one `import()`. */
export function useLoaded<M extends object>(load: () => Promise<M>): M | undefined {
  const [loaded, setLoaded] = useState<M>()
  useEffect(() => {
    let gone = false
    load().then(
      module => {
        if (!gone) setLoaded(module)
      },
      error => console.warn('not loaded', error),
    )
    return () => {
      gone = true
    }
  }, [load])
  return loaded
}
