/** A round from a room's panel, at the price that the panel shows. */
import type { CommandOf } from '../../shared/protocol/commands.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import { demoVenue } from '../demo/venue.ts'
import { totalSeen } from '../simulate/choose.ts'
import type { Hand } from './hand.ts'
import type { House } from './house.ts'

export type Lines = CommandOf<'PlaceOrder'>['lines']

export async function placeOrder(house: House, panel: Hand<'panel'>, visit: Id, lines: Lines): Promise<void> {
  const seen = totalSeen(lines, panel.all('item'), minuteOfDay(house.now()))
  await panel.tap({ type: 'PlaceOrder', source: 'menu', lines, seen }, visit)
}

/** Since midnight in the venue. */
function minuteOfDay(at: number): number {
  const [hour = 0, minute = 0] = new Intl.DateTimeFormat('en-GB', {
    timeZone: demoVenue.timeZone,
    hour: '2-digit',
    minute: '2-digit',
  })
    .format(at)
    .split(':')
    .map(Number)
  return hour * 60 + minute
}
