/** Random nights: each move becomes the fact that a decision could have made of it in this state. */
import fc from 'fast-check'
import { minute, second } from '../../domain/fixture.testing.ts'
import { noticeSession } from '../../domain/staff/session.ts'
import type { Touched } from '../context.ts'
import { createHouse, type House } from '../house.testing.ts'
import { lobbyMoves } from './lobby-moves.testing.ts'
import { type Make, sceneOf } from './scene.testing.ts'
import { secretMembers } from './secrets.testing.ts'
import { serviceMoves } from './service-moves.testing.ts'
import { visitMoves } from './visit-moves.testing.ts'

const moves: readonly Make[] = [visitMoves, serviceMoves, lobbyMoves].flatMap(each => Object.values<Make>(each))
// Without parties in rooms and orders on the bar little else can happen.
const often: readonly Make[] = [
  visitMoves.open,
  visitMoves.open,
  visitMoves.join,
  serviceMoves.order,
  serviceMoves.call,
]

interface Move {
  readonly make: Make
  readonly a: number
  readonly b: number
  readonly flag: boolean
}

/** Batches of moves. */
export type Night = readonly (readonly Move[])[]

const move: fc.Arbitrary<Move> = fc.record({
  make: fc.constantFrom(...moves, ...often, ...often),
  a: fc.nat(40),
  b: fc.nat(40),
  flag: fc.boolean(),
})

export const nights: fc.Arbitrary<Night> = fc.array(fc.array(move, { minLength: 1, maxLength: 4 }), {
  minLength: 1,
  maxLength: 40,
  size: 'max',
})

/** Lives a night; `after` each batch, the first of which is empty. */
export function live(night: Night, after: (house: House, touched: Touched) => void): void {
  const house = createHouse({ type: 'DayRolled', day: '2026-11-20' })
  for (const [id, facts] of secretMembers) house.members.set(id, facts)
  after(house, house.touched())
  let n = 0
  for (const batch of night) {
    house.at += 7 * minute
    for (const { make, ...numbers } of batch) {
      // A batch closes within seconds.
      house.at += second
      n += 1
      const event = make(sceneOf(house, numbers, n))
      if (event) house.happen(event)
      const session = house.state.sessions.get('pc-lily')
      if (session) noticeSession(house.state, { at: house.at, by: { device: session.device, staff: session.staff } })
    }
    after(house, house.touched())
  }
}
