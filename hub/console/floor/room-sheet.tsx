/** The open room's sheet: the party and what can be done for it, or the empty room and who may have it. */
import { useState } from 'preact/hooks'
import IconQuiet from '~icons/lucide/moon'
import type { Id } from '../../../shared/protocol/primitives.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { Seal } from '../../../shared/ui/seal.tsx'
import { RequestRow } from '../live/request-row.tsx'
import { isForOneself, ResolveAll, TakeAll } from '../live/together.tsx'
import { SlipLater } from '../night/slip-later.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { useStandStill } from '../shell/use-stand-still.ts'
import { isInHand } from '../state/alerts.ts'
import { may, me, useSpeech } from '../state/house.ts'
import { roomState } from '../state/rooms.ts'
import { callsIn, rooms, visit as shownVisit } from '../state/shown.ts'
import { EmptyRoom } from './empty-room.tsx'
import { glyphs } from './glyphs.ts'
import './room-sheet.css'
import { VisitActions } from './visit-actions.tsx'
import { VisitDetails } from './visit-details.tsx'

export function RoomSheet() {
  const { t, own, house } = useSpeech()
  /** The party whose 对单 lies over its sheet. */
  const [slip, setSlip] = useState<Id>()
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
    <>
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
            <VisitActions key={visit.id} visit={visit} room={room} onSlip={() => setSlip(visit.id)} />
            <VisitDetails key={visit.id} visit={visit} />
          </>
        ) : (
          <EmptyRoom room={room} state={state} mayOpen={may(house, 'OpenVisit')} />
        )}
      </Sheet>
      {visit && slip === visit.id && <SlipLater visit={slip} onClose={() => setSlip(undefined)} />}
    </>
  )
}

/** So many calls stand above what can be done for the party: below more of them no thumb would find it. */
const mostCalls = 2

/** A call that comes pushes the keys below it down: not from under a hand. */
function RoomCalls({ room }: { room: Id }) {
  const { t, house } = useSpeech()
  const [all, setAll] = useState(false)
  const calls = useStandStill(callsIn(house, room))
  const waiting = calls.filter(call => isForOneself(house, call))
  const inHand = calls.filter(call => isInHand(call, me(house)))
  if (calls.length === 0) return null
  const listed = all ? calls : calls.slice(0, mostCalls)
  return (
    <section class="sheet-part room-calls" data-list="" aria-label={t('openCallsOf')}>
      {listed.map(call => (
        <RequestRow key={call.id} request={call} leading={false} />
      ))}
      <div class="room-calls-all" data-slice-key={`calls/${room}`}>
        {calls.length > mostCalls && (
          <Button
            size="min"
            variant="quiet"
            word={all ? t('groupLess') : t('allCalls', { count: calls.length })}
            pressed={all}
            onPress={() => setAll(!all)}
          />
        )}
        {waiting.length > 1 && <TakeAll calls={waiting} leading={false} />}
        {inHand.length > 1 && <ResolveAll calls={inHand} />}
      </div>
    </section>
  )
}
