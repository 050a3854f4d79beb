import { describe, expect, it } from 'vitest'
import { evening, hour, memberOf, minute, pastVisit } from '../../domain/fixture.testing.ts'
import { closed } from '../../domain/party.testing.ts'
import { clockView } from '../clock-view.ts'
import { changedSlices, createHouse } from '../house.testing.ts'
import { accepted, changedFor, given, opened, ordered, reserved, seenBy } from './facts.testing.ts'

describe('a visit on the consoles', () => {
  it('shows money to desk, manager and owner, and to nobody else', () => {
    const house = createHouse(opened, ordered, accepted, given)
    house.at = evening + 30 * minute
    expect(seenBy('desk', house).get('visit/a')).toMatchObject({
      title: 'wang',
      money: {
        ordered: 98_000,
        comps: 8_800,
        minimumSpend: 188_000,
        missing: 90_000,
        room: 12_000,
        roomAsOf: house.at,
        unticked: ['o1'],
      },
      comps: [{ kind: 'gift', item: 'fruit', amount: 8_800, by: 'chen' }],
      lastOrderAt: evening,
    })
    for (const role of ['floor', 'floor-station', 'bar', 'bar-station'] as const) {
      expect(seenBy(role, house).get('visit/a')).not.toHaveProperty('money')
      expect(seenBy(role, house).get('visit/a')).toMatchObject({ title: 'wang', comps: [] })
    }
  })

  it('says to all who serve it what was noted when it was booked, and that something was paid then to who makes the bill', () => {
    const promise = { party: 6, arrivesAt: evening, heldUntil: evening + hour, roomClass: 'big', discreet: false }
    const house = createHouse({
      type: 'Reserved',
      reservation: 'r1',
      member: 'wang',
      note: 't1',
      deposit: true,
      ...promise,
    })
    house.texts.set('t1', '生日蛋糕')
    expect(seenBy('desk', house).get('reservation/r1')).toMatchObject({ note: '生日蛋糕' })
    expect(seenBy('floor', house).get('reservation/r1')).not.toHaveProperty('note')
    house.touched()
    house.happen({ ...opened, reservation: 'r1' }, { type: 'ReservationHonoured', reservation: 'r1', visit: 'a' })
    expect(changedFor('desk', house).get('visit/a')).toMatchObject({ notes: ['生日蛋糕'], money: { deposit: true } })
    expect(seenBy('floor', house).get('visit/a')).toMatchObject({ notes: ['生日蛋糕'] })
    house.touched()
    house.happen({ type: 'MemberLeft', visit: 'a', member: 'wang' })
    expect(changedFor('desk', house).get('visit/a')).not.toHaveProperty('notes')
    expect(seenBy('desk', house).get('visit/a')).not.toHaveProperty('money.deposit')
  })

  it('says what was noted with a booking of who joins, and nothing of it once its member is erased', () => {
    const { host: _nobody, ...walkedIn } = opened
    const house = createHouse({ ...reserved, note: 't1' }, walkedIn)
    house.texts.set('t1', '生日蛋糕')
    house.touched()
    house.happen({ type: 'ReservationHonoured', reservation: 'r1', visit: 'a' })
    expect(changedFor('floor', house).get('visit/a')).toMatchObject({ notes: ['生日蛋糕'] })
    house.texts.delete('t1')
    const changed = changedSlices(
      house.context(),
      { kind: 'console', role: 'floor' },
      house.touched({ members: new Set(['wang']) }),
    )
    expect(changed.get('visit/a')).not.toHaveProperty('notes')
  })

  it('stops the room’s charge where the bill was settled', () => {
    const house = createHouse(opened)
    house.at = evening + hour
    house.happen({ type: 'VisitSettled', visit: 'a', room: 24_000, orders: 0, comps: 0, unticked: [] })
    house.at = evening + 2 * hour
    expect(seenBy('desk', house).get('visit/a')).toMatchObject({ money: { room: 24_000, roomAsOf: evening + hour } })
  })

  it('says by itself, minute by minute, what a party runs up that paid and sings on', () => {
    const house = createHouse(opened)
    house.at = evening + hour
    house.happen({ type: 'VisitSettled', visit: 'a', room: 24_000, orders: 0, comps: 0, unticked: [] })
    expect(seenBy('desk', house).get('visit/a')).not.toHaveProperty('money.afterwards')
    house.at = evening + 90 * minute
    const clock = (role: 'desk' | 'floor') => clockView(house.context(), { kind: 'console', role })
    expect(clock('desk').get('visit/a')).toMatchObject({ money: { room: 24_000, afterwards: 12_000 } })
    expect(clock('floor').has('visit/a')).toBe(false)
  })

  it('says until when its opening can be undone, as long as nothing came of it', () => {
    const house = createHouse(opened)
    const until = { undoOpenUntil: evening + 10 * minute }
    expect(seenBy('desk', house).get('visit/a')).toMatchObject(until)
    house.happen(ordered)
    expect(seenBy('desk', house).get('visit/a')).not.toHaveProperty('undoOpenUntil')
    house.touched()
    house.happen({ type: 'OrderCancelled', order: 'o1' })
    expect(changedFor('desk', house).get('visit/a')).toMatchObject(until)
  })

  it('says until when another tariff holds as though it had been opened with it, and by which it goes', () => {
    const house = createHouse(opened)
    expect(seenBy('desk', house).get('visit/a')).toMatchObject({
      openedAnewUntil: evening + 15 * minute,
      terms: { tariff: 'big-timed' },
    })
    house.happen({ type: 'VisitMoved', visit: 'a', from: 'v08', to: 'v03', minimumSpend: 0 })
    expect(seenBy('desk', house).get('visit/a')).not.toHaveProperty('openedAnewUntil')
  })

  it('briefs staff on the members: taboos, the last time and what went wrong', () => {
    const house = createHouse(opened, { type: 'MemberJoined', visit: 'a', member: 'li', discreet: true })
    house.members.set(
      'wang',
      memberOf(
        'wang',
        'black',
        { taboos: ['peanut'], tastes: ['whisky'], say: 'Wáng', phone: '138', accountManager: 'mei' },
        [
          pastVisit('p1', evening - 9 * hour, { drunk: [{ item: 'tea', qty: 1 }] }),
          pastVisit('p2', evening - hour, {
            drunk: [{ item: 'beer', qty: 6 }],
            complaint: { category: 'audio', outcome: 'comped' },
          }),
        ],
      ),
    )
    expect(seenBy('floor', house).get('visit/a')).toMatchObject({
      discreet: true,
      host: {
        id: 'wang',
        called: 'wang',
        say: 'Wáng',
        tier: 'black',
        taboos: ['peanut'],
        tastes: ['whisky'],
        accountManager: 'mei',
        last: { at: evening - hour, drunk: ['beer'], complaint: { category: 'audio', outcome: 'comped' } },
      },
      members: [{ id: 'wang' }, { id: 'li', discreet: true }],
    })
  })

  it('leaves every console, with its orders, when it is closed', () => {
    const house = createHouse(opened, ordered)
    house.touched()
    house.happen(closed)
    const changed = changedFor('bar-station', house)
    expect([...changed]).toEqual(
      expect.arrayContaining([
        ['visit/a', undefined],
        ['order/o1', undefined],
      ]),
    )
  })
})
