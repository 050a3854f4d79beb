/** Somebody stands in the lobby: who they are to the house, and one tap that gives them the room. */
import { languages } from '../../../shared/i18n/locale.ts'
import type { CheckInView } from '../../../shared/protocol/views/console.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { Seal } from '../../../shared/ui/seal.tsx'
import { kioskName, roomName, staffName } from '../parts/names.ts'
import { PendingMark } from '../parts/parts.tsx'
import { may, useSpeech } from '../state/house.ts'
import type { Shown } from '../state/pending.ts'
import { Brief } from './brief.tsx'
import './check-in-card.css'
import { dot } from '../parts/dot.ts'
import { waited } from '../parts/waited.ts'
import { Seating } from './seating.tsx'

export function CheckInCard({ checkIn }: { checkIn: Shown<CheckInView> }) {
  const { t, format, house } = useSpeech()
  const { id, member, title, vip, discreet, glance, party, how, kiosk, at, pending } = checkIn
  const reads = languages.find(({ locale }) => locale === checkIn.language)
  const name = title ?? member?.called
  return (
    <article
      class="check-in"
      data-cursor=""
      data-slice-key={`checkin/${id}`}
      data-vip={vip ? '' : undefined}
      tabIndex={-1}
    >
      <header class="check-in-head">
        <h2 class="check-in-name">
          {name === undefined ? (
            t(how === 'walk-in' ? 'walkInArrived' : 'guestArrived')
          ) : (
            <span class="name">{t('arrived', { name })}</span>
          )}
        </h2>
        {vip && (
          <span class="check-in-seal">
            <Seal word={t('vip')} />
          </span>
        )}
        <p class="check-in-how">
          {party !== undefined && <span>{t('people', { count: party })}</span>}
          <span>{t(`way.${how}`)}</span>
          {kiosk !== undefined && <span>{kioskName(house, kiosk)}</span>}
          {reads && <strong class="check-in-mind">{t('readsLanguage', { language: reads.name })}</strong>}
        </p>
        <span class="check-in-clock">
          <span class="figure">{waited(format, house.now.value - at)}</span>
        </span>
      </header>
      {checkIn.reservation !== undefined && <Booked reservation={checkIn.reservation} named={name !== undefined} />}
      {member && name !== member.called && <p class="quiet">{t('aliasOf', { name: member.called })}</p>}
      {discreet && <p class="check-in-mind">{t('discreetGuest')}</p>}
      {glance && <Glance checkIn={checkIn} />}
      {member && <Brief brief={member} />}
      <Lapses checkIn={checkIn} />
      {pending ? (
        <p class="check-in-pending">
          {t('seating')} <PendingMark />
        </p>
      ) : (
        may(house, 'SeatCheckIn') && <Seating checkIn={checkIn} />
      )}
    </article>
  )
}

/** Said so long before they go off the list. */
const lapsesSoonMs = 10 * 60_000

/** Nobody goes off the list without a person having seen it coming. */
function Lapses({ checkIn: { id, lapsesAt } }: { checkIn: CheckInView }) {
  const { t, house } = useSpeech()
  const left = lapsesAt - house.now.value
  if (left > lapsesSoonMs || !may(house, 'AmendCheckIn')) return null
  return (
    <div class="check-in-glance">
      <p class="check-in-mind">{t('checkInLapsesSoon', { minutes: Math.max(1, Math.ceil(left / 60_000)) })}</p>
      <Button
        size="min"
        word={t('stillWaits')}
        onPress={() => house.tap({ type: 'AmendCheckIn', checkIn: id, waits: true })}
      />
    </div>
  )
}

/** What was promised, as far as it is not said by the room that is proposed. */
function Booked({ reservation: id, named }: { reservation: string; named: boolean }) {
  const { t, own, format, house } = useSpeech()
  const reservation = house.link.get('reservation', id)
  if (!reservation) return <p class="quiet">{t('hasReservation')}</p>
  const { arrivesAt, party, roomClass, room, deposit, note, booker } = reservation
  const className = house.link.all('room').find(one => one.roomClass === roomClass)?.className
  return (
    <>
      <p class="quiet">
        {[
          t('hasReservation'),
          // The friends of who booked, and is in another room.
          !named && reservation.title,
          t('bookedAt', { time: format.time(arrivesAt), people: t('people', { count: party }) }),
          room === undefined ? className && own(className) : roomName(house, room),
          deposit && t('depositPaid'),
          booker !== undefined && house.link.get('staff', booker) && t('bookedBy', { staff: staffName(house, booker) }),
        ]
          .filter(Boolean)
          .join(dot)}
      </p>
      {note !== undefined && <p class="check-in-mind">{note}</p>}
    </>
  )
}

/** A code or a number may be somebody else's: staff look, and only then may a screen say the name. */
function Glance({ checkIn }: { checkIn: CheckInView }) {
  const { t, house } = useSpeech()
  const say = (isThem: boolean) => house.tap({ type: 'AmendCheckIn', checkIn: checkIn.id, isThem })
  return (
    <div class="check-in-glance">
      <p class="check-in-mind">{t('glanceFirst')}</p>
      {may(house, 'AmendCheckIn') && (
        <>
          <Button size="min" word={t('isThem')} onPress={() => say(true)} />
          <Button size="min" variant="quiet" word={t('isNotThem')} onPress={() => say(false)} />
        </>
      )}
    </div>
  )
}
