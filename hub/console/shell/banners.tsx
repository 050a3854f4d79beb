/** What must not be missed: no sound here or at a station, no hub, no encryption, a clock that cannot be right, session over. Solid critical colour, above everything, until it is mended. */

import type { ComponentChildren } from 'preact'
import IconBellOff from '~icons/lucide/bell-off'
import IconClock from '~icons/lucide/clock-alert'
import IconUnlocked from '~icons/lucide/lock-open'
import IconStop from '~icons/lucide/octagon-alert'
import IconPrinter from '~icons/lucide/printer'
import IconUnplug from '~icons/lucide/unplug'
import IconLock from '~icons/lucide/user-lock'
import { stations } from '../../../shared/protocol/words.ts'
import { Button } from '../../../shared/ui/button.tsx'
import type { Icon } from '../../../shared/ui/icon-word.tsx'
import { type FailingPrinter, printerKey } from '../sound/trouble-soundings.ts'
import { printAll } from '../state/acts.ts'
import { type House, may, setAside, useSpeech } from '../state/house.ts'
import { failingPrinter } from '../state/shown.ts'
import { startShift, whoBegins } from './shift.ts'
import { useStandStill } from './use-stand-still.ts'
import './banners.css'

export interface BannersProps {
  /** Somebody was signed in here and did not leave by themselves. */
  expired: boolean
}

export function Banners({ expired }: BannersProps) {
  const { t, format, list, house } = useSpeech()
  const connection = house.link.connection.value
  const silent = house.voice.state.value !== 'running'
  const muted = house.muted.value
  const quiet = silentStations(house)
  const printer = failingPrinter(house)
  // One that comes pushes the whole console down: not from under a hand.
  return useStandStill(
    <div class="banners" role="alert">
      {connection.at === 'stopped' && <Banner icon={IconStop} text={t('bannerStopped')} />}
      {house.link.one('self')?.unencrypted && (
        <Banner icon={IconUnlocked} text={t('bannerUnencrypted')} hint={t('bannerUnencryptedHint')} />
      )}
      {connection.at === 'offline' && (
        <Banner icon={IconUnplug} text={t('bannerLost', { time: format.time(connection.since ?? house.now.value) })} />
      )}
      {expired && <Banner icon={IconLock} text={t('bannerExpired')} hint={t('bannerExpiredHint')} />}
      {silent && (
        <Banner icon={IconBellOff} text={t('bannerNoSound')} hint={t('shiftHint')}>
          <Button
            variant="primary"
            size="standard"
            word={whoBegins(house) === undefined ? t('turnOnSound') : t('startShift')}
            onPress={() => void startShift(house)}
          />
        </Banner>
      )}
      {!silent && muted && (
        <Banner icon={IconBellOff} text={t('bannerMuted')}>
          <Button
            variant="primary"
            size="standard"
            word={t('unmute')}
            onPress={() => {
              house.muted.value = false
            }}
          />
        </Banner>
      )}
      <ClockBanner />
      {printer && <PrinterBanner printer={printer} />}
      {quiet.length > 0 && (
        <Banner icon={IconBellOff} text={t('bannerSilent', { stations: list(quiet) })} hint={t('bannerSilentHint')} />
      )}
    </div>,
  )
}

/** A machine without internet and with an empty battery wakes in any year: a night that began there would not end for years. */
function ClockBanner() {
  const { t, house } = useSpeech()
  const clock = house.link.one('clock')
  if (!clock) return null
  if (clock.is === 'behind')
    return <Banner icon={IconClock} text={t('bannerBehind', clock)} hint={t('bannerBehindHint')} />
  const mayStart = may(house, 'StartDay')
  return (
    <Banner
      icon={IconClock}
      text={t('bannerAhead', clock)}
      hint={mayStart ? t('bannerAheadHint', clock) : t('bannerAheadAsk')}
    >
      {mayStart && (
        <Button
          variant="primary"
          size="standard"
          word={t('dayIsRight', clock)}
          onPress={() =>
            house.notices.ask({
              title: t('dayIsRightSure', clock),
              text: t('dayIsRightText'),
              yes: t('dayIsRight', clock),
              no: t('cancel'),
              grave: true,
              onYes: () => house.tap({ type: 'StartDay', day: clock.today }),
            })
          }
        />
      )}
    </Banner>
  )
}

/** At the bar, and for who answers for the house: tickets that do not come out are orders that nobody makes. */
function PrinterBanner({ printer }: { printer: FailingPrinter }) {
  const { t, house } = useSpeech()
  const { state, waiting, unsure } = printer
  const key = printerKey(printer)
  return (
    <Banner
      icon={IconPrinter}
      text={t(`printer.${state}`)}
      hint={
        unsure !== undefined
          ? t('printerUnsure', { count: unsure.length })
          : waiting > 0
            ? t('printerWaits', { count: waiting })
            : t(`printerDo.${state}`)
      }
    >
      {unsure !== undefined && may(house, 'PrintTicket') && (
        <Button size="min" word={t('printAll')} onPress={() => printAll(house, unsure)} />
      )}
      {!house.setAside.value.has(key) && (
        <Button size="min" word={t('troubleKnown')} onPress={() => setAside(house, key)} />
      )}
    </Banner>
  )
}

/**
 * For who sees devices: stations where somebody works unheard, and places at which nothing is on: what is on there is named
 * itself if it is silent. One that nobody paired is not missed by anybody; of several that are off any may be spare, as the
 * demo's simulated ones are while nobody simulates, and the place is named. This console's own silence has its own banner.
 */
function silentStations(house: House): readonly string[] {
  const { t } = house.speech.value
  const paired = house.link.all('device').filter(({ unpaired }) => !unpaired)
  return stations.flatMap(place => {
    const here = paired.filter(({ station }) => station === place)
    const on = here.filter(({ online }) => online)
    if (on.length === 0 && here.length > 1) return [t(place === 'bar' ? 'stationBar' : 'stationFloor')]
    return (on.length > 0 ? on : here)
      .filter(({ id, sounding }) => id !== house.link.device && !sounding)
      .map(({ name }) => name)
  })
}

function Banner(props: { icon: Icon; text: string; hint?: string; children?: ComponentChildren }) {
  const { icon: Drawing, text, hint, children } = props
  return (
    <div class="banner">
      <Drawing class="icon" aria-hidden="true" />
      <p>
        <strong>{text}</strong>
        {hint !== undefined && <span class="banner-hint">{hint}</span>}
      </p>
      {children}
    </div>
  )
}
