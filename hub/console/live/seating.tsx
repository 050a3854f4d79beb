/** From the lobby into a room: the proposed room and a sensible tariff in one tap; others, and other parties, by choice. */
import { useState } from 'preact/hooks'
import type { CheckInView } from '../../../shared/protocol/views/console.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { RoomChoices, TariffChoices } from '../floor/choices.tsx'
import { roomName } from '../parts/names.ts'
import { Choices } from '../parts/parts.tsx'
import { useStandStill } from '../shell/use-stand-still.ts'
import { type House, useSpeech } from '../state/house.ts'
import { freeRooms, proposedRoom, sensibleTariff, tariffsNow } from '../state/rooms.ts'
import { parties, rooms } from '../state/shown.ts'
import { AmendCheckIn } from './amend-check-in.tsx'

type Open = 'room' | 'tariff' | 'join' | 'amend'

export function Seating({ checkIn }: { checkIn: CheckInView }) {
  const { t, house } = useSpeech()
  const [chosenRoom, setRoom] = useState<string>()
  const [chosenTariff, setTariff] = useState<string>()
  const { id, joins, party = 1, glance, offer } = checkIn
  // Nothing is proposed to who only filled in a page: somebody looks first, and then chooses.
  const unseen = glance && offer === undefined
  const [open, setOpen] = useState<Open | undefined>(unseen ? 'room' : undefined)
  const toggle = (wanted: Open) => setOpen(open === wanted ? undefined : wanted)
  const all = rooms(house)
  const stillFree = all.some(one => one.id === chosenRoom && one.visit === undefined && one.condition === 'ready')
  const proposed = stillFree ? chosenRoom : proposedRoom(all, checkIn, house.link.all('checkin'))
  // What is read is what is pressed: a room that is taken meanwhile is refused, not exchanged for another.
  const { room, tariff } = useStandStill({ room: proposed, tariff: tariffFor(house, proposed, chosenTariff) })
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
                house.tap({ type: 'SeatCheckIn', checkIn: id, room, tariff: tariff.id }, ({ t }) =>
                  t('seatedToast', { room: roomName(house, room) }),
                )
              }
            />
          </span>
        ) : (
          !joined && (
            <p class="quiet">
              {t(
                room !== undefined
                  ? 'noTariff'
                  : unseen
                    ? 'glanceThenRoom'
                    : checkIn.party === undefined
                      ? 'partyThenRoom'
                      : 'noRoomOffered',
              )}
            </p>
          )
        )}
        {tariff && (
          <span class="seating-tariff">
            <TariffNote tariff={tariff.id} />
            {tariffsNow(house.link.all('tariff'), tariff.roomClass).length > 1 && (
              <Button
                size="min"
                word={t('chooseTariff')}
                pressed={open === 'tariff'}
                onPress={() => toggle('tariff')}
              />
            )}
          </span>
        )}
        <span class="seating-more">
          <Button size="min" word={t('chooseRoom')} pressed={open === 'room'} onPress={() => toggle('room')} />
          <Button size="min" word={t('joinOthers')} pressed={open === 'join'} onPress={() => toggle('join')} />
          <Button size="min" word={t('amendCheckIn')} pressed={open === 'amend'} onPress={() => toggle('amend')} />
          <Button size="min" variant="quiet" word={t('dismiss')} onPress={() => void dismiss(house, checkIn)} />
        </span>
      </div>
      {open === 'room' && (
        <div class="seating-choices">
          <RoomChoices rooms={freeRooms(all, party)} party={party} current={room} onChoose={setRoom} />
          {room !== undefined && <TariffChoices room={room} current={tariff?.id} onChoose={setTariff} />}
        </div>
      )}
      {open === 'tariff' && room !== undefined && (
        <div class="seating-choices">
          <TariffChoices room={room} current={tariff?.id} onChoose={setTariff} />
        </div>
      )}
      {open === 'join' && (
        <div class="seating-choices">
          <PartyChoices onChoose={(visit, room) => askJoin(house, checkIn, visit, room)} />
        </div>
      )}
      {open === 'amend' && (
        <div class="seating-choices">
          <AmendCheckIn checkIn={checkIn} onDone={() => setOpen(undefined)} />
        </div>
      )}
    </div>
  )
}

/** Not needed after all; a slip of the finger is taken back. */
async function dismiss(house: House, checkIn: CheckInView): Promise<void> {
  const { id } = checkIn
  if (!(await house.outcomeOf({ type: 'DismissCheckIn', checkIn: id }))) return
  house.notices.say(
    ({ t }) => t('dismissedToast', { name: nameOf(house, checkIn) }),
    () => house.tap({ type: 'RestoreCheckIn', checkIn: id }),
    () => house.link.get('checkin', id) === undefined,
  )
}

/** The rooms stand close, and nobody is taken back out of another party: it is asked who goes where. */
function askJoin(house: House, checkIn: CheckInView, visit: string, room: string): void {
  const { t } = house.speech.peek()
  const { id, party } = checkIn
  const name = nameOf(house, checkIn)
  house.notices.ask({
    title: t('joinOthers'),
    text: t('joinAsk', {
      who: party === undefined ? name : t('whoAndParty', { name, people: t('people', { count: party }) }),
      room,
    }),
    yes: t('joinParty', { room }),
    no: t('cancel'),
    grave: false,
    onYes: () => house.tap({ type: 'JoinVisit', checkIn: id, visit }),
  })
}

const nameOf = (house: House, { title, member, how }: CheckInView): string =>
  title ?? member?.called ?? house.speech.peek().t(`way.${how}`)

/** Parties in the house, by their rooms. */
function PartyChoices({ onChoose }: { onChoose: (visit: string, room: string) => void }) {
  const { t, house } = useSpeech()
  const choices = parties(house).map(({ id, room, title, party }) => ({
    id,
    word: roomName(house, room),
    more: title ?? t('people', { count: party }),
  }))
  if (choices.length === 0) return <p class="quiet">{t('nobodyToJoin')}</p>
  return (
    <Choices
      label={t('joinOthers')}
      choices={choices}
      onChoose={visit => onChoose(visit, choices.find(({ id }) => id === visit)?.word ?? '')}
    />
  )
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
    <p>
      {own(tariff.name)}{' '}
      <span class="quiet">
        {tariff.kind === 'timed' ? t('tariffPerHour', { price }) : price}
        {tariff.endsAtNow !== undefined && ` · ${t('tariffUntil', { time: format.time(tariff.endsAtNow) })}`}
      </span>
    </p>
  )
}
