/** What an evening cost: the room by the hour, and what was ordered, at the prices of that class and hour. */
import { priceOf } from '../../../hub/domain/order/price.ts'
import type { Band } from '../../../hub/domain/venue-config.ts'
import { menuItem } from '../menu/menu.ts'
import type { RoomClassId } from '../venue/rooms.ts'
import { tariffs } from '../venue/tariffs.ts'
import { weekdayOf } from './calendar.ts'
import type { Line } from './drinking.ts'

export interface Evening {
  readonly roomClass: RoomClassId
  readonly day: number
  /** Minute of the day at which the room was opened. */
  readonly minute: number
  readonly hours: number
}

/** Fen. */
export const spendOf = (evening: Evening, lines: readonly Line[]): number =>
  hourlyPrice(evening) * evening.hours +
  lines.reduce((sum, { item, qty }) => sum + qty * priceOf(menuItem(item), evening.roomClass, evening.minute), 0)

const hourly: ReadonlyMap<string, readonly Band[]> = new Map(
  tariffs.filter(tariff => tariff.kind === 'timed').map(tariff => [tariff.roomClass, tariff.bands]),
)

function hourlyPrice({ roomClass, day, minute }: Evening): number {
  const weekday = weekdayOf(day)
  const held = hourly
    .get(roomClass)
    ?.find(band => band.from <= minute && minute < band.to && (!band.days || band.days.some(one => one === weekday)))
  return held?.price ?? 0
}
