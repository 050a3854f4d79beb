/** The head of every screen: where, when, how the night goes, whether the hub and the sound are there, and who works here. */
import { useState } from 'preact/hooks'
import IconBellOff from '~icons/lucide/bell-off'
import IconBell from '~icons/lucide/bell-ring'
import IconMegaphone from '~icons/lucide/megaphone'
import IconMegaphoneOff from '~icons/lucide/megaphone-off'
import IconMenu from '~icons/lucide/menu'
import type { Locale } from '../../../shared/i18n/locale.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { ClockText } from '../../../shared/ui/clock-text.tsx'
import { ConnectionBadge } from '../../../shared/ui/connection-badge.tsx'
import { Dialog } from '../../../shared/ui/dialog.tsx'
import { LanguagePicker } from '../../../shared/ui/language-picker.tsx'
import { SignInDialog } from '../locked/sign-in-dialog.tsx'
import { roleWord, staffName } from '../parts/names.ts'
import { forgetGuests } from '../state/drafts.ts'
import { type House, signedIn, useSpeech, who } from '../state/house.ts'
import { keepLocale } from '../state/speech.ts'
import { Figures } from './figures.tsx'
import { trySpeaker } from './shift.ts'
import { SignedInElsewhere } from './signed-in-elsewhere.tsx'
import './header.css'

export function Header() {
  const { t, own, format, house } = useSpeech()
  const [menu, setMenu] = useState(false)
  const venue = house.link.one('venue')
  const now = house.now.value
  return (
    <header class="header">
      <div class="header-place">
        <strong class="header-venue">{venue ? own(venue.name) : ''}</strong>
        {venue?.demo === true && <span class="label">{t('demoVenue')}</span>}
      </div>
      <div class="header-wide" data-gives-way="">
        <Figures />
      </div>
      <div class="header-end">
        <Connected />
        <SoundButton />
        <div class="header-wide">
          <Speaks />
          <Person />
          <Language />
        </div>
        <span class="header-clock">
          <ClockText time={format.time(now)} at={now} />
        </span>
        <button type="button" class="header-menu" onClick={() => setMenu(true)}>
          <IconMenu class="icon" aria-hidden="true" />
          <span>{t('menu')}</span>
        </button>
      </div>
      {menu && (
        <Dialog
          title={venue ? own(venue.name) : t('menu')}
          onClose={() => setMenu(false)}
          actions={<Button word={t('close')} onPress={() => setMenu(false)} />}
        >
          <div class="header-sheet">
            <Figures />
            <Person onLeave={() => setMenu(false)} />
            <Speaks />
            <Language />
            <p class="label">{t('phoneSilent')}</p>
          </div>
        </Dialog>
      )}
    </header>
  )
}

function Connected() {
  const { t, house } = useSpeech()
  const { at } = house.link.connection.value
  const waiting = house.link.pending.value.length
  switch (at) {
    case 'online':
      return <ConnectionBadge state="online" word={t('connected')} />
    case 'offline':
      return <ConnectionBadge state="offline" word={waiting > 0 ? `${t('offline')} · ${waiting}` : t('offline')} />
    case 'stopped':
      return <ConnectionBadge state="stopped" word={t('hubStopped')} />
    default:
      return <ConnectionBadge state="connecting" word={t('connecting')} />
  }
}

function SoundButton() {
  const { t, house } = useSpeech()
  // The banner says it, and has the button.
  if (house.voice.state.value !== 'running') return null
  const muted = house.muted.value
  return (
    <Button
      class="header-key"
      size="min"
      variant="quiet"
      icon={muted ? IconBellOff : IconBell}
      word={muted ? t('unmute') : t('soundOn')}
      label={muted ? t('unmute') : t('mute')}
      onPress={() => {
        house.muted.value = !muted
      }}
    />
  )
}

/** Whether rooms are said aloud here, and why not. */
function Speaks() {
  const { t, house } = useSpeech()
  const { speaker, voice, muted } = house
  if (voice.state.value !== 'running' || muted.value) return null
  const standing = speaker.standing.value
  return (
    <Button
      class="header-key"
      size="min"
      variant="quiet"
      icon={standing === 'says' ? IconMegaphone : IconMegaphoneOff}
      word={t(`speaker.${standing}`)}
      label={t(`speakerKey.${standing}`)}
      onPress={() => {
        if (standing === 'says' || standing === 'off') speaker.turn(standing === 'off')
        void trySpeaker(house)
      }}
    />
  )
}

/** Who is signed in; at a station whose name is tapped, and the way to sign in for what needs a PIN. */
function Person({ onLeave }: { onLeave?: () => void }) {
  const { t, own, house } = useSpeech()
  const [signing, setSigning] = useState(false)
  const self = house.link.one('self')
  if (self?.session) {
    const { name, role } = self.session
    return (
      <div class="header-person">
        <span>{t('signedInAs', { staff: own(name), role: roleWord(t, role) })}</span>
        <SignedInElsewhere />
        <Button
          size="min"
          word={t('signOut')}
          onPress={() => {
            signOut(house)
            // Whoever comes next chooses their name behind it.
            onLeave?.()
          }}
        />
      </div>
    )
  }
  const acting = house.acting.staff.value
  if (self?.station === undefined) return null
  return (
    <div class="header-person">
      <span class="quiet">{who(house) === 'bar-station' ? t('stationBar') : t('stationFloor')}</span>
      <Button
        size="min"
        word={acting === undefined ? t('chooseActing') : t('actingAs', { staff: staffName(house, acting) })}
        onPress={() => house.acting.ask(nothing)}
      />
      <Button size="min" variant="quiet" word={t('signIn')} onPress={() => setSigning(true)} />
      {signing && <SignInDialog onClose={() => setSigning(false)} />}
    </div>
  )
}

function signOut(house: House): void {
  house.leaving.value = true
  forgetGuests(house, signedIn(house))
  house.tap({ type: 'SignOut' })
}

function Language() {
  const { t, locale, house } = useSpeech()
  return <LanguagePicker label={t('language')} current={locale} onChoose={chosen => void choose(house, chosen)} />
}

async function choose({ link, speech, notices, chooseLanguage }: House, chosen: Locale): Promise<void> {
  const came = await chooseLanguage(chosen)
  if (came) keepLocale(link.device, speech.peek().locale)
  else notices.complain(({ t }) => t('languageAway'))
}

function nothing(): void {
  // Only the name was wanted.
}
