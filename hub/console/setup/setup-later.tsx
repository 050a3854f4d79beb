/** Set-up and its words are fetched when somebody opens it: most consoles never do. */

import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Fetching } from '../parts/fetching.tsx'
import { useSpeech } from '../state/house.ts'

export function SetupLater() {
  const { locale } = useSpeech()
  const [loaded, setLoaded] = useState<{ readonly Setup: ComponentType }>()
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    import('./open-setup.ts').then(({ openSetup }) => openSetup(locale)).then(setLoaded, () => setFailed(true))
  }, [locale])
  if (loaded) return <loaded.Setup />
  return <Fetching failed={failed} />
}
