/** Set-up and its words are fetched when somebody opens it: most consoles never do. */
import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useSpeech } from '../state/house.ts'

export function SetupLater() {
  const { t, locale } = useSpeech()
  const [loaded, setLoaded] = useState<{ readonly Setup: ComponentType }>()
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    import('./open-setup.ts').then(
      ({ openSetup }) => openSetup(locale).then(setLoaded),
      () => setFailed(true),
    )
  }, [locale])
  if (loaded) return <loaded.Setup />
  return <p class="night-wait quiet">{failed ? t('notFetched') : t('fetching')}</p>
}
