/** The price list by room class and time of day. */
import { priceAt } from '../../../shared/protocol/price-at.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { MenuItemView } from '../../../shared/protocol/views/venue.ts'
import type { MenuItem } from './menu-item.ts'

/** Minor units for one of `item` in a room of `roomClass`; `minute` since local midnight. */
export const priceOf = (item: Pick<MenuItem, 'price' | 'prices'>, roomClass: Id | undefined, minute: number): number =>
  priceAt(pricesFor(item, roomClass), minute)

/**
 * What a panel in a room of this class needs to compute the same. From the most specific: class and time, class, time,
 * the item's own price. A class that has a price of its own is not undercut by a happy hour for everybody; of two bands
 * of one kind the shorter wins.
 */
export function pricesFor(
  item: Pick<MenuItem, 'price' | 'prices'>,
  roomClass: Id | undefined,
): Pick<MenuItemView, 'price' | 'bands'> {
  const own = item.prices.filter(price => price.roomClass !== undefined && price.roomClass === roomClass)
  const general = item.prices.filter(price => price.roomClass === undefined)
  const ownPrice = own.find(price => !isBand(price))?.price
  if (ownPrice !== undefined) return { price: ownPrice, bands: bandsOf(own) }
  const generalPrice = general.find(price => !isBand(price))?.price
  return { price: generalPrice ?? item.price, bands: [...bandsOf(own), ...bandsOf(general)] }
}

type Price = MenuItem['prices'][number]

const isBand = ({ from, to }: Price): boolean => from !== undefined || to !== undefined

const bandsOf = (prices: readonly Price[]): MenuItemView['bands'] =>
  prices
    .filter(isBand)
    .map(({ from = 0, to = 1440, price }) => ({ from, to, price }))
    .sort((a, b) => a.to - a.from - (b.to - b.from))
