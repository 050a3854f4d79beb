/** What the lobby asks a guest, and what it answers: a person and a next step, never why something failed. */
import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import IconWalkIn from '~icons/lucide/door-open'
import IconHelp from '~icons/lucide/hand'
import { assertNever } from '../../../shared/protocol/assert-never.ts'
import type { KioskCheckInView } from '../../../shared/protocol/views/kiosk.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { type Episode, wordsMs } from '../lobby/episode.ts'
import { useKiosk, useSpeech } from '../lobby/kiosk-context.ts'
import { LeaveNumber } from './leave-number.tsx'
import { Party } from './party.tsx'
import { Says } from './says.tsx'
import { Ticket } from './ticket.tsx'
import './answers.css'

/** Nobody is left without a next step for longer than 2 s. */
const slowMs = 1500

export function Answers() {
  const { lobby } = useKiosk()
  const { t, staff } = useSpeech()
  const now = lobby.episode.value
  // Nothing can be promised in a person's name while nobody hears of it.
  if (lobby.away.value && now.kind !== 'home' && now.kind !== 'walk-in') return <Away />
  switch (now.kind) {
    case 'home':
      return null
    case 'walk-in':
      return <Party onBack={lobby.goHome} />
    case 'sent':
      return <Sent />
    case 'check-in':
      return <CheckedIn now={now} checkIn={lobby.checkIn.value} />
    case 'number':
      return <LeaveNumber phone={now.phone} />
    case 'number-kept':
      return <Says words={t('numberKept')} lastsMs={wordsMs['number-kept']} />
    case 'unreadable':
      return <Says words={t('touchAgain')} lastsMs={wordsMs.unreadable} />
    case 'failed':
      if (!now.staff) return <TryPhone typed={now.typed} />
      return <Says words={t('staffHelpsYou', { staff })} before={<Wait />} lastsMs={wordsMs.failed} />
    case 'called': {
      const words = now.why === 'looking-for' ? t('staffFindsThem', { staff }) : t('staffHelpsYou', { staff })
      return <Says words={words} before={<Wait />} lastsMs={wordsMs.called} />
    }
    default:
      return assertNever(now)
  }
}

type CheckInEpisode = Extract<Episode, { kind: 'check-in' }>

function CheckedIn({ now, checkIn }: { now: CheckInEpisode; checkIn: KioskCheckInView | undefined }) {
  const { lobby } = useKiosk()
  const { t, staff, format } = useSpeech()
  if (!checkIn) return <Says words={t('pleaseWait')} />
  const onBack = now.phone === undefined ? undefined : lobby.backToNumber
  if (checkIn.step === 'say-party' && !now.said) return <Party called={checkIn.called} onBack={onBack} />
  const { called, reservation } = checkIn
  const coming = now.full ? t('allRoomsTaken', { staff }) : t(now.glance ? 'staffMeetsYou' : 'staffLeadsYou', { staff })
  const booked = reservation && t('bookingIs', { time: format.time(reservation.arrivesAt), count: reservation.party })
  return (
    <Says
      before={called !== undefined && <p class="says-hello name">{t('hello', { name: called })}</p>}
      words={coming}
      after={booked && `${t('bookingFound')} · ${booked}`}
      lastsMs={wordsMs['check-in']}
    >
      {checkIn.mayLeaveNumber && <Button word={t('mayLeaveNumber')} onPress={lobby.askNumber} />}
    </Says>
  )
}

/** The first failure, without why: the way that always works. */
function TryPhone({ typed }: { typed: boolean }) {
  const { lobby } = useKiosk()
  const { t } = useSpeech()
  return (
    <section class="try-phone" aria-live="polite">
      <Ticket large />
      <div class="try-phone-words">
        <p class="says-words">{t('tryPhone')}</p>
        <p class="says-after">{t(typed ? 'tryPhoneAgain' : 'tryPhoneHint')}</p>
        <div class="try-phone-keys">
          <Button word={t('phoneNumber')} onPress={lobby.goHome} />
          <Button icon={IconWalkIn} word={t('firstVisit')} onPress={lobby.walkIn} />
          <Button icon={IconHelp} word={t('help')} onPress={() => lobby.call('help')} />
        </div>
      </div>
    </section>
  )
}

/** A moment; where the hub takes longer, whom to turn to. */
function Sent() {
  const { t } = useSpeech()
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), slowMs)
    return () => clearTimeout(timer)
  }, [])
  return <Says words={t('pleaseWait')} after={slow ? t('askOurStaff') : undefined} />
}

/** Nobody hears of it now, so nobody can be promised: whom to turn to instead. */
function Away() {
  const { lobby } = useKiosk()
  const { t } = useSpeech()
  return <Says before={lobby.sending.value && <Wait />} words={t('askOurStaff')} />
}

function Wait(): ComponentChildren {
  const { t } = useSpeech()
  return <p class="says-before">{t('pleaseWait')}</p>
}
