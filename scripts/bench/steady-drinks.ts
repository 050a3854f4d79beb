/** Drinks that cost the same at every hour and in every room, and need no choice. */
import { demoMenu } from '../demo/menu/menu.ts'
import type { Drink } from './taps/tap-plan.ts'

export const steadyDrinks = (): Drink[] =>
  demoMenu.items
    .filter(({ again, price, prices, components }) => again && price < 30_000 && !prices.length && !components.length)
    .slice(0, 24)
    .map(({ id, price }) => ({ item: id, price }))
