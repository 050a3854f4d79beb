/** The phone page: one phase at a time under the house's name, and the languages. */
import { useLayoutEffect } from 'preact/hooks'
import { assertNever } from '../../shared/protocol/assert-never.ts'
import { ConnectionBadge } from '../../shared/ui/connection-badge.tsx'
import { LanguagePicker } from '../../shared/ui/language-picker.tsx'
import { useLoaded } from '../../shared/ui/use-loaded.ts'
import { Wipe } from '../../shared/ui/wipe.tsx'
import { Back } from './enrol/back.tsx'
import { Enrol } from './enrol/enrol.tsx'
import { Letters } from './letters/letters.tsx'
import { SameCode } from './parts/same-code.tsx'
import { usePhone, useSpeech } from './state/phone-context.ts'
import './app.css'

/** With the first paint behind it, long before anybody is checked in. */
const loadDone = () => import('./done/done.tsx')

export function App() {
  const { link, memory, words, phase } = usePhone()
  const { t, own } = useSpeech()
  const venue = link.view.one('venue')
  const away = link.state.value.at === 'away'
  // What is new begins at its top, however far down the button stood that led to it.
  useLayoutEffect(() => scrollTo({ top: 0 }), [phase.value])
  return (
    <div class="phone">
      <header class="phone-head">
        <LanguagePicker
          label={t('language')}
          current={words.locale.value}
          onChoose={locale => {
            memory.keepLanguage(locale)
            void words.speak(locale)
          }}
        />
        <h1 class="phone-venue name">{venue ? own(venue.name) : t('phoneCheckIn')}</h1>
        {away && <ConnectionBadge state="offline" word={t('offline')} />}
      </header>
      <main class="phone-main" data-phase={phase.value}>
        <Phase />
      </main>
    </div>
  )
}

function Phase() {
  const { phase } = usePhone()
  const done = useLoaded(loadDone)
  switch (phase.value) {
    case 'connecting':
      return <Wait />
    case 'unknown':
      return <Letters />
    case 'back':
      return (
        <>
          <SameCode />
          <Back />
        </>
      )
    case 'new':
      return (
        <>
          <SameCode />
          <Enrol />
        </>
      )
    case 'checked-in':
      return done ? <done.Done /> : <Wait />
    default:
      return assertNever(phase.value)
  }
}

function Wait() {
  const { t } = useSpeech()
  return (
    <p class="phone-wait" role="status">
      <Wipe kind="text" text={t('connecting')} durationMs={2500} label={t('connecting')} />
    </p>
  )
}
