/** What an item costs now in a room of a class, at the venue's minute of the day: what the hub will book. */
import { useComputed } from '@preact/signals'
import { minuteOfDay } from '../../../shared/client/minute-of-day.ts'
import { priceAt } from '../../../shared/protocol/price-at.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { MenuItemView } from '../../../shared/protocol/views/venue.ts'
import { useHouse } from './house.ts'
import { timeZoneOf } from './time-zone.ts'

/** Minor units for one. Drawn anew when a minute ends, as a happy hour does. */
export function usePrices(roomClass: Id): (item: MenuItemView) => number {
  const house = useHouse()
  const minute = useComputed(() => minuteOfDay(house.now.value, timeZoneOf(house))).value
  return item => priceAt(item.classes?.find(own => own.roomClass === roomClass) ?? item, minute)
}
