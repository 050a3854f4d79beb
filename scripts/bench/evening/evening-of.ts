/** The evening of a house, as the process that plays it is told. */
import { type House, panelOf } from '../venue.ts'
import type { EveningJob } from './job.ts'

/** `guests` of all its members come, from everywhere among them. Its clock begins `behindMs` before now. */
export function eveningOf({ folder, rooms, cards }: House, guests: number, behindMs: number): EveningJob {
  if (guests <= rooms.length) throw new RangeError('somebody would come who has not gone')
  if (cards.length < guests) throw new RangeError(`only ${cards.length} have a card`)
  return {
    folder,
    rooms: rooms.map(({ id, roomClass }, index) => ({ id, roomClass, panel: panelOf(index) })),
    cards: Array.from({ length: guests }, (_, index) => cards[Math.floor((index * cards.length) / guests)] ?? ''),
    behindMs,
  }
}
