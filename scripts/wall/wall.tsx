/** The wall itself: a line of hands, and four screens that live. */
import { useRef, useState } from 'preact/hooks'
import IconCard from '~icons/lucide/id-card'
import IconMic from '~icons/lucide/mic-off'
import IconQr from '~icons/lucide/qr-code'
import IconPower from '~icons/lucide/unplug'
import type { Locale } from '../../shared/i18n/locale.ts'
import type { Translate } from '../../shared/i18n/translator.ts'
import { Button } from '../../shared/ui/button.tsx'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import type { Icon } from '../../shared/ui/icon-word.tsx'
import { LanguagePicker } from '../../shared/ui/language-picker.tsx'
import { Frame } from './frame.tsx'
import { tapInTurn, typeAsReader } from './hands.ts'
import type { WallLinks } from './links.ts'
import { cutPower } from './power.ts'

interface WallProps {
  t: Translate<'wall'>
  links: WallLinks | undefined
  onLanguage: (locale: Locale) => void
}

export function Wall({ t, links, onLanguage }: WallProps) {
  if (!links) return <EmptyState title={t('noLinks')} hint={t('noLinksHint')} />
  return (
    <main class="wall">
      <Hands t={t} links={links} onLanguage={onLanguage} />
    </main>
  )
}

/** Where in the panel a finger goes to complain about the microphone. */
// The fourth screen is service, and what sounds wrong is the first thing a guest can complain about.
const complaint = ['.nav-entry:nth-child(4)', '.service-complain', '.complaint-grid button']

function Hands({ t, links, onLanguage }: WallProps & { links: WallLinks }) {
  const spoken = (address: string) => address.replace('#', `?lang=${t.locale}#`)
  const kiosk = useRef<HTMLIFrameElement>(null)
  const panel = useRef<HTMLIFrameElement>(null)
  const [said, setSaid] = useState('')
  const reader = (text: string) => () => {
    if (kiosk.current) typeAsReader(kiosk.current, text)
  }
  const complain = async () => {
    const tapped = panel.current && (await tapInTurn(panel.current, complaint))
    setSaid(tapped ? '' : t('roomEmpty'))
  }
  const cut = async () => {
    setSaid(t('powerOff'))
    await cutPower(links.power)
    setSaid(t('powerBack'))
  }
  return (
    <>
      <header class="wall-hands">
        <h1 class="wall-name name">唱名</h1>
        <ol class="wall-steps">
          <Step icon={IconCard} word={t('touchCard')} hint={t('hintCard')} onPress={reader(links.card)} primary />
          <li class="wall-hint">{t('hintSeat')}</li>
          <li class="wall-hint">{t('hintRound')}</li>
          <Step icon={IconMic} word={t('complainMic')} hint={t('hintComplain')} onPress={() => void complain()} />
          <Step icon={IconPower} word={t('cutPower')} hint={t('hintPower')} onPress={() => void cut()} />
          <Step icon={IconQr} word={t('scanCode')} hint="" onPress={reader(links.code)} />
        </ol>
        <LanguagePicker label={t('language')} current={t.locale} onChoose={onLanguage} size="min" />
        <p class="wall-said" role="status">
          {said}
        </p>
      </header>
      <Frame
        class="wall-kiosk"
        title={t('kioskFrame')}
        src={spoken(links.kiosk)}
        width={720}
        height={1280}
        onFrame={frame => {
          kiosk.current = frame
        }}
      />
      <Frame
        class="wall-panel"
        title={t('panelFrame')}
        src={spoken(links.panel)}
        width={1280}
        height={800}
        onFrame={frame => {
          panel.current = frame
        }}
      />
      <Frame
        class="wall-manager"
        title={t('managerFrame')}
        src={spoken(links.manager)}
        width={960}
        height={1360}
        onFrame={() => undefined}
      />
      <Frame
        class="wall-bar"
        title={t('barFrame')}
        src={spoken(links.bar)}
        width={1280}
        height={800}
        onFrame={() => undefined}
      />
    </>
  )
}

function Step(props: { icon: Icon; word: string; hint: string; onPress: () => void; primary?: boolean }) {
  return (
    <li class="wall-step">
      <Button
        icon={props.icon}
        word={props.word}
        onPress={props.onPress}
        variant={props.primary ? 'primary' : 'standard'}
      />
      {props.hint !== '' && <span class="wall-hint">{props.hint}</span>}
    </li>
  )
}
