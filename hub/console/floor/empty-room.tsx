/** An empty room: open it for a party, or say that it is clean, broken, mended. */
import { useState } from 'preact/hooks'
import type { ReservationView, RoomView } from '../../../shared/protocol/views/console.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { ArrivalDialog } from '../parts/arrival-dialog.tsx'
import { PartySize } from '../parts/party-size.tsx'
import { may, useSpeech } from '../state/house.ts'
import { expectedIn } from '../state/promised-to.ts'
import { type RoomState, sensibleTariff } from '../state/rooms.ts'
import { TariffChoices } from './choices.tsx'

export function EmptyRoom({ room, state, mayOpen }: { room: RoomView; state: RoomState; mayOpen: boolean }) {
  const { t, format, house } = useSpeech()
  const holder = room.heldFor === undefined ? undefined : house.link.get('reservation', room.heldFor)
  // Later in the night it is nobody's yet, but who stays that long sits in their way.
  const held = holder ?? expectedIn(house.link, room.id)
  return (
    <>
      {held && (
        <p>
          {held.title === undefined
            ? t('heldAt', { time: format.time(held.arrivesAt) })
            : t('heldFor', { time: format.time(held.arrivesAt), name: held.title })}
          {' · '}
          {t('people', { count: held.party })}
        </p>
      )}
      {holder && may(house, 'CheckInReservation') && <HasCome reservation={holder} />}
      {mayOpen && (state === 'free' || state === 'held') && (
        <OpenForm room={room} party={holder?.party} leading={!holder} />
      )}
      <div class="room-actions">
        {state === 'toClean' && may(house, 'CleanRoom') && (
          <Button
            variant="primary"
            word={t('markClean')}
            onPress={() => house.tap({ type: 'CleanRoom', room: room.id })}
          />
        )}
        {may(house, 'SetOutOfOrder') && (
          <Button
            word={state === 'outOfOrder' ? t('setInOrder') : t('setOutOfOrder')}
            onPress={() => house.tap({ type: 'SetOutOfOrder', room: room.id, outOfOrder: state !== 'outOfOrder' })}
          />
        )}
      </div>
    </>
  )
}

/** Opened by its own key the room is anybody's: their name, what they drink, and who booked would be lost. */
function HasCome({ reservation: { id, title, party } }: { reservation: ReservationView }) {
  const { t, house } = useSpeech()
  const [arriving, setArriving] = useState(false)
  const waits = house.link.all('checkin').some(one => one.reservation === id)
  const toSeat = () => {
    house.screen.value = 'live'
    house.openRoom.value = undefined
  }
  return (
    <div class="room-actions">
      <Button
        variant="primary"
        word={t(waits ? 'seeCheckIn' : 'hasCome')}
        onPress={() => (waits ? toSeat() : setArriving(true))}
      />
      {arriving && (
        <ArrivalDialog
          title={t('arrived', { name: title ?? t('reservation') })}
          party={party}
          checkIn={came => ({ type: 'CheckInReservation', reservation: id, party: came })}
          onDone={toSeat}
          onClose={() => setArriving(false)}
        />
      )}
    </div>
  )
}

interface OpenFormProps {
  room: RoomView
  party: number | undefined
  /** Nobody else comes first. */
  leading: boolean
}

function OpenForm({ room, party: expected, leading }: OpenFormProps) {
  const { t, house } = useSpeech()
  const [party, setParty] = useState(expected ?? Math.min(room.capacity, 4))
  const [chosen, setChosen] = useState<string>()
  const tariff = chosen ?? sensibleTariff(house.link.all('tariff'), room.roomClass, house.link.hubNow())?.id
  return (
    <section class="sheet-part form">
      <div class="form-row">
        <PartySize party={party} onChange={setParty} />
      </div>
      <TariffChoices room={room.id} current={tariff} onChoose={setChosen} />
      <Button
        variant={leading ? 'primary' : 'standard'}
        word={t('openNow', { room: room.name })}
        disabled={tariff === undefined}
        onPress={() => {
          if (tariff !== undefined) house.tap({ type: 'OpenVisit', room: room.id, tariff, party })
        }}
      />
    </section>
  )
}
