/** Somebody stands in the lobby: who they are to the house, and one tap that gives them the room. */
import { useState } from 'preact/hooks'
import type { CheckInView } from '../../../shared/protocol/views/console.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { Seal } from '../../../shared/ui/seal.tsx'
import { RoomChoices, TariffChoices } from '../floor/choices.tsx'
import { kioskName, roomName } from '../parts/names.ts'
import { PendingMark } from '../parts/parts.tsx'
import { type House, may, useSpeech } from '../state/house.ts'
import type { Shown } from '../state/pending.ts'
import { freeRooms, sensibleTariff } from '../state/rooms.ts'
import { rooms } from '../state/shown.ts'
import { Brief } from './brief.tsx'
import './check-in-card.css'

export function CheckInCard({ checkIn }: { checkIn: Shown<CheckInView> }) {
  const { t, format, house } = useSpeech()
  const { id, member, title, vip, discreet, glance, party, how, kiosk, at, pending } = checkIn
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
          {checkIn.reservation !== undefined && <span>{t('hasReservation')}</span>}
        </p>
        <span class="check-in-clock">
          <span class="figure">{format.clock(house.now.value - at)}</span>
        </span>
      </header>
      {(discreet || glance) && <p class="check-in-mind">{discreet ? t('discreetGuest') : t('glanceFirst')}</p>}
      {member && <Brief brief={member} />}
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

/** The proposed room and a sensible tariff in one tap; others by choice. */
function Seating({ checkIn }: { checkIn: CheckInView }) {
  const { t, house } = useSpeech()
  const [chosenRoom, setRoom] = useState<string>()
  const [chosenTariff, setTariff] = useState<string>()
  const { id, joins, party = 1, how, offer } = checkIn
  // Nothing is proposed to who only filled in a page: somebody looks first, and then chooses.
  const unseen = how === 'phone-page' && offer === undefined
  const [open, setOpen] = useState(unseen)
  const room = chosenRoom ?? offer
  const tariff = tariffFor(house, room, chosenTariff)
  const joined = joins === undefined ? undefined : house.link.get('visit', joins)
  return (
    <div class="seating">
      <div class="seating-do">
        {joined && joins !== undefined && (
          <Button
            variant="primary"
            word={t('joinParty', { room: roomName(house, joined.room) })}
            onPress={() => house.tap({ type: 'JoinVisit', checkIn: id, visit: joins })}
          />
        )}
        {room !== undefined && tariff ? (
          <span>
            <Button
              variant={joined || !checkIn.vip ? 'standard' : 'primary'}
              size="primary"
              word={t('seatIn', { room: roomName(house, room) })}
              onPress={() =>
                house.tap(
                  { type: 'SeatCheckIn', checkIn: id, room, tariff: tariff.id },
                  t('seatedToast', { room: roomName(house, room) }),
                )
              }
            />
          </span>
        ) : (
          !joined && (
            <p class="quiet">
              {room !== undefined ? t('noTariff') : unseen ? t('glanceThenRoom') : t('noRoomOffered')}
            </p>
          )
        )}
        {tariff && <TariffNote tariff={tariff.id} />}
        <span class="seating-more">
          <Button size="min" word={t('chooseRoom')} pressed={open} onPress={() => setOpen(!open)} />
          <Button size="min" variant="quiet" word={t('dismiss')} onPress={() => void dismiss(house, checkIn)} />
        </span>
      </div>
      {open && (
        <div class="seating-choices">
          <RoomChoices rooms={freeRooms(rooms(house), party)} current={room} onChoose={setRoom} />
          {room !== undefined && <TariffChoices room={room} current={tariff?.id} onChoose={setTariff} />}
        </div>
      )}
    </div>
  )
}

/** Not needed after all; a slip of the finger is taken back. */
async function dismiss(house: House, { id, title, member, how }: CheckInView): Promise<void> {
  if (!(await house.outcomeOf({ type: 'DismissCheckIn', checkIn: id }))) return
  const { t } = house.speech.peek()
  const name = title ?? member?.called ?? t(`way.${how}`)
  house.notices.say(t('dismissedToast', { name }), () => house.tap({ type: 'RestoreCheckIn', checkIn: id }))
}

function tariffFor(house: House, room: string | undefined, chosen: string | undefined) {
  const roomClass = room === undefined ? undefined : house.link.get('room', room)?.roomClass
  if (roomClass === undefined) return undefined
  const tariffs = house.link.all('tariff')
  return (
    tariffs.find(({ id, roomClass: own }) => id === chosen && own === roomClass) ??
    sensibleTariff(tariffs, roomClass, house.link.hubNow())
  )
}

function TariffNote({ tariff: id }: { tariff: string }) {
  const { t, own, format, house } = useSpeech()
  const tariff = house.link.get('tariff', id)
  if (tariff?.priceNow === undefined) return null
  const price = format.money(tariff.priceNow)
  return (
    <p class="seating-tariff">
      {own(tariff.name)}{' '}
      <span class="quiet">
        {tariff.kind === 'timed' ? t('tariffPerHour', { price }) : price}
        {tariff.endsAtNow !== undefined && ` · ${t('tariffUntil', { time: format.time(tariff.endsAtNow) })}`}
      </span>
    </p>
  )
}
