/** The page and its curve are fetched when somebody opens them: most consoles never do. */
import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useSpeech } from '../state/house.ts'

export function NightLater() {
  const { t } = useSpeech()
  const [loaded, setLoaded] = useState<{ readonly Night: ComponentType }>()
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    import('./night.tsx').then(setLoaded, () => setFailed(true))
  }, [])
  if (loaded) return <loaded.Night />
  return <p class="night-wait quiet">{failed ? t('notFetched') : t('fetching')}</p>
}
