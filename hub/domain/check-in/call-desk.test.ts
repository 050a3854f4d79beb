import { describe, it } from 'vitest'
import { evening, minute } from '../fixture.testing.ts'
import { given } from '../given.testing.ts'

describe('a call for the desk', () => {
  const call = { type: 'CallDesk', why: 'looking-for' } as const
  it('is one, however often it is tapped', () => {
    given().when(call).givesTypes('DeskCalled').when(call).gives().tells({ request: 'r1' })
  })
  it('is another one after the first was answered', () => {
    given(
      { type: 'DeskCalled', request: 'q', kiosk: 'kiosk1', why: 'looking-for', escalatesAt: evening + minute },
      { type: 'RequestResolved', request: 'q', staff: 'lily', outcome: 'done' },
    )
      .when(call)
      .givesTypes('DeskCalled')
  })
})
