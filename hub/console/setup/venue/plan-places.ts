/** Cells of rooms on a floor's plan. */
import type { Id } from '../../../../shared/protocol/primitives.ts'
import type { RoomSetupView } from '../../../../shared/protocol/views/setup.ts'
import { planSize } from '../../../../shared/protocol/words.ts'

export interface Cell {
  readonly x: number
  readonly y: number
}
export type Places = ReadonlyMap<Id, Cell>

/** As they were placed or moved since; who has no place yet stands in the first free cells. */
export function laidOut(rooms: readonly RoomSetupView[], moved: Places | undefined): Places {
  const places = new Map<Id, Cell>()
  for (const { id, at } of rooms) {
    const cell = moved?.get(id) ?? at
    if (cell) places.set(id, cell)
  }
  const taken = new Set([...places.values()].map(keyOf))
  const free = Array.from({ length: planSize * planSize }, (_, index) => ({
    x: index % planSize,
    y: Math.floor(index / planSize),
  }))
  for (const { id } of rooms) {
    if (places.has(id)) continue
    const cell = free.find(one => !taken.has(keyOf(one)))
    if (!cell) return places
    taken.add(keyOf(cell))
    places.set(id, cell)
  }
  return places
}

/** Whoever stands there goes where the room came from. Beyond the edge it stays. */
export function movedTo(places: Places, room: Id, { x, y }: Cell): Places {
  const from = places.get(room)
  if (!from || x < 0 || y < 0 || x >= planSize || y >= planSize) return places
  const moved = new Map(places)
  for (const [other, cell] of places) if (cell.x === x && cell.y === y) moved.set(other, from)
  return moved.set(room, { x, y })
}

const keyOf = ({ x, y }: Cell): number => y * planSize + x
