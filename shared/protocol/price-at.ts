/** What an item costs at a minute of the day: the hub computes with it what the panel shows before the tap. */
import type { MenuItemView } from './views/venue.ts'

/** `minute` since local midnight. The first band that holds wins; they are given the most specific first. */
export const priceAt = ({ price, bands }: Pick<MenuItemView, 'price' | 'bands'>, minute: number): number =>
  bands.find(band => holds(band, minute) || holds(band, minute + minutesOfDay))?.price ?? price

const minutesOfDay = 1440

// A band may end after midnight: 20:00–02:00 is 1200–1560, and 01:00 is minute 1500 of it.
const holds = ({ from, to }: { readonly from: number; readonly to: number }, minute: number): boolean =>
  minute >= from && minute < to
