/**
 * Where a floor's rooms stand: tap a room, then the cell; another room that is tapped is the one in hand. Or move it with the
 * arrow keys. Nothing is dragged. What was moved is saved as one.
 */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Id } from '../../../../shared/protocol/primitives.ts'
import type { RoomSetupView } from '../../../../shared/protocol/views/setup.ts'
import { planSize } from '../../../../shared/protocol/words.ts'
import { Button } from '../../../../shared/ui/button.tsx'
import { useDraft } from '../../state/drafts.ts'
import { saveBy } from '../setup-form.tsx'
import { savedWords, useSetup } from '../setup-words.ts'
import { type Cell, laidOut, movedTo, type Places } from './plan-places.ts'

const rows = 6

export function FloorPlan({
  rooms,
  onOpen,
}: {
  rooms: readonly RoomSetupView[]
  onOpen: (room: RoomSetupView) => void
}) {
  const { t, s, house } = useSetup()
  const moves = useDraft<Places>(`plan/${rooms[0]?.floor ?? ''}`)
  const [held, hold] = useState<Id>()
  const places = laidOut(rooms, moves.value)
  const height = Math.max(rows, ...[...places.values()].map(({ y }) => y + 2))
  const at = (cell: Cell) => rooms.find(({ id }) => places.get(id)?.x === cell.x && places.get(id)?.y === cell.y)
  const move = (room: Id, cell: Cell) => moves.set(movedTo(places, room, cell))
  const changed = rooms.flatMap(room => {
    const cell = places.get(room.id)
    return cell && (cell.x !== room.at?.x || cell.y !== room.at.y) ? [{ room: room.id, rev: room.rev, at: cell }] : []
  })
  const letGo = () => {
    moves.drop()
    hold(undefined)
  }
  const save = () =>
    saveBy(
      house,
      { type: 'PlaceRooms', places: changed },
      savedWords(({ s }) => s('plan')),
      letGo,
    )
  const inHand = rooms.find(({ id }) => id === held)
  // The keys are for the room, which has another button now.
  const grid = useRef<HTMLFieldSetElement>(null)
  useLayoutEffect(() => grid.current?.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus(), [moves.value])
  return (
    <div class="plan">
      <div class="setup-tools">
        <h3 class="label">{s('plan')}</h3>
        <span class="label">{inHand ? s('planHeld', { room: inHand.name }) : s('planHint')}</span>
        {moves.value && (
          <>
            <Button
              variant="primary"
              word={s('savePlan')}
              disabled={changed.length === 0}
              onPress={() => void save()}
            />
            <Button variant="quiet" word={t('cancel')} onPress={letGo} />
          </>
        )}
      </div>
      <fieldset ref={grid} class="plan-grid" aria-label={s('plan')} style={{ '--plan-columns': planSize }}>
        {Array.from({ length: Math.min(height, planSize) * planSize }, (_, index) => {
          const cell = { x: index % planSize, y: Math.floor(index / planSize) }
          const room = at(cell)
          return room ? (
            <button
              key={index}
              type="button"
              class="plan-room"
              aria-pressed={held === room.id}
              onClick={() => hold(held === room.id ? undefined : room.id)}
              onDblClick={() => onOpen(room)}
              onKeyDown={event => {
                const step = steps[event.key]
                if (!step) return
                event.preventDefault()
                hold(room.id)
                move(room.id, { x: cell.x + step.x, y: cell.y + step.y })
              }}
            >
              {room.name}
            </button>
          ) : (
            <button
              key={index}
              type="button"
              class="plan-cell"
              tabIndex={-1}
              disabled={held === undefined}
              aria-label={s('placeAt', { column: cell.x + 1, row: cell.y + 1 })}
              onClick={() => {
                if (held === undefined) return
                move(held, cell)
                hold(undefined)
              }}
            />
          )
        })}
      </fieldset>
    </div>
  )
}

const steps: Readonly<Record<string, Cell | undefined>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}
