import { describe, expect, it } from 'vitest'
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import { faces } from '../../../shared/protocol/words.ts'
import { evening, hour, second, venue } from '../fixture.testing.ts'
import { at, given } from '../given.testing.ts'
import { closed, party, settled } from '../party.testing.ts'

const happy: CommandOf<'GiveFeedback'> = { type: 'GiveFeedback', guest: 2, face: 'happy', factors: ['audio'] }

describe('评价', () => {
  it('is one face for each guest', () => {
    const p = party()
    p.tap(happy).gives({
      type: 'FeedbackGiven',
      visit: 'a',
      guest: 2,
      face: 'happy',
      factors: ['audio'],
      afterDelivery: false,
    })
    p.tap(happy).gives().tells({ already: true })
    p.tap({ ...happy, guest: 0, face: 'angry', factors: ['delay', 'delay'] })
    expect([...p.visit().feedback]).toEqual([
      [2, { face: 'happy', factors: ['audio'], at: evening }],
      [0, { face: 'angry', factors: ['delay'], at: evening }],
    ])
  })

  it('can be changed until the visit closes, also after it is paid', () => {
    const p = party(settled)
    p.tap(happy)
    p.tap({ ...happy, face: 'unhappy' }, { at: evening + hour }).givesTypes('FeedbackGiven')
    p.tap({ ...happy, face: 'unhappy', factors: [] }).givesTypes('FeedbackGiven')
    expect(p.visit().feedback.size).toBe(1)
    party(closed).tap(happy).refuses('visit-closed')
    given().when(happy).refuses('visit-closed')
  })

  it('within a minute of a delivery is marked: somebody may stand there', () => {
    const brought = at(evening, { type: 'OrderDelivered', order: 'x' })
    const placed = at(evening, {
      type: 'OrderPlaced',
      order: 'x',
      visit: 'a',
      source: 'menu',
      placedBy: 'guest',
      lines: [],
      total: 0,
      needsApproval: false,
      lockedUntil: evening,
    })
    const facesAfter = (ms: number) => party(placed, brought).tap(happy, { at: evening + ms }).events
    expect(facesAfter(59 * second)).toMatchObject([{ afterDelivery: true }])
    expect(facesAfter(60 * second)).toMatchObject([{ afterDelivery: false }])
  })

  describe('with a reward of the house', () => {
    const rewarding = { venue: { ...venue, policy: { ...venue.policy, feedbackReward: 'fruit' } } }
    const gifts = (p: ReturnType<typeof party>) =>
      [...p.state.orders.values()].map(({ source, total, status, lines }) => [source, total, status, lines[0]?.item])

    it.each(faces)('gives it once in a visit, the same for %s', face => {
      const p = party()
      p.tap({ ...happy, face }, rewarding).givesTypes('FeedbackGiven', 'OrderPlaced', 'OrderAccepted')
      // Another seat, another mind, another tap: no second one.
      p.tap({ ...happy, face }, rewarding).gives()
      p.tap({ ...happy, guest: 3 }, rewarding).givesTypes('FeedbackGiven')
      p.tap({ ...happy, face: 'angry', factors: [] }, rewarding).givesTypes('FeedbackGiven')
      expect(gifts(p)).toEqual([['gift', 0, 'accepted', 'fruit']])
      expect(p.visit()).toMatchObject({ rewarded: 'fruit', ordered: 0 })
    })

    it('says no more that it was given where the bar could not pour it', () => {
      const p = party()
      p.tap(happy, rewarding).givesTypes('FeedbackGiven', 'OrderPlaced', 'OrderAccepted')
      p.staff('bo', { type: 'RejectOrder', order: 'o1', reason: 'sold-out' }).givesTypes('OrderRejected')
      expect(p.visit()).not.toHaveProperty('rewarded')
    })

    it('that is sold out or off the list gives none, and the face counts all the same', () => {
      const out = party({ type: 'SoldOutSet', item: 'fruit', soldOut: true })
      out.tap(happy, rewarding).givesTypes('FeedbackGiven')
      const unknown = { venue: { ...venue, policy: { ...venue.policy, feedbackReward: 'no-such-thing' } } }
      party().tap(happy, unknown).givesTypes('FeedbackGiven')
      const tower = { venue: { ...venue, policy: { ...venue.policy, feedbackReward: 'beer-tower' } } }
      party({ type: 'SoldOutSet', item: 'beer', soldOut: true }).tap(happy, tower).givesTypes('FeedbackGiven')
    })
  })
})
