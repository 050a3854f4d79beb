/**
 * Every component in its states, for our own eyes: `npx vite`, then /shared/ui/gallery/?surface=panel&mm=5.88.
 * Also ?lang=zh-Hant|en|pseudo, ?large, ?stage (the welcome), ?dialog.
 */
import { render } from 'preact'
import { useState } from 'preact/hooks'
import IconBell from '~icons/lucide/bell'
import IconCheck from '~icons/lucide/check'
import IconLamp from '~icons/lucide/lamp'
import IconMic from '~icons/lucide/mic'
import IconMusic from '~icons/lucide/music'
import IconSkip from '~icons/lucide/skip-forward'
import IconGlass from '~icons/lucide/wine'
import '../tokens.css'
import '../base.css'
import './gallery.css'
import { loadCatalogue } from '../../i18n/catalogue.ts'
import { createFormat } from '../../i18n/format.ts'
import { type Locale, parseLocale } from '../../i18n/locale.ts'
import type { Catalogue } from '../../i18n/source.ts'
import { createTranslator, type Translate } from '../../i18n/translator.ts'
import { Button } from '../button.tsx'
import { ClockText } from '../clock-text.tsx'
import { ConnectionBadge } from '../connection-badge.tsx'
import { Dialog } from '../dialog.tsx'
import { Dust } from '../dust.tsx'
import { EmptyState } from '../empty-state.tsx'
import { fontsReady, loadFonts } from '../fonts.ts'
import { IconWord } from '../icon-word.tsx'
import { LanguagePicker } from '../language-picker.tsx'
import { NumberPad } from '../number-pad.tsx'
import { Qr } from '../qr.tsx'
import { Seal } from '../seal.tsx'
import { Severity } from '../severity.tsx'
import { Stepper } from '../stepper.tsx'
import { Tabs, tabPanelId } from '../tabs.tsx'
import { Toast } from '../toast.tsx'
import { WelcomeName } from '../welcome-name.tsx'
import { Wipe } from '../wipe.tsx'

const asked = new URLSearchParams(location.search)

async function open(): Promise<void> {
  const html = document.documentElement
  const locale = parseLocale(asked.get('lang') ?? 'zh-Hans') ?? 'zh-Hans'
  html.dataset.surface = asked.get('surface') ?? 'panel'
  if (asked.has('large')) html.dataset.largeType = ''
  html.style.setProperty('--mm', `${asked.get('mm') ?? '5.88'}px`)
  const catalogue: Catalogue<'panel'> = await loadCatalogue('panel', locale)
  await loadFonts(locale)
  const name = asked.get('name') ?? '王总'
  await fontsReady(`${name}贵宾`)
  const t = createTranslator(locale, catalogue)
  render(asked.has('stage') ? <Stage t={t} name={name} /> : <Gallery t={t} locale={locale} />, document.body)
}

function Stage({ t, name }: { t: Translate<'panel'>; name: string }) {
  return (
    <main class="gallery-stage">
      <Dust />
      <WelcomeName name={name} seal={t('vip')} still={asked.has('still')} />
      <p>{t('pleaseWait')}</p>
    </main>
  )
}

function Gallery({ t, locale }: { t: Translate<'panel'>; locale: Locale }) {
  const format = createFormat(t, { currency: 'CNY', timeZone: 'Asia/Shanghai' })
  return (
    <main class="gallery" data-near="">
      <div class="gallery-row">
        <h1 class="name">{t('vipGuest', { name: '王总' })}</h1>
        <Seal word={t('vip')} />
        <ClockText time={format.time(Date.UTC(2026, 10, 23, 15, 5))} />
        <span>{format.money(128_000)}</span>
        <span class="quiet">{format.about(12 * 60_000)}</span>
      </div>
      <Buttons t={t} />
      <Wipes t={t} />
      <Marks t={t} />
      <Controls t={t} locale={locale} />
      <Keys t={t} />
      <section class="gallery-section">
        <h3>Names</h3>
        <div class="gallery-row">
          <WelcomeName name="欧阳䶮㛃𬱖" still />
          <span>䶮㛃𬱖</span>
          <span class="name">䶮㛃𬱖 鄺靈</span>
        </div>
      </section>
      {asked.has('dialog') && <Question t={t} />}
    </main>
  )
}

