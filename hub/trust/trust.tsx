/** Whether this device trusts the hub, what to do if not, and where the next device opens this page. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import IconDownload from '~icons/lucide/download'
import IconOpen from '~icons/lucide/external-link'
import IconAgain from '~icons/lucide/refresh-cw'
import IconYes from '~icons/lucide/shield-check'
import IconNo from '~icons/lucide/shield-off'
import { intlTag, type Locale } from '../../shared/i18n/locale.ts'
import type { Translate } from '../../shared/i18n/translator.ts'
import { Button } from '../../shared/ui/button.tsx'
import { LanguagePicker } from '../../shared/ui/language-picker.tsx'
import { Qr } from '../../shared/ui/qr.tsx'
import { Tabs, tabPanelId } from '../../shared/ui/tabs.tsx'
import { Wipe } from '../../shared/ui/wipe.tsx'
import type { About, Hub, Trust } from './hub.ts'
import { fileFor, type Platform, platforms } from './platform.ts'
import './trust.css'

export interface TrustPageProps {
  t: Translate<'trust'>
  hub: Hub
  about: About | undefined
  platform: Platform
  onLanguage: (locale: Locale) => void
}

export function TrustPage({ t, hub, about, platform, onLanguage }: TrustPageProps) {
  return (
    <div class="trust">
      <header class="trust-head">
        <LanguagePicker label={t('language')} current={t.locale} onChoose={onLanguage} />
        <h1>{t('title')}</h1>
        <p class="quiet">{t('lead')}</p>
      </header>
      {about ? <Ways t={t} hub={hub} about={about} platform={platform} /> : <p class="trust-state">{t('plain')}</p>}
    </div>
  )
}

function Ways({ t, hub, about, platform }: Omit<TrustPageProps, 'about' | 'onLanguage'> & { about: About }) {
  const [trust, setTrust] = useState<Trust>('checking')
  const newest = useRef<ReturnType<Hub['check']>>(undefined)
  const check = useCallback(() => {
    setTrust('checking')
    const answer = hub.check(about)
    newest.current = answer
    // What was asked before this may be answered after it: a hub that does not answer is waited for.
    void answer.then(found => {
      if (newest.current === answer) setTrust(found)
    })
  }, [hub, about])
  useEffect(check, [check])
  // Whoever comes back from the settings sees at once whether it worked.
  useEffect(() => {
    const back = () => document.visibilityState === 'visible' && check()
    document.addEventListener('visibilitychange', back)
    return () => document.removeEventListener('visibilitychange', back)
  }, [check])
  return (
    <main class="trust-main">
      <State t={t} trust={trust} secure={about.secure} onAgain={check} />
      {about.fingerprint === undefined ? (
        <p>{t('nothing')}</p>
      ) : (
        <Steps t={t} done={trust === 'trusted'} first={platform} fingerprint={about.fingerprint} until={about.until} />
      )}
      <section class="trust-next" aria-label={t('otherDevice')}>
        <Qr text={about.page} label={t('scanLabel')} />
        <div>
          <p>{t('otherDevice')}</p>
          <Address url={about.page} />
        </div>
      </section>
    </main>
  )
}

/** Broken, if it must be, where an address is read in breaths. */
function Address({ url }: { url: string }) {
  const { protocol, host, pathname } = new URL(url)
  return (
    <p class="trust-address">
      {`${protocol}//`}
      <wbr />
      {host}
      <wbr />
      {pathname}
    </p>
  )
}

function State({
  t,
  trust,
  secure,
  onAgain,
}: {
  t: Translate<'trust'>
  trust: Trust
  secure: string
  onAgain: () => void
}) {
  if (trust === 'checking')
    return (
      <p class="trust-state" role="status">
        <Wipe kind="text" text={t('checking')} durationMs={2500} label={t('checking')} />
      </p>
    )
  const trusted = trust === 'trusted'
  const Drawing = trusted ? IconYes : IconNo
  return (
    <section class="trust-state" data-trust={trust} aria-label={t(trust)}>
      <p class="trust-word" role="status">
        <Drawing class="icon" aria-hidden="true" />
        {t(trust)}
      </p>
      {trusted ? (
        <a class="button" data-variant="primary" data-size="primary" href={secure}>
          <IconOpen class="icon" aria-hidden="true" />
          <span>{t('openHub')}</span>
        </a>
      ) : (
        <Button icon={IconAgain} word={t('checkAgain')} onPress={onAgain} />
      )}
    </section>
  )
}

function Steps(props: {
  t: Translate<'trust'>
  done: boolean
  first: Platform
  fingerprint: string
  until: number | undefined
}) {
  const { t, done, fingerprint, until } = props
  const [platform, setPlatform] = useState(props.first)
  const date = new Intl.DateTimeFormat(intlTag(t.locale), { dateStyle: 'long' })
  return (
    <section class="trust-steps" aria-label={t('platforms')}>
      <Tabs
        label={t('platforms')}
        tabs={platforms.map(id => ({ id, word: t(id) }))}
        current={platform}
        onChoose={setPlatform}
      />
      <div id={tabPanelId(platform)} role="tabpanel" class="trust-panel">
        <a class="button" data-variant={done ? 'standard' : 'primary'} data-size="primary" href={fileFor(platform)}>
          <IconDownload class="icon" aria-hidden="true" />
          <span>{t('download')}</span>
        </a>
        <div class="trust-print">
          <p class="quiet">{t('compare')}</p>
          <code>{inLines(fingerprint)}</code>
          {until !== undefined && <p class="quiet">{t('until', { date: date.format(until) })}</p>}
        </div>
        <ol class="trust-list">
          {([1, 2, 3, 4, 5] as const).map(step => (
            <li key={step}>{t(`${platform}.${step}`)}</li>
          ))}
        </ol>
        <p class="quiet">{t(`${platform}.note`)}</p>
      </div>
    </section>
  )
}

/** As the settings of a tablet show it: eight pairs a line. */
const inLines = (fingerprint: string): string => fingerprint.replace(/((?:..:){8})/g, '$1\n')
