/** The wall itself: a line of hands, and four screens that live. */
import type { ComponentChildren } from 'preact'
import { useMemo, useRef, useState } from 'preact/hooks'
import IconCard from '~icons/lucide/id-card'
import IconMic from '~icons/lucide/mic-off'
import IconQr from '~icons/lucide/qr-code'
import IconPower from '~icons/lucide/unplug'
import type { Locale } from '../../shared/i18n/locale.ts'
import type { Translate } from '../../shared/i18n/translator.ts'
import { Button } from '../../shared/ui/button.tsx'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { LanguagePicker } from '../../shared/ui/language-picker.tsx'
import { Frame } from './frame.tsx'
import { asksForPairing, connectedAgain, tapInTurn, typeAsReader } from './hands.ts'
import { spokenIn, type WallLinks } from './links.ts'
import { cutPower } from './power.ts'

interface WallProps {
  t: Translate<'wall'>
  links: WallLinks | undefined
  onLanguage: (locale: Locale) => void
}

export function Wall({ t, links, onLanguage }: WallProps) {
  const [usedUp, setUsedUp] = useState(false)
  if (usedUp) return <EmptyState title={t('linksUsed')} hint={t('linksUsedHint')} />
  if (!links) return <EmptyState title={t('noLinks')} hint={t('noLinksHint')} />
  return (
    <main class="wall">
      <Hands t={t} links={links} onLanguage={onLanguage} onUsedUp={() => setUsedUp(true)} />
    </main>
  )
}

/** Where in the panel a finger goes to complain about the microphone. */
// The fourth screen is service, and what sounds wrong is the first thing a guest can complain about.
const complaint = ['.nav-entry:nth-child(4)', '.service-complain', '.complaint-grid button']

function Hands({ t, links, onLanguage, onUsedUp }: WallProps & { links: WallLinks; onUsedUp: () => void }) {
  const kiosk = useRef<HTMLIFrameElement>(null)
  const panel = useRef<HTMLIFrameElement>(null)
  const manager = useRef<HTMLIFrameElement>(null)
  const bar = useRef<HTMLIFrameElement>(null)
  // Once a language: an address that is another loads its frame anew.
  const spoken = useMemo(
    () => ({
      kiosk: spokenIn(t.locale, links.kiosk, kiosk.current),
      panel: spokenIn(t.locale, links.panel, panel.current),
      manager: spokenIn(t.locale, links.manager, manager.current),
      bar: spokenIn(t.locale, links.bar, bar.current),
    }),
    [t.locale],
  )
  const [said, setSaid] = useState<'roomEmpty' | 'powerOff' | 'powerOn' | 'powerBack'>()
  const reader = (text: string) => () => {
    if (kiosk.current) typeAsReader(kiosk.current, text)
  }
  const complain = async () => {
    const tapped = panel.current && (await tapInTurn(panel.current, complaint))
    setSaid(tapped ? undefined : 'roomEmpty')
  }
  const cut = async () => {
    setSaid('powerOff')
    await cutPower(links.power)
    setSaid('powerOn')
    const frames = [kiosk, panel, manager, bar].flatMap(({ current }) => current ?? [])
    if (await connectedAgain(frames)) setSaid('powerBack')
  }
  return (
    <>
      <header class="wall-hands">
        <h1 class="wall-name name">唱名</h1>
        <ol class="wall-steps">
          <Step hint={t('hintCard')}>
            <Button
              icon={IconCard}
              word={t('touchCard')}
              onPress={reader(links.card)}
              variant="primary"
              size="standard"
            />
          </Step>
          <Step hint={t('hintSeat')}>
            <strong>{t('seat')}</strong>
          </Step>
          <Step hint={t('hintUsual')}>
            <strong>{t('usual')}</strong>
          </Step>
          <Step hint={t('hintComplain')}>
            <Button icon={IconMic} word={t('complainMic')} onPress={() => void complain()} size="standard" />
          </Step>
          <Step hint={t('hintPower')}>
            <Button icon={IconPower} word={t('cutPower')} onPress={() => void cut()} size="standard" />
          </Step>
          <Step hint={t('hintScan')}>
            <Button icon={IconQr} word={t('scanCode')} onPress={reader(links.code)} size="standard" />
          </Step>
        </ol>
        <div class="wall-aside">
          <LanguagePicker label={t('language')} current={t.locale} onChoose={onLanguage} size="min" />
          <p class="wall-said" role="status">
            {said && t(said)}
          </p>
        </div>
      </header>
      <Frame
        class="wall-kiosk"
        title={t('kioskFrame')}
        src={spoken.kiosk}
        width={720}
        height={1280}
        onFrame={frame => {
          kiosk.current = frame
        }}
      />
      <Frame
        class="wall-panel"
        title={t('panelFrame')}
        src={spoken.panel}
        width={1280}
        height={800}
        onFrame={frame => {
          panel.current = frame
        }}
      />
      <Frame
        class="wall-manager"
        title={t('managerFrame')}
        src={spoken.manager}
        width={760}
        onFrame={frame => {
          manager.current = frame
        }}
        onLoad={frame => void asksForPairing(frame).then(asks => asks && onUsedUp())}
      />
      <Frame
        class="wall-bar"
        title={t('barFrame')}
        src={spoken.bar}
        width={920}
        onFrame={frame => {
          bar.current = frame
        }}
      />
    </>
  )
}

/** A key to press, or the name of one on a screen, and under it where to look. */
function Step({ hint, children }: { hint: string; children: ComponentChildren }) {
  return (
    <li class="wall-step">
      {children}
      <span class="wall-hint">{hint}</span>
    </li>
  )
}
