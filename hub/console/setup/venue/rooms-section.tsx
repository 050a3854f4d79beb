/** 包厢: rooms by floor, each floor's plan, and the classes they are of. */

import { useState } from 'preact/hooks'
import type { RoomSetupView, VenueSetupView } from '../../../../shared/protocol/views/setup.ts'
import { Button } from '../../../../shared/ui/button.tsx'
import { dot } from '../../parts/dot.ts'
import { Answered } from '../../parts/fetching.tsx'
import { Choices } from '../../parts/parts.tsx'
import { useDraft } from '../../state/drafts.ts'
import { roomState } from '../../state/rooms.ts'
import { useAnswer } from '../../state/use-answer.ts'
import { useSetup } from '../setup-words.ts'
import { type ClassDraft, ClassForm, draftOfClass, newClass } from './class-form.tsx'
import { FloorPlan } from './floor-plan.tsx'
import { draftOfRoom, newRoom, type RoomDraft, RoomForm } from './room-form.tsx'

export function RoomsSection() {
  const { house } = useSetup()
  const asked = useAnswer({ type: 'VenueSetup' }, house.link.one('setup')?.venue)
  return <Answered asked={asked}>{venue => <Rooms venue={venue} />}</Answered>
}

function Rooms({ venue }: { venue: VenueSetupView }) {
  const { t, s, own, format } = useSetup()
  const room = useDraft<RoomDraft>('room')
  const roomClass = useDraft<ClassDraft>('class')
  const floors = [...new Set(venue.rooms.map(({ floor }) => floor))].sort((a, b) => a - b)
  const [chosen, choose] = useState<number>()
  const floor = chosen !== undefined && floors.includes(chosen) ? chosen : floors[0]
  const onFloor = venue.rooms.filter(one => one.floor === floor)
  const countOf = (id: string) => venue.rooms.filter(one => one.roomClass === id).length
  return (
    <div class="setup-part">
      <section class="setup-block" aria-label={s('classes')}>
        <div class="setup-tools">
          <h2 class="label">{s('classes')}</h2>
          <Button size="min" word={s('addClass')} onPress={() => roomClass.open(newClass)} />
        </div>
        <ul class="setup-list">
          {venue.classes.map(one => (
            <li key={one.id}>
              <button type="button" class="setup-row" onClick={() => roomClass.open(draftOfClass(one))}>
                <span class="setup-name">{own(one.name)}</span>
                <span class="setup-marks label">
                  {[t('capacityOf', { count: one.capacity }), s('roomsCount', { count: countOf(one.id) })].join(dot)}
                </span>
                <span class="setup-price">{s('minimumOf', { amount: format.money(one.minimumSpend) })}</span>
              </button>
            </li>
          ))}
        </ul>
      </section>
      <section class="setup-block" aria-label={s('rooms')}>
        <div class="setup-tools">
          <h2 class="label">{s('rooms')}</h2>
          <Button
            size="min"
            word={s('addRoom')}
            disabled={venue.classes.length === 0}
            onPress={() => room.open(newRoom(floor ?? 1, venue.classes[0]?.id ?? ''))}
          />
        </div>
        {floors.length > 1 && (
          <Choices
            label={s('floors')}
            current={String(floor)}
            onChoose={id => choose(Number(id))}
            choices={floors.map(one => ({
              id: String(one),
              word: t('floorNumber', { floor: one }),
              more: String(venue.rooms.filter(each => each.floor === one).length),
            }))}
          />
        )}
        {floor === undefined ? (
          <p class="quiet">{t('floorEmpty')}</p>
        ) : (
          <FloorPlan key={floor} rooms={onFloor} onOpen={one => room.open(draftOfRoom(one))} />
        )}
        <ul class="setup-list">
          {onFloor.map(one => (
            <RoomRow key={one.id} room={one} venue={venue} onOpen={() => room.open(draftOfRoom(one))} />
          ))}
        </ul>
      </section>
      {room.value && <RoomForm key={room.value.room ?? ''} venue={venue} draft={room} value={room.value} />}
      {roomClass.value && (
        <ClassForm key={roomClass.value.roomClass ?? ''} venue={venue} draft={roomClass} value={roomClass.value} />
      )}
    </div>
  )
}

function RoomRow({ room, venue, onOpen }: { room: RoomSetupView; venue: VenueSetupView; onOpen: () => void }) {
  const { t, s, own, house } = useSetup()
  const roomClass = venue.classes.find(({ id }) => id === room.roomClass)
  const live = house.link.get('room', room.id)
  const visit = live?.visit === undefined ? undefined : house.link.get('visit', live.visit)
  const marks = [
    roomClass && own(roomClass.name),
    room.zone !== undefined && s('zoneNumber', { zone: room.zone }),
    live && t(`room.${roomState(live, visit)}`),
  ].filter(mark => typeof mark === 'string')
  return (
    <li>
      <button type="button" class="setup-row" onClick={onOpen}>
        <span class="setup-name">{room.name}</span>
        <span class="setup-marks label">{marks.join(dot)}</span>
      </button>
    </li>
  )
}
