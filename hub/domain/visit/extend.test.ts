import { describe, expect, it } from 'vitest'
import { evening, hour, minute, system } from '../fixture.testing.ts'
import { given } from '../given.testing.ts'
import { block, later, lily, opened } from './visit.testing.ts'

describe('time that was agreed', () => {
  const extend = { type: 'ExtendVisit', visit: 'v', minutes: 60 } as const
  const end = { type: 'EndTariffTime', visit: 'v' } as const

  it('is told to be up once, and again after an extension', () => {
    const on = (when: number) => ({ by: system, at: when })
    const { state } = given(opened('v', 'v03', { terms: block }))
      .when(end, on(block.endsAt - 1))
      .gives()
      .when(end, on(block.endsAt))
      .gives({ type: 'TariffTimeEnded', visit: 'v' })
      .when(end, on(block.endsAt + 1))
      .gives()
      .when(extend, { ...lily, at: block.endsAt + minute })
      .gives({ type: 'VisitExtended', visit: 'v', minutes: 60, endsAt: block.endsAt + hour, charge: 12_000 })
      .when(end, on(block.endsAt + hour))
      .gives({ type: 'TariffTimeEnded', visit: 'v' })
    expect(state.visits.get('v')?.terms).toMatchObject({ extensions: 1, added: 12_000 })
  })

  it('is given once for a hand that taps twice', () => {
    const first = { ...later, tappedAt: later.at }
    given(opened('v', 'v03', { terms: block }))
      .when(extend, first)
      .givesTypes('VisitExtended')
      .when(extend, { ...first, at: later.at + 3_000, tappedAt: later.at + 2_000 })
      .gives()
      .tells({ already: true })
      .when({ ...extend, minutes: 30 }, { ...first, at: later.at + 3_000, tappedAt: later.at + 3_000 })
      .givesTypes('VisitExtended')
      .when(extend, { ...first, at: later.at + minute, tappedAt: later.at + minute })
      .givesTypes('VisitExtended')
    // The hub was away: two taps that were a minute apart come at once.
    const apart = given(opened('v', 'v03', { terms: block }))
      .when(extend, { ...later, tappedAt: later.at - 2 * minute })
      .when(extend, { ...later, tappedAt: later.at - minute })
    expect(apart.events).toMatchObject([{ type: 'VisitExtended', tappedAt: later.at - minute }])
  })

  it('can be undone within ten seconds, as if it had never been', () => {
    const undo = { type: 'UndoExtend', visit: 'v' } as const
    const tapped = { ...later, tappedAt: later.at }
    const { state } = given(opened('v', 'v03', { terms: block }))
      .when(extend, tapped)
      .when(undo, { ...tapped, at: later.at + minute, tappedAt: later.at + 10_000 })
      .gives({ type: 'ExtensionUndone', visit: 'v', minutes: 60, charge: 12_000, endsAt: block.endsAt })
      .when(undo, tapped)
      .gives()
      .tells({ already: true })
    expect(state.visits.get('v')?.terms).toEqual(block)
    given(opened('v', 'v03', { terms: block }))
      .when(extend, tapped)
      .when(undo, { ...tapped, at: later.at + minute, tappedAt: later.at + 10_001 })
      .refuses('undo-over')
    const reminder = given(opened('v', 'v01')).when(extend, tapped).when(undo, tapped)
    expect(reminder.state.visits.get('v')?.terms).toEqual(opened('v', 'v01').terms)
  })

  it('is a reminder where minutes are charged anyway', () => {
    given(opened('v', 'v01'))
      .when(extend, later)
      .gives({ type: 'VisitExtended', visit: 'v', minutes: 60, endsAt: evening + 150 * minute, charge: 0 })
  })
})
