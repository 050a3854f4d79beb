/** Rooms and tariffs as chips to tap. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { RoomView, TariffView, TermsView, VisitView } from '../../../shared/protocol/views/console.ts'
import { Choices } from '../parts/parts.tsx'
import { type House, useSpeech } from '../state/house.ts'
import { expectedIn } from '../state/promised-to.ts'
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
  const { t, own, format, house } = useSpeech()
  if (rooms.length === 0) return <p class="quiet">{t('noFreeRooms')}</p>
  const promise = (room: Id): readonly string[] => {
    const next = expectedIn(house.link, room)
    return next ? [t('heldAt', { time: format.time(next.arrivesAt) })] : []
  }
  return (
    <Choices
      label={label ?? t('chooseRoom')}
      current={current}
      onChoose={onChoose}
      choices={rooms.map(({ id, name, className, capacity, heldFor }) => ({
        id,
        word: name,
        more: [
          own(className),
          t('capacityOf', { count: capacity }),
          ...(heldFor === undefined ? promise(id) : [t('room.held')]),
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
  const { t, house } = useSpeech()
  const choiceOf = useTariffChoice()
  const sold = soldIn(house, room)
  if (sold.length === 0) return <p class="quiet">{t('noTariff')}</p>
  return <Choices label={t('chooseTariff')} current={current} onChoose={onChoose} choices={sold.map(choiceOf)} />
}

/** By what a party goes on that moves into this room of another class: as they agreed, or by one of its tariffs. */
export function MoveTariffChoices({
  room,
  terms,
  onChoose,
}: {
  room: Id
  terms: TermsView
  /** Undefined: as they agreed. */
  onChoose: (tariff: Id | undefined) => void
}) {
  const { t, own, house } = useSpeech()
  const choiceOf = useTariffChoice()
  return (
    <Choices
      label={t('moveTariff')}
      onChoose={id => onChoose(id === asAgreed ? undefined : id)}
      choices={[
        { id: asAgreed, word: t('tariffStays'), more: own(terms.name) },
        ...moveTariffs(house, room, terms).map(choiceOf),
      ]}
    />
  )
}

/** What a party may go on by in its own room: anything as long as it was only just opened. */
export function ChangeTariffChoices({
  visit,
  sending,
  onChoose,
}: {
  visit: VisitView
  /** On its way to the hub. */
  sending: Id | undefined
  onChoose: (tariff: Id) => void
}) {
  const { t, house } = useSpeech()
  const choiceOf = useTariffChoice()
  const { room, terms, openedAnewUntil = 0 } = visit
  const anew = openedAnewUntil > house.now.value
  const sold = (anew ? soldIn(house, room) : moveTariffs(house, room, terms)).filter(({ id }) => id !== terms.tariff)
  if (sold.length === 0) return <p class="quiet">{t('noTariff')}</p>
  return (
    <>
      <p class="quiet">
        {t(anew ? 'changeTariff.opening' : terms.kind === 'timed' ? 'changeTariff.now' : 'changeTariff.end')}
      </p>
      {/* The end that is known is that of who opens now. */}
      <Choices
        label={t('changeTariff')}
        current={sending}
        sending={sending}
        onChoose={onChoose}
        choices={sold.map(({ endsAtNow: _now, ...one }) => choiceOf(one))}
      />
    </>
  )
}

const asAgreed = ''

/** Time is not exchanged for a whole, nor a whole for time. */
export const moveTariffs = (house: House, room: Id, { kind }: TermsView): readonly TariffView[] =>
  soldIn(house, room).filter(one => (one.kind === 'timed') === (kind === 'timed'))

function soldIn(house: House, room: Id): readonly TariffView[] {
  const roomClass = house.link.get('room', room)?.roomClass
  return roomClass === undefined ? [] : tariffsNow(house.link.all('tariff'), roomClass)
}

function useTariffChoice() {
  const { t, own, format } = useSpeech()
  return ({ id, name, kind, priceNow = 0, endsAtNow, step }: TariffView) => ({
    id,
    word: own(name),
    more: [
      kind === 'timed' ? t('tariffPerHour', { price: format.money(priceNow) }) : format.money(priceNow),
      ...(step === undefined ? [] : [t('countedBy', { span: format.duration(step * 60_000) })]),
      ...(endsAtNow === undefined ? [] : [t('tariffUntil', { time: format.time(endsAtNow) })]),
    ].join(' '),
  })
}
