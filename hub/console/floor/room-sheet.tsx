/** The open room's sheet: the party and what can be done for it, or the empty room and who may have it. */
import IconQuiet from '~icons/lucide/moon'
import type { Id } from '../../../shared/protocol/primitives.ts'
import { Seal } from '../../../shared/ui/seal.tsx'
import { RequestRow } from '../live/request-row.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { useStandStill } from '../shell/use-stand-still.ts'
import { may, useSpeech } from '../state/house.ts'
import { roomState } from '../state/rooms.ts'
import { roomCalls, rooms, visit as shownVisit } from '../state/shown.ts'
import { EmptyRoom } from './empty-room.tsx'
import { glyphs } from './glyphs.ts'
import './room-sheet.css'
import { VisitActions } from './visit-actions.tsx'
import { VisitDetails } from './visit-details.tsx'

export function RoomSheet() {
  const { t, own, house } = useSpeech()
  const id = house.openRoom.value
  const room = id === undefined ? undefined : rooms(house).find(one => one.id === id)
  if (!room) return null
  const visit = shownVisit(house, room.visit)
  const state = roomState(room, visit)
  const Glyph = glyphs[state]
  const close = () => {
    house.openRoom.value = undefined
  }
  return (
    <Sheet
      key={room.id}
      label={t('roomSheet', { room: room.name })}
      onClose={close}
      title={
        <span class="room-title">
          <span>{room.name}</span>
          {visit?.title !== undefined && <span class="name">{visit.title}</span>}
          {visit?.members.some(({ tier }) => tier === 'black' || tier === 'diamond') && (
            <span class="room-seal">
              <Seal word={t('vip')} />
            </span>
          )}
          <span class="room-state">
            <Glyph class="icon" aria-hidden="true" />
            {t(`room.${state}`)} · {own(room.className)}
          </span>
          {visit?.doNotDisturb && (
            <strong class="room-quiet">
              <IconQuiet class="icon" aria-hidden="true" />
              {t('doNotDisturb')}
            </strong>
          )}
        </span>
      }
    >
      <RoomCalls room={room.id} />
      {visit ? (
        <>
          <VisitActions key={visit.id} visit={visit} room={room} />
          <VisitDetails key={visit.id} visit={visit} />
        </>
      ) : (
        <EmptyRoom room={room} state={state} mayOpen={may(house, 'OpenVisit')} />
      )}
    </Sheet>
  )
}

/** A call that comes pushes the keys below it down: not from under a hand. */
function RoomCalls({ room }: { room: Id }) {
  const { t, house } = useSpeech()
  const calls = useStandStill(roomCalls(house).filter(call => call.room === room))
  if (calls.length === 0) return null
  return (
    <section class="sheet-part room-calls" data-list="" aria-label={t('openCallsOf')}>
      {calls.map(call => (
        <RequestRow key={call.id} request={call} leading={false} />
      ))}
    </section>
  )
}
