/** Whoever comes to the desk with neither card nor code: one box for everything they may say, one tap to check them in. */
import { useState } from 'preact/hooks'
import type { AnswerOf } from '../../../shared/protocol/queries.ts'
import type { ReservationView } from '../../../shared/protocol/views/console.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { ArrivalDialog } from '../parts/arrival-dialog.tsx'
import { dot } from '../parts/dot.ts'
import { Missing } from '../parts/fetching.tsx'
import { roomName, tierWord } from '../parts/names.ts'
import { Field } from '../parts/parts.tsx'
import { type House, may, useSpeech } from '../state/house.ts'
import { useAnswer } from '../state/use-answer.ts'
import { AskHost } from './ask-host.tsx'
import './guest-search.css'

type FoundMember = AnswerOf['FindGuests']['members'][number]
type Arriving = { readonly member: FoundMember } | { readonly reservation: ReservationView }

export function GuestSearch() {
  const { t, house } = useSpeech()
  const [text, setText] = useState('')
  const [arriving, setArriving] = useState<Arriving>()
  const wanted = text.trim()
  const asked = useAnswer(wanted === '' ? undefined : { type: 'FindGuests', text: wanted.slice(0, 128) })
  const found = asked.value
  const reservations = found?.reservations.flatMap(id => house.link.get('reservation', id) ?? []) ?? []
  const nobody = found && found.members.length + reservations.length === 0
  return (
    <search class="guest-search">
      <Field label={t('findGuestHint')}>
        {id => (
          <input
            id={id}
            class="text-input"
            data-search=""
            type="search"
            autocomplete="off"
            placeholder={t('findGuest')}
            value={text}
            onInput={event => setText(event.currentTarget.value)}
          />
        )}
      </Field>
      <Missing asked={asked} />
      <div aria-live="polite">{nobody && <p class="quiet guest-none">{t('findGuestNone')}</p>}</div>
      {found && !nobody && (
        <ul class="guest-hits">
          {found.members.map(member => (
            <MemberHit key={member.id} member={member} onArrive={() => setArriving({ member })} />
          ))}
          {reservations.map(one => (
            <ReservationHit key={one.id} reservation={one} onArrive={() => setArriving({ reservation: one })} />
          ))}
        </ul>
      )}
      {arriving && (
        <Arrival
          arriving={arriving}
          onClose={() => {
            setArriving(undefined)
            setText('')
          }}
        />
      )}
    </search>
  )
}

function MemberHit({ member, onArrive }: { member: FoundMember; onArrive: () => void }) {
  const { t, format, house } = useSpeech()
  const { id, called, name, tier, blocked, visit, checkIn, reservation } = member
  const present = visit === undefined ? undefined : house.link.get('visit', visit)
  const room = present?.room
  const [asking, setAsking] = useState(false)
  const booked = reservation === undefined ? undefined : house.link.get('reservation', reservation)
  return (
    <li class="guest-hit" data-cursor="" tabIndex={-1}>
      <button
        type="button"
        class="guest-who"
        onClick={() => {
          house.openMember.value = id
        }}
      >
        <span class="name">{called}</span>{' '}
        <span class="quiet">
          {name} {tierWord(t, tier)}
        </span>
      </button>
      <span class="quiet">
        {[
          blocked && t('banned'),
          room !== undefined && t('isIn', { room: roomName(house, room) }),
          checkIn !== undefined && t('waitsHere'),
          booked &&
            t('bookedAt', { time: format.time(booked.arrivesAt), people: t('people', { count: booked.party }) }),
        ]
          .filter(Boolean)
          .join(dot)}
      </span>
      {present && may(house, 'AskHost') && <Button size="min" word={t('seekerAsk')} onPress={() => setAsking(true)} />}
      {present && asking && <AskHost visit={present} onClose={() => setAsking(false)} />}
      {room !== undefined && (
        <Button
          size="min"
          word={t('seeRoom')}
          onPress={() => {
            house.openRoom.value = room
          }}
        />
      )}
      {checkIn !== undefined && <Button size="min" word={t('seeCheckIn')} onPress={() => lookAt(checkIn)} />}
      {visit === undefined && checkIn === undefined && <Button size="min" word={t('checkIn')} onPress={onArrive} />}
    </li>
  )
}

function ReservationHit({ reservation, onArrive }: { reservation: ReservationView; onArrive: () => void }) {
  const { t, format, house } = useSpeech()
  const { id, title, arrivesAt, party, room } = reservation
  const waiting = house.link.all('checkin').find(one => one.reservation === id)
  return (
    <li class="guest-hit" data-cursor="" tabIndex={-1}>
      <span class="guest-who">
        <span class="name">{title ?? t('reservation')}</span>
      </span>
      <span class="quiet">
        {t('bookedAt', { time: format.time(arrivesAt), people: t('people', { count: party }) })}{' '}
        {room !== undefined && roomName(house, room)}
      </span>
      {waiting ? (
        <Button size="min" word={t('seeCheckIn')} onPress={() => lookAt(waiting.id)} />
      ) : (
        <Button size="min" word={t('hasCome')} onPress={onArrive} />
      )}
    </li>
  )
}

function Arrival({ arriving, onClose }: { arriving: Arriving; onClose: () => void }) {
  const { t, house } = useSpeech()
  const title = 'member' in arriving ? arriving.member.called : (arriving.reservation.title ?? t('reservation'))
  return (
    <ArrivalDialog
      title={t('arrived', { name: title })}
      party={partyOf(house, arriving)}
      checkIn={party =>
        'member' in arriving
          ? { type: 'CheckInMember', member: arriving.member.id, party }
          : { type: 'CheckInReservation', reservation: arriving.reservation.id, party }
      }
      onClose={onClose}
    />
  )
}

function partyOf(house: House, arriving: Arriving): number {
  if ('reservation' in arriving) return arriving.reservation.party
  const { reservation } = arriving.member
  return (reservation === undefined ? undefined : house.link.get('reservation', reservation)?.party) ?? 2
}

/** Its card is on this very screen. */
function lookAt(checkIn: string): void {
  const card = document.querySelector<HTMLElement>(`[data-slice-key="checkin/${CSS.escape(checkIn)}"]`)
  card?.focus()
  card?.scrollIntoView({ block: 'center' })
}
