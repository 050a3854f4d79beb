import { describe, expect, it } from 'vitest'
import { createTally } from './tally.ts'

describe('the tally of an evening', () => {
  it('tells what a night brings from what must be a bug', () => {
    const tally = createTally()
    tally.refuse('PlaceOrder', 'sold-out')
    tally.refuse('SettleVisit', 'open-orders')
    expect(tally.unexpected()).toEqual([])
    tally.refuse('TakeRequest', 'wrong-state')
    tally.refuse('AddSong', 'malformed')
    tally.refuse('AddSong', 'malformed')
    expect(tally.unexpected()).toEqual([
      ['AddSong: malformed', 2],
      ['TakeRequest: wrong-state', 1],
    ])
    // Its visit was closed while the tap was under way.
    tally.refuse('GoToRequest', 'wrong-state', true)
    expect(tally.unexpected()).toHaveLength(2)
    expect(tally.refusals()).toContainEqual(['sold-out', 1])
  })
})
