import { describe, expect, it } from 'vitest'
import { given } from '../given.testing.ts'
import { lily, opened } from './visit.testing.ts'

describe('what staff set', () => {
  it('is attendant, order rule, discretion', () => {
    given(opened('v', 'v01'))
      .when({ type: 'SetAttendant', visit: 'v', staff: 'chen' }, lily)
      .gives({ type: 'AttendantSet', visit: 'v', attendant: 'chen' })
      .when({ type: 'CountParty', visit: 'v', party: 9 }, lily)
      .gives({ type: 'PartyCounted', visit: 'v', party: 9 })
      .when({ type: 'SetAttendant', visit: 'v', staff: 'nobody' }, lily)
      .refuses('unknown', 'choose-other')
      .when({ type: 'SetOrderRule', visit: 'v', rule: { kind: 'above', amount: 50_000 } }, lily)
      .gives({ type: 'OrderRuleSet', visit: 'v', rule: { kind: 'above', amount: 50_000 } })
  })

  it('hides and shows what comes from history', () => {
    const discreet = (on: boolean) => ({ type: 'SetDiscreet', visit: 'v', discreet: on }) as const
    const { state } = given(opened('v', 'v01', { host: 'wang' }))
      .when(discreet(false), lily)
      .gives()
      .when(discreet(true), lily)
      .gives({ type: 'DiscreetSet', visit: 'v', discreet: true })
      .when(discreet(false), lily)
      .givesTypes('DiscreetSet', 'UsualPredicted')
      .when(discreet(true), lily)
      .givesTypes('DiscreetSet', 'UsualPredicted')
    expect(state.visits.get('v')).toMatchObject({ discreet: true, usual: [] })
  })
})
