/** What an item costs now, at the venue's minute of the day. */
import { priceAt } from '../../../shared/protocol/price-at.ts'
import type { MenuItemView } from '../../../shared/protocol/views/venue.ts'
import type { House } from './house.ts'

/** Minor units; the list price, before what a room's class changes. */
export function priceNow(house: House, item: MenuItemView): number {
  const timeZone = house.link.one('venue')?.timeZone ?? 'Asia/Shanghai'
  return priceAt(item, minuteOfDay(house.link.hubNow(), timeZone))
}

function minuteOfDay(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en', {
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
    timeZone,
  }).formatToParts(at)
  const of = (type: 'hour' | 'minute') => Number(parts.find(part => part.type === type)?.value ?? 0)
  return of('hour') * 60 + of('minute')
}
