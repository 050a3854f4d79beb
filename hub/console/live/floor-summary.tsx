/** The whole floor in small squares: enough to see where there is room and where it hurts. */
import { glyphs } from '../floor/glyphs.ts'
import { useSpeech } from '../state/house.ts'
import { byFloor, roomState, roomStates } from '../state/rooms.ts'
import { roomCalls, rooms, visit } from '../state/shown.ts'
import './floor-summary.css'

export function FloorSummary() {
  const { t, house } = useSpeech()
  const all = rooms(house)
  const states = new Map(all.map(room => [room.id, roomState(room, visit(house, room.visit))] as const))
  const calling = new Set(
    roomCalls(house).flatMap(({ status, room }) => (status === 'open' && room !== undefined ? room : [])),
  )
  return (
    <section class="summary" aria-label={t('floorSummary')}>
      <h2 class="label">{t('floorSummary')}</h2>
      {byFloor(all).map(([floor, own]) => (
        <div class="summary-floor" key={floor}>
          <span class="label">{t('floorNumber', { floor })}</span>
          <div class="summary-rooms">
            {own.map(({ id, name }) => {
              const state = states.get(id) ?? 'free'
              const Glyph = glyphs[state]
              return (
                <button
                  key={id}
                  type="button"
                  class="summary-room"
                  data-state={state}
                  data-calling={calling.has(id) ? '' : undefined}
                  aria-label={`${name} ${t(`room.${state}`)}`}
                  onClick={() => {
                    house.openRoom.value = id
                  }}
                >
                  <Glyph class="icon" aria-hidden="true" />
                  <span>{name}</span>
                </button>
              )
            })}
          </div>
        </div>
      ))}
      <p class="summary-key">
        {roomStates.map(state => {
          const Glyph = glyphs[state]
          const count = [...states.values()].filter(one => one === state).length
          return (
            <span key={state}>
              <Glyph class="icon" aria-hidden="true" />
              {t(`room.${state}`)} {count}
            </span>
          )
        })}
      </p>
    </section>
  )
}
