/** The screens, each with its word; a line of gold at the one that is open. */

import IconService from '~icons/lucide/hand-platter'
import IconPlaylist from '~icons/lucide/list-music'
import IconSearch from '~icons/lucide/mic-vocal'
import IconFeedback from '~icons/lucide/smile'
import IconDrinks from '~icons/lucide/wine'
import type { Icon } from '../../shared/ui/icon-word.tsx'
import type { Screen } from '../state/panel.ts'
import { usePanel, useSpeech } from '../state/panel-context.ts'
import './nav.css'

export function Nav() {
  const { screen, link, gift } = usePanel()
  const { t } = useSpeech()
  const songs = link.view.one('venue')?.songs !== false
  return (
    <nav class="nav" aria-label={t('navLabel')}>
      {entries
        .filter(({ needsSongs }) => songs || !needsSongs)
        .map(({ id, icon: Drawing, word }) => (
          <button
            key={id}
            type="button"
            class="nav-entry"
            aria-current={screen.value === id ? 'page' : undefined}
            onClick={() => {
              screen.value = id
            }}
          >
            <Drawing class="icon" aria-hidden="true" />
            <span>{t(word)}</span>
            {id === 'drinks' && gift.value && <span class="nav-mark">{t('giftMark')}</span>}
          </button>
        ))}
    </nav>
  )
}

interface Entry {
  readonly id: Screen
  readonly icon: Icon
  readonly word: 'playlist' | 'navSearch' | 'drinks' | 'navService' | 'feedback'
  readonly needsSongs: boolean
}

const entries: readonly Entry[] = [
  { id: 'playlist', icon: IconPlaylist, word: 'playlist', needsSongs: true },
  { id: 'search', icon: IconSearch, word: 'navSearch', needsSongs: true },
  { id: 'drinks', icon: IconDrinks, word: 'drinks', needsSongs: false },
  { id: 'service', icon: IconService, word: 'navService', needsSongs: false },
  { id: 'feedback', icon: IconFeedback, word: 'feedback', needsSongs: false },
]
