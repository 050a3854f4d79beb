/** The top of every screen: where you are, what time it is; over that, for a moment, the order that can still be undone, or who is at the door. */
import { useState } from 'preact/hooks'
import IconType from '~icons/lucide/a-large-small'
import IconLanguages from '~icons/lucide/languages'
import { Button } from '../../shared/ui/button.tsx'
import { ClockText } from '../../shared/ui/clock-text.tsx'
import { ConnectionBadge } from '../../shared/ui/connection-badge.tsx'
import { later, soon } from '../parts/later.tsx'
import { usePanel, useSpeech } from '../state/panel-context.ts'
import { connectionOf } from './connection.ts'
import './header.css'

export function Header() {
  const { link, clock } = usePanel()
  const { t, format } = useSpeech()
  const [open, setOpen] = useState<'language' | 'comfort'>()
  const close = () => setOpen(undefined)
  const { state, word } = connectionOf(link)
  // Whoever cannot read this language reads the other one.
  const otherLanguage = t.locale.startsWith('zh') ? 'English' : '中文'
  return (
    <header class="header">
      <div class="header-place">
        <span class="header-room name">{link.view.one('room')?.name}</span>
        <span class="header-clock">
          <ClockText time={format.time(clock.minute.value)} />
        </span>
        <ConnectionBadge state={state} word={t(word)} />
        <headerCards.Part />
      </div>
      <Button
        class="header-key"
        variant="quiet"
        size="min"
        icon={IconType}
        word={t('comfort')}
        onPress={() => setOpen('comfort')}
      />
      <Button
        class="header-key"
        variant="quiet"
        size="min"
        icon={IconLanguages}
        word={otherLanguage}
        lang={t.locale.startsWith('zh') ? 'en' : 'zh-Hans'}
        label={`${t('language')} ${otherLanguage}`}
        onPress={() => setOpen('language')}
      />
      {open === 'language' && <languageChoice.Part onClose={close} />}
      {open === 'comfort' && <comfortChoice.Part onClose={close} />}
    </header>
  )
}

export const headerCards = soon(async () => (await import('./header-cards.tsx')).HeaderCards)
export const languageChoice = later(async () => (await import('./language-choice.tsx')).LanguageChoice)
export const comfortChoice = later(async () => (await import('./comfort-choice.tsx')).ComfortChoice)