function Buttons({ t }: { t: Translate<'panel'> }) {
  return (
    <section class="gallery-section">
      <h3>Buttons</h3>
      <div class="gallery-row">
        <Button variant="primary" icon={IconGlass} word={t('anotherRound')} onPress={noop} />
        <Button icon={IconBell} word={t('help')} onPress={noop} />
        <Button variant="quiet" word={t('back')} onPress={noop} />
        <Button variant="danger" word={t('callManager')} onPress={noop} />
      </div>
      <div class="gallery-row">
        <Button icon={IconMic} word={t('call')} stacked onPress={noop} />
        <Button icon={IconLamp} word={t('keep')} stacked pressed onPress={noop} />
        <Button size="min" word={t('remove')} onPress={noop} />
        <Button size="min" word={t('done')} disabled onPress={noop} />
        <Button icon={IconSkip} word={t('cancel')} wipe={{ durationMs: 30_000 }} onPress={noop} />
      </div>
    </section>
  )
}

function Wipes({ t }: { t: Translate<'panel'> }) {
  return (
    <section class="gallery-section">
      <h3>Wipe</h3>
      <div class="gallery-row">
        <Wipe kind="ring" direction="drain" durationMs={30_000} from={0.3}>
          21
        </Wipe>
        <h1>
          <Wipe kind="text" text={t('welcomeName', { name: '王总' })} progress={0.55} />
        </h1>
        <Toast
          text={t('orderPlaced')}
          icon={IconCheck}
          lastsMs={60_000}
          from={0.3}
          undo={{ word: t('undo'), onUndo: noop }}
          onDone={noop}
        />
      </div>
      <Wipe kind="bar" progress={0.62} />
    </section>
  )
}

function Marks({ t }: { t: Translate<'panel'> }) {
  return (
    <section class="gallery-section">
      <h3>Severity, connection</h3>
      <div class="gallery-row">
        <Severity level="critical" word={t('critical')} />
        <Severity level="warning" word={t('warning')} />
        <Severity level="info" word={t('info')} />
        <Severity level="ok" word={t('ok')} />
        <ConnectionBadge state="online" word={t('connected')} />
        <ConnectionBadge state="connecting" word={t('connecting')} />
        <ConnectionBadge state="offline" word={t('offlineKept')} />
        <ConnectionBadge state="stopped" word={t('hubStopped')} />
        <IconWord icon={IconMusic} word={t('playlist')} />
      </div>
    </section>
  )
}

function Controls({ t, locale }: { t: Translate<'panel'>; locale: Locale }) {
  const [tab, setTab] = useState<'queued' | 'sung'>('queued')
  const [count, setCount] = useState(2)
  return (
    <section class="gallery-section">
      <h3>Controls</h3>
      <Tabs
        label={t('playlist')}
        current={tab}
        onChoose={setTab}
        tabs={[
          { id: 'queued', word: t('queued'), count: 5 },
          { id: 'sung', word: t('sung'), count: 12 },
        ]}
      />
      <div class="gallery-row" id={tabPanelId(tab)} role="tabpanel">
        <Stepper
          label={t('quantity')}
          value={count}
          onChange={setCount}
          words={{ less: t('less'), more: t('oneMore') }}
        />
        <Qr text="HTTP://192.168.1.10:8080/P/7K2M9QD4" label={t('checkIn')} />
        <EmptyState icon={IconMusic} title={t('nothingHere')} />
      </div>
      <LanguagePicker label={t('language')} current={locale} onChoose={noop} />
    </section>
  )
}

function Keys({ t }: { t: Translate<'panel'> }) {
  return (
    <section class="gallery-section">
      <h3>Keys</h3>
      <div class="gallery-row">
        <NumberPad
          words={{ backspace: t('backspace'), enter: t('enter') }}
          onDigit={noop}
          onBackspace={noop}
          onEnter={noop}
        />
      </div>
    </section>
  )
}

function Question({ t }: { t: Translate<'panel'> }) {
  return (
    <Dialog
      title={t('stillThere')}
      onClose={noop}
      actions={
        <>
          <Button variant="quiet" word={t('no')} onPress={noop} />
          <Button variant="primary" word={t('yes')} onPress={noop} />
        </>
      }
    >
      <p>{t('staffHelpsYou', { staff: '小陈' })}</p>
    </Dialog>
  )
}

function noop(): void {
  // The gallery only shows.
}

await open()
