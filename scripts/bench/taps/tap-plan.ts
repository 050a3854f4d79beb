/** What a panel of the bench taps, one after the other: each tap is accepted, and each is news on a console. Pure. */
import type { PeopleCommand } from '../../../shared/protocol/commands.ts'
import { services } from '../../../shared/protocol/words.ts'

export interface Drink {
  readonly item: string
  /** Minor units, the same at every hour. */
  readonly price: number
}

/** The events of these taps, of which a console hears exactly one for each. */
export const tapEvents: ReadonlySet<string> = new Set([
  'DoNotDisturbSet',
  'ServiceCalled',
  'RequestRepeated',
  'OrderPlaced',
])

/**
 * The `count`-th tap of one panel, from 0: do not disturb, a call, disturb again, a round of drinks. The rounds differ, so
 * that no two within ten seconds are one; a call is repeated (已催) as impatient guests do.
 */
export function tapOf(count: number, drinks: readonly Drink[]): PeopleCommand {
  const round = Math.floor(count / 4)
  switch (count % 4) {
    case 0:
      return { type: 'SetDoNotDisturb', on: true }
    case 1:
      return { type: 'CallService', service: services[round % services.length] ?? 'ice' }
    case 2:
      return { type: 'SetDoNotDisturb', on: false }
    default:
      return orderOf(round, drinks)
  }
}

function orderOf(round: number, drinks: readonly Drink[]): PeopleCommand {
  const drink = drinks[round % drinks.length]
  if (!drink) throw new RangeError('no drinks')
  const qty = 1 + (Math.floor(round / drinks.length) % 3)
  return { type: 'PlaceOrder', source: 'menu', lines: [{ item: drink.item, qty }], seen: drink.price * qty }
}
