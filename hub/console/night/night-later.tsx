/** The page and its curve are fetched when somebody opens them: most consoles never do. */

import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Fetching } from '../parts/fetching.tsx'

export function NightLater() {
  const [loaded, setLoaded] = useState<{ readonly Night: ComponentType }>()
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    import('./night.tsx').then(setLoaded, () => setFailed(true))
  }, [])
  if (loaded) return <loaded.Night />
  return <Fetching failed={failed} />
}
