/** Rooms and tariffs as chips to tap. */

import type { Id } from '../../../shared/protocol/primitives.ts'
import type { RoomView } from '../../../shared/protocol/views/console.ts'
import { Choices } from '../parts/parts.tsx'
import { useSpeech } from '../state/house.ts'
import { tariffsNow } from '../state/rooms.ts'

export interface RoomChoicesProps {
  rooms: readonly RoomView[]
  current: Id | undefined
  onChoose: (room: Id) => void
  label?: string
  /** How many are to sit there: a room that is too small for them says so. */
  party?: number | undefined
}

export function RoomChoices({ rooms, current, onChoose, label, party = 1 }: RoomChoicesProps) {
  const { t, own } = useSpeech()
  if (rooms.length === 0) return <p class="quiet">{t('noFreeRooms')}</p>
  return (
    <Choices
      label={label ?? t('chooseRoom')}
      current={current}
      onChoose={onChoose}
      choices={rooms.map(({ id, name, className, capacity, heldFor }) => ({
        id,
        word: name,
        more: [
          `${own(className)} ${capacity}`,
          ...(heldFor === undefined ? [] : [t('room.held')]),
          ...(capacity < party ? [t('roomTooSmall')] : []),
        ].join(' · '),
      }))}
    />
  )
}

export function TariffChoices({
  room,
  current,
  onChoose,
}: {
  room: Id
  current: Id | undefined
  onChoose: (tariff: Id) => void
}) {
  const { t, own, format, house } = useSpeech()
  const roomClass = house.link.get('room', room)?.roomClass
  const sold = roomClass === undefined ? [] : tariffsNow(house.link.all('tariff'), roomClass)
  if (sold.length === 0) return <p class="quiet">{t('noTariff')}</p>
  return (
    <Choices
      label={t('chooseTariff')}
      current={current}
      onChoose={onChoose}
      choices={sold.map(({ id, name, kind, priceNow = 0, endsAtNow }) => ({
        id,
        word: own(name),
        more: [
          kind === 'timed' ? t('tariffPerHour', { price: format.money(priceNow) }) : format.money(priceNow),
          ...(endsAtNow === undefined ? [] : [t('tariffUntil', { time: format.time(endsAtNow) })]),
        ].join(' '),
      }))}
    />
  )
}
