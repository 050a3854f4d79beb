/** What the devices of a campaign tap: always something that becomes a fact, so that the journal must know it. */
import type { Answer } from '../../shared/protocol/answer.ts'
import type { PeopleCommand } from '../../shared/protocol/commands.ts'

export interface Taps {
  next(): PeopleCommand
  /** What the hub answered: an entry or an order that a later tap may name. */
  heard(command: PeopleCommand, answer: Answer): void
}

/** Songs in and out, the sign at the door on and off, now and then a round that is taken back. */
export function createPanelTaps(deps: { songs: readonly string[]; drink: string; seen: number }): Taps {
  const entries: string[] = []
  const orders: string[] = []
  let count = 0
  let quiet = false
  return {
    next() {
      count += 1
      const order = orders.shift()
      if (order !== undefined) return { type: 'UndoOrder', order }
      const entry = entries.length > 2 ? entries.shift() : undefined
      if (entry !== undefined) return { type: 'RemoveEntry', entry }
      if (count % 9 === 0)
        return { type: 'PlaceOrder', source: 'menu', lines: [{ item: deps.drink, qty: 1 }], seen: deps.seen }
      if (count % 4 === 0) {
        quiet = !quiet
        return { type: 'SetDoNotDisturb', on: quiet }
      }
      return { type: 'AddSong', song: deps.songs[count % deps.songs.length] ?? '' }
    },
    heard(command, answer) {
      if (!answer.ok) return
      if (command.type === 'AddSong' && typeof answer.result.entry === 'string') entries.push(answer.result.entry)
      if (command.type === 'PlaceOrder' && typeof answer.result.order === 'string') orders.push(answer.result.order)
    },
  }
}

/** A drink that is sold out and there again. */
export function createConsoleTaps(item: string): Taps {
  let soldOut = false
  return {
    next() {
      soldOut = !soldOut
      return { type: 'SetSoldOut', item, soldOut }
    },
    heard: () => undefined,
  }
}
