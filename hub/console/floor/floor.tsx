/** 楼面: every room by floor, what it is like in a glyph and a word; one tap opens its sheet. */
import { useState } from 'preact/hooks'
import IconGrid from '~icons/lucide/layout-grid'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { Choices } from '../parts/parts.tsx'
import { useSpeech } from '../state/house.ts'
import { byFloor, type RoomState, roomState, roomStates } from '../state/rooms.ts'
import { roomCalls, rooms, visit } from '../state/shown.ts'
import { DutyStrip } from './duty-strip.tsx'
import './floor.css'
import { RoomTile } from './room-tile.tsx'

export function Floor() {
  const { t, house } = useSpeech()
  const [only, setOnly] = useState<RoomState | 'all'>('all')
  const tiles = rooms(house).map(room => {
    const here = visit(house, room.visit)
    return { room, visit: here, state: roomState(room, here) }
  })
  const calls = roomCalls(house)
  const shown = new Map(tiles.filter(({ state }) => only === 'all' || state === only).map(tile => [tile.room.id, tile]))
  const count = (state: RoomState) => tiles.filter(tile => tile.state === state).length
  if (tiles.length === 0) return <EmptyState icon={IconGrid} title={t('floorEmpty')} hint={t('floorEmptyHint')} />
  return (
    <section class="floor" aria-label={t('floor')}>
      <div class="screen-head">
        <Choices
          label={t('floor')}
          current={only}
          onChoose={setOnly}
          choices={[
            { id: 'all', word: t('allFilters'), more: String(tiles.length) },
            ...roomStates
              .filter(state => count(state) > 0)
              .map(state => ({ id: state, word: t(`room.${state}`), more: String(count(state)) })),
          ]}
        />
      </div>
      <DutyStrip />
      {byFloor([...shown.values()].map(({ room }) => room)).map(([floor, own]) => (
        <section class="floor-level" key={floor} aria-label={t('floorNumber', { floor })}>
          <h2 class="label">{t('floorNumber', { floor })}</h2>
          <div class="floor-tiles">
            {own.flatMap(({ id }) => {
              const tile = shown.get(id)
              return tile ? [<RoomTile key={id} {...tile} calls={calls.filter(({ room }) => room === id)} />] : []
            })}
          </div>
        </section>
      ))}
    </section>
  )
}
