import { describe, expect, it } from 'vitest'
import { checkInFailures } from '../../../shared/protocol/words.ts'
import type { Event, EventOf } from '../events.ts'
import { evening, kiosk, minute, second } from '../fixture.testing.ts'
import { by, given } from '../given.testing.ts'
import { opened } from '../visit/visit.testing.ts'
import { known, nobody, reader, touch, walkedIn, wangCame } from './check-in.testing.ts'

describe('what fails in the lobby', () => {
  const failed = (n: number, failure: EventOf<'CheckInFailed'>['failure'], member?: string): Event => ({
    type: 'CheckInFailed',
    checkIn: `c${n}`,
    how: 'card',
    kiosk: 'kiosk1',
    credential: member ? `hash-${member}` : 'hash-?',
    failure,
    ...(member !== undefined && { member }),
  })

  const call = (when: number): Event => ({
    type: 'DeskCalled',
    request: 'r1',
    kiosk: 'kiosk1',
    why: 'failed',
    escalatesAt: when + 4 * minute,
  })

  it('never says why, and calls the desk the second time', () => {
    given()
      .when(touch, nobody())
      .refuses('please-wait', 'try-again', [failed(1, 'unknown')])
      .when(touch, nobody({ at: evening + 20 * second }))
      .refuses('please-wait', 'call-staff', [failed(2, 'unknown'), call(evening + 20 * second)])
      .when(touch, nobody({ at: evening + 40 * second }))
      .refuses('please-wait', 'call-staff', [failed(3, 'unknown')])
  })

  it.each(checkInFailures)(
    'is answered at once, in the same words as all others, and twice by a person: %s',
    failure => {
      const tried = (when: number) => by(kiosk, { at: when, facts: { identified: { failure }, credential: 'hash-?' } })
      const first = given().when(touch, tried(evening))
      const { events: _kept, ...said } = first.decision
      expect(said).toEqual({ refused: 'please-wait', next: expect.stringMatching(/^(try-again|call-staff)$/) })
      first
        .when(touch, tried(evening + 5 * second))
        .when(touch, tried(evening + 10 * second))
        .refuses('please-wait', 'call-staff', [expect.objectContaining({ type: 'CheckInFailed', failure })])
    },
  )

  it('counts one touch that is seen twice once', () => {
    given()
      .when(touch, nobody())
      .when(touch, nobody({ at: evening + second, by: reader }))
      .refuses('please-wait', 'try-again')
  })

  it('is written down every ten seconds at most once nobody can be trying so often by hand', () => {
    const house = given()
    const scan = (n: number, when: number) =>
      house.when(
        { type: 'ScanCode', code: `${n}` },
        {
          ...by(kiosk, { facts: { identified: { failure: 'unknown' }, credential: `hash-${n}` } }),
          at: when,
        },
      )
    // A broken scanner, or a stick that types: another code every 100 ms, for a minute.
    const written = Array.from({ length: 600 }, (_, n) => scan(n, evening + n * 100))
    for (const { decision } of written.slice(1))
      expect(decision).toMatchObject({ refused: 'please-wait', next: 'call-staff' })
    expect(written.flatMap(({ events }) => events).filter(({ type }) => type === 'CheckInFailed')).toHaveLength(15)
    // Left alone, the next failure is a first one again.
    expect(scan(600, evening + 4 * minute).decision).toMatchObject({ refused: 'please-wait', next: 'try-again' })
  })

  it('sends somebody at once where a number fits two', () => {
    const two = { facts: { identified: { failure: 'duplicate' as const, member: 'wang' }, credential: 'hash-wang' } }
    given()
      .when(touch, two)
      .refuses('please-wait', 'call-staff', [failed(1, 'duplicate', 'wang'), call(evening)])
  })

  it('counts cards that could not be read, one wave of the hand once', () => {
    const misread = { type: 'MisreadCard' } as const
    const unread: Event = { type: 'CheckInFailed', checkIn: 'c1', how: 'card', kiosk: 'kiosk1', failure: 'unreadable' }
    given()
      .when(misread, by(kiosk))
      .refuses('please-wait', 'try-again', [unread])
      .when(misread, by(reader, { at: evening + second }))
      .refuses('please-wait', 'try-again')
      .when(misread, by(kiosk, { at: evening + 5 * second }))
      .refuses('please-wait', 'call-staff', [{ ...unread, checkIn: 'c2' }, call(evening + 5 * second)])
    given(wangCame)
      .when(misread, by(reader, { at: evening + 2 * second }))
      .gives()
      .tells({ checkIn: 'c1' })
  })

  it('of two members’ cards in one hand lets the first in, and sends somebody', () => {
    given(wangCame)
      .when(touch, known('li', {}, { at: evening + 400 }))
      .refuses('please-wait', 'call-staff', [failed(1, 'two-cards', 'li'), call(evening + 400)])
    given(wangCame)
      .when(touch, known('li', {}, { at: evening + second }))
      .givesTypes('CheckedIn')
  })

  it('is not a card of another house in the same purse', () => {
    given(wangCame)
      .when(touch, nobody({ at: evening + 400 }))
      .gives()
      .tells({ checkIn: 'c1' })
  })

  it('is forgotten by a success, and after two minutes', () => {
    given(failed(7, 'unknown'), walkedIn)
      .when(touch, nobody())
      .refuses('please-wait', 'try-again', [failed(1, 'unknown')])
    given(failed(7, 'unknown'))
      .when(touch, nobody({ at: evening + 2 * minute + 1 }))
      .refuses('please-wait', 'try-again', [failed(1, 'unknown')])
  })

  it('sends somebody at once to a banned member, one who waits already, and one who is in', () => {
    given()
      .when(touch, known('ding'))
      .refuses('please-wait', 'call-staff', [failed(1, 'banned', 'ding'), call(evening)])
    given({ ...wangCame, checkIn: 'c0' })
      .when(touch, known('wang', {}, { at: evening + 10 * second }))
      .refuses('please-wait', 'call-staff', [failed(1, 'waiting', 'wang'), call(evening + 10 * second)])
    given(opened('v', 'v01', { host: 'wang' }))
      .when(touch, known('wang'))
      .refuses('please-wait', 'call-staff', [failed(1, 'already-in', 'wang'), call(evening)])
  })
})
