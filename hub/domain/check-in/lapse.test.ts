import { describe, expect, it } from 'vitest'
import { as, evening, minute, second, system, venue } from '../fixture.testing.ts'
import { at, given } from '../given.testing.ts'
import { lapsesAt, wangCame } from './check-in.testing.ts'

describe('time in the lobby', () => {
  const lapse = { type: 'LapseCheckIn', checkIn: 'c1' } as const
  const end = { type: 'EndWelcome', checkIn: 'c1' } as const
  it('ends a welcome and lets a check-in lapse, each once and not early', () => {
    given(wangCame)
      .when(end, { by: system, at: evening + 28 * second })
      .gives()
      .when(end, { by: system, at: evening + 29 * second })
      .gives({ type: 'WelcomeEnded', checkIn: 'c1' })
      .when(end, { by: system, at: evening + 30 * second })
      .gives()
      .when(lapse, { by: system, at: lapsesAt })
      .gives({ type: 'CheckInLapsed', checkIn: 'c1' })
      .when(lapse, { by: system, at: lapsesAt })
      .gives()
  })
  it('is undone by who sent them away, for ten seconds, and waits as before', () => {
    const dismissed = () => {
      const p = given(wangCame)
      const before = p.state.checkIns.get('c1')
      p.when({ type: 'DismissCheckIn', checkIn: 'c1' }, { by: as('lily'), at: evening }).givesTypes('CheckInDismissed')
      return { p, before }
    }
    const restore = { type: 'RestoreCheckIn', checkIn: 'c1' } as const
    const { p, before } = dismissed()
    p.when(restore, { by: as('lily'), at: evening + 9 * second })
      .gives({ type: 'CheckInRestored', checkIn: 'c1' })
      .when(restore, { by: as('lily'), at: evening + 9 * second })
      .gives()
      .tells({ already: true })
    expect(p.state.checkIns.get('c1')).toEqual({ ...before, welcomeOver: true })
    dismissed()
      .p.when(restore, { by: as('lily'), at: evening + 11 * second })
      .refuses('undo-over')
    given(wangCame, at(evening, { type: 'CheckInLapsed', checkIn: 'c1' }))
      .when(restore, { by: as('lily') })
      .refuses('already-done', 'look-again')
    given(
      wangCame,
      at(evening, { type: 'CheckInDismissed', checkIn: 'c1' }),
      at(evening, { ...wangCame, checkIn: 'c2' }),
    )
      .when(restore, { by: as('lily') })
      .refuses('already-done', 'look-again')
  })
  it('does not touch who was seated or sent away', () => {
    given(wangCame, at(evening, { type: 'CheckInDismissed', checkIn: 'c1' }))
      .when(lapse, { by: system, at: lapsesAt })
      .gives()
      .when(end, { by: system, at: lapsesAt })
      .gives()
    expect(venue.policy.checkInLapsesMs).toBe(20 * minute)
  })
})
