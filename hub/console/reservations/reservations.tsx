/** 预订: who is expected tonight, in the order of arrival. */
import { useState } from 'preact/hooks'
import IconCalendar from '~icons/lucide/calendar-clock'
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { ReservationView, RoomView } from '../../../shared/protocol/views/console.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { ArrivalDialog } from '../parts/arrival-dialog.tsx'
import { dot } from '../parts/dot.ts'
import { roomName, staffName } from '../parts/names.ts'
import { PendingMark, Taboos } from '../parts/parts.tsx'
import { nightOf } from '../state/clock-time.ts'
import { useDraft } from '../state/drafts.ts'
import { type House, may, useSpeech } from '../state/house.ts'
import type { Shown } from '../state/pending.ts'
import { reservations } from '../state/shown.ts'
import { timeZoneOf } from '../state/time-zone.ts'
import { ReserveForm } from './reserve-form.tsx'
import { type TypedReservation, typedAtFirst } from './use-reservation.ts'
import './reservations.css'

export function Reservations() {
  const { t, house } = useSpeech()
  const adding = useDraft<TypedReservation>('guest/reservation')
  const all = [...reservations(house)].sort((one, other) => one.arrivesAt - other.arrivesAt)
  return (
    <section aria-label={t('reservations')}>
      <div class="screen-head">
        <h1>{t('reservations')}</h1>
        <span class="quiet">{all.length}</span>
        {may(house, 'Reserve') && (
          <span class="spread">
            <Button
              size="standard"
              variant="primary"
              word={t('addReservation')}
              onPress={() => adding.open(typedAtFirst(house))}
            />
          </span>
        )}
      </div>
      {all.length === 0 ? (
        <EmptyState icon={IconCalendar} title={t('noReservations')} />
      ) : (
        <ul class="bookings">
          {all.map(one => (
            <Booking key={one.id} reservation={one} />
          ))}
        </ul>
      )}
      {adding.value && <ReserveForm draft={adding} typed={adding.value} />}
    </section>
  )
}

function Booking({ reservation }: { reservation: Shown<ReservationView> }) {
  const { t, own, format, house } = useSpeech()
  const { id, title, member, party, arrivesAt, heldUntil, released, roomClass, room, deposit } = reservation
  const { discreet, phoneMasked, note, pending } = reservation
  const className = house.link.all('room').find(one => one.roomClass === roomClass)?.className
  const overdue = house.now.value > arrivesAt
  const editing = useDraft<TypedReservation>(`guest/reservation/${id}`)
  const [arriving, setArriving] = useState(false)
  const waits = house.link.all('checkin').some(one => one.reservation === id)
  const promised = room === undefined ? undefined : house.link.get('room', room)
  const tonight = house.link.one('night')?.day
  const night = nightOf(arrivesAt, timeZoneOf(house))
  return (
    <li class="booking" data-cursor="" tabIndex={-1} data-slice-key={`reservation/${id}`}>
      <div class="booking-when">
        {tonight !== undefined && night !== tonight && <span class="label">{format.day(arrivesAt)}</span>}
        <span class="figure">{format.time(arrivesAt)}</span>
        <span class={overdue ? 'tile-warn label' : 'label'}>
          {[
            ...(overdue ? [t('overdue')] : []),
            t(released ? 'heldNoMore' : 'heldUntil', { time: format.time(heldUntil) }),
          ].join(dot)}
        </span>
      </div>
      <div class="booking-who">
        <p class="name figure">{title ?? t('reservation')}</p>
        {member && title !== member.called && <p class="quiet">{t('aliasOf', { name: member.called })}</p>}
        {member && <Taboos words={member.taboos} />}
        {note !== undefined && <p class="check-in-mind">{note}</p>}
        <p class="quiet">
          {[
            t('people', { count: party }),
            deposit ? t('depositPaid') : t('noDeposit'),
            ...(phoneMasked === undefined ? [] : [phoneMasked]),
            ...bookedBy(house, reservation),
            ...(discreet ? [t('discreet')] : []),
            ...(waits ? [t('waitsHere')] : []),
          ].join(dot)}
        </p>
      </div>
      <div class="booking-room">
        <span class="figure">{room === undefined ? t('anyRoom') : roomName(house, room)}</span>
        {promised && inTheWay(promised, id) && (
          <span class="tile-warn label">{t(promised.visit === undefined ? 'room.outOfOrder' : 'room.inUse')}</span>
        )}
        <span class="label">{className ? own(className) : ''}</span>
      </div>
      <span class="booking-do">
        {pending && <PendingMark />}
        {may(house, 'CheckInReservation') && night === tonight && !waits && (
          <Button size="min" word={t('hasCome')} disabled={pending} onPress={() => setArriving(true)} />
        )}
        {waits && (
          <Button
            size="min"
            word={t('seeCheckIn')}
            onPress={() => {
              house.screen.value = 'live'
            }}
          />
        )}
        {may(house, 'AmendReservation') && (
          // Edited again before the first change arrives, it would begin with what that one changes.
          <Button
            size="min"
            word={t('edit')}
            disabled={pending}
            onPress={() => editing.open(typedAtFirst(house, reservation))}
          />
        )}
        {may(house, 'CancelReservation') && (
          <Button size="min" variant="quiet" word={t('cancelReservation')} onPress={() => cancel(house, reservation)} />
        )}
      </span>
      {arriving && (
        <ArrivalDialog
          title={t('arrived', { name: title ?? t('reservation') })}
          party={party}
          checkIn={came => ({ type: 'CheckInReservation', reservation: id, party: came })}
          onClose={() => setArriving(false)}
        />
      )}
      {editing.value && <ReserveForm reservation={reservation} draft={editing} typed={editing.value} />}
    </li>
  )
}

/** It cannot be given, as it is: nobody else would say so before they stand there. Who sits in it early may have gone by then. */
const inTheWay = ({ condition, visit, heldFor }: RoomView, reservation: Id): boolean =>
  condition === 'out-of-order' || (visit !== undefined && heldFor === reservation)

function bookedBy(house: House, { booker, bookerCalled }: ReservationView): readonly string[] {
  const { t } = house.speech.value
  if (bookerCalled !== undefined) return [t('bookedBy', { staff: bookerCalled })]
  return booker !== undefined && house.link.get('staff', booker)
    ? [t('bookedBy', { staff: staffName(house, booker) })]
    : []
}

function cancel(house: House, { id, title, arrivesAt, deposit }: ReservationView): void {
  const { t, format } = house.speech.peek()
  const name = [...(title === undefined ? [] : [title]), format.time(arrivesAt)].join(dot)
  house.notices.ask({
    title: t('cancelReservation'),
    text: [t('cancelReservationAsk', { name }), ...(deposit ? [t('depositPaid')] : [])].join('\n'),
    yes: t('cancelReservation'),
    no: t('keepReservation'),
    grave: true,
    onYes: () => house.tap({ type: 'CancelReservation', reservation: id }),
  })
}
