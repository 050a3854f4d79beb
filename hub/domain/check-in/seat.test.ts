import { describe, expect, it } from 'vitest'
import { as, evening, hour, minute, system } from '../fixture.testing.ts'
import { by, given } from '../given.testing.ts'
import { opened } from '../visit/visit.testing.ts'
import { walkedIn, wangCame, wangReserved } from './check-in.testing.ts'

describe('seating', () => {
  const seat = { type: 'SeatCheckIn', checkIn: 'c1', room: 'v08', tariff: 'big-buyout' } as const
  const lily = by(as('lily'))

  it('opens the visit, honours the reservation, loads songs and the usual without what is taboo', () => {
    const seated = given(wangReserved, { ...wangCame, party: 10, reservation: 'res' })
      .when(seat, lily)
      .givesTypes('CheckInSeated', 'VisitOpened', 'ReservationHonoured', 'PlaylistPreloaded', 'UsualPredicted')
      .tells({ visit: 'v1' })
    const [, visit, , songs, usual] = seated.events
    expect(visit).toMatchObject({ host: 'wang', party: 10, booker: 'mei', reservation: 'res', minimumSpend: 188_000 })
    expect(songs).toMatchObject({ entries: [{ song: 'song-1', why: 'yours' }, { why: 'hot' }, { why: 'hot' }] })
    expect(usual).toMatchObject({ items: expect.arrayContaining([{ item: 'whisky', qty: 1, times: 2, inARow: 2 }]) })
    expect(JSON.stringify(usual)).not.toContain('peanut')
    expect(seated.state.present.get('wang')).toBe('v1')
    expect(seated.state.checkIns.get('c1')).toMatchObject({ status: 'seated', visit: 'v1' })
    expect(seated.state.rooms.get('v08')).toEqual({ condition: 'ready', visit: 'v1' })
  })

  it('shows nothing from history in a discreet visit', () => {
    given({ ...wangCame, discreet: true, welcomed: false })
      .when(seat, lily)
      .givesTypes('CheckInSeated', 'VisitOpened')
  })

  it('gives a party nobody knows the house’s favourites, and no songs', () => {
    given({ ...walkedIn, text: 't1' })
      .when({ ...seat, checkIn: 'walk', room: 'v01', tariff: 'small-timed' }, lily)
      .givesTypes('CheckInSeated', 'VisitOpened', 'UsualPredicted')
  })

  it('is refused where somebody is, where it is not clean, at another hour', () => {
    given(wangCame, opened('x', 'v08')).when(seat, lily).refuses('room-taken', 'choose-other')
    given(wangCame, { type: 'RoomConditionSet', room: 'v08', condition: 'to-clean' })
      .when(seat, lily)
      .refuses('room-not-ready')
    given(wangCame)
      .when(seat, { ...lily, at: evening - 4 * hour })
      .refuses('unavailable', 'choose-other')
    given(wangCame)
      .when({ ...seat, tariff: 'small-timed' }, lily)
      .refuses('unknown', 'choose-other')
  })

  it('asks once before it gives away a room that was promised', () => {
    given({ ...wangReserved, member: 'li', room: 'v08' }, wangCame)
      .when(seat, lily)
      .refuses('room-promised', 'confirm')
      .when(seat, { ...lily, sure: true })
      .tells({ visit: 'v2' })
  })

  it('asks as well before it gives away the last room of a class that was promised', () => {
    const promised = { ...wangReserved, member: 'li' }
    given(promised, wangCame).when(seat, lily).refuses('room-promised', 'confirm')
    given(promised, wangCame)
      .when({ ...seat, room: 'v03', tariff: 'mid-block' }, lily)
      .tells({ visit: 'v1' })
    given(promised)
      .when({ type: 'OpenVisit', room: 'v08', tariff: 'big-buyout', party: 4 }, lily)
      .refuses('room-promised', 'confirm')
    given(promised, opened('v', 'v01'))
      .when({ type: 'MoveVisit', visit: 'v', room: 'v08' }, lily)
      .refuses('room-promised', 'confirm')
    given(wangReserved, { ...wangCame, reservation: 'res' })
      .when(seat, lily)
      .tells({ visit: 'v1' })
  })

  it('honours a promise to a party that came in time, however long it stood in the lobby', () => {
    const release = { type: 'ReleaseReservation', reservation: 'res' } as const
    const late = evening + 2 * hour
    const came = { ...wangCame, reservation: 'res', lapsesAt: late + hour }
    given(wangReserved, came)
      .when(release, { by: system, at: late })
      .gives()
      .when(seat, { ...lily, at: late + minute })
      .givesTypes('CheckInSeated', 'VisitOpened', 'ReservationHonoured', 'PlaylistPreloaded', 'UsualPredicted')
    given(wangReserved, came, { type: 'CheckInDismissed', checkIn: 'c1' })
      .when(release, { by: system, at: late })
      .givesTypes('ReservationReleased')
    given(wangReserved, came, { ...walkedIn, reservation: 'res' }, { type: 'CheckInLapsed', checkIn: 'walk' })
      .when(release, { by: system, at: late })
      .gives()
  })

  it('remembers until the bill that a deposit was paid, also of who joins others or is joined, and not of who was not theirs', () => {
    const came = { ...wangCame, party: 10, reservation: 'res' }
    const { state, when } = given(wangReserved, came).when(seat, lily)
    expect(state.visits.get('v1')?.deposit).toBe(true)
    when({ type: 'OpenVisit', room: 'v01', tariff: 'small-timed', party: 2 }, lily)
    when({ type: 'MergeVisits', from: 'v1', into: 'v2' }, lily)
    expect(state.visits.get('v2')?.deposit).toBe(true)
    const joined = given(wangReserved, came, opened('x', 'v03'))
    joined.when({ type: 'JoinVisit', checkIn: 'c1', visit: 'x' }, lily)
    expect(joined.state.visits.get('x')?.deposit).toBe(true)
    joined.when({ type: 'LeaveVisit', visit: 'x', member: 'wang' }, lily)
    expect(joined.state.visits.get('x')).not.toHaveProperty('deposit')
    const without = given({ ...wangReserved, deposit: false }, came).when(seat, lily)
    expect(without.state.visits.get('v1')).not.toHaveProperty('deposit')
  })

  it('has what was noted with each booking that is theirs, and with none that is not', () => {
    const noted = (reservation: string, note: string) => ({ ...wangReserved, reservation, note })
    const came = { ...wangCame, party: 10, reservation: 'res' }
    const friends = { ...walkedIn, reservation: 'other' }
    const { state, when } = given(noted('res', 't1'), noted('other', 't2'), came, friends, opened('x', 'v03'))
    const notes = (visit: string) => state.visits.get(visit)?.notes
    when({ type: 'JoinVisit', checkIn: 'c1', visit: 'x' }, lily)
    expect(notes('x')).toEqual(['t1'])
    when({ ...seat, checkIn: 'walk' }, lily)
    expect(notes('v1')).toEqual(['t2'])
    when({ type: 'MergeVisits', from: 'x', into: 'v1' }, lily)
    expect(notes('v1')).toEqual(['t2', 't1'])
    when({ type: 'LeaveVisit', visit: 'v1', member: 'wang' }, lily)
    expect(state.visits.get('v1')).not.toHaveProperty('notes')
  })

  it('remembers a deposit past the cutover, when its booking is gone and another joins', () => {
    const honoured = { type: 'ReservationHonoured', reservation: 'res', visit: 'x' } as const
    const { state } = given(
      wangReserved,
      opened('x', 'v08', { reservation: 'res' }),
      honoured,
      { type: 'DayRolled', day: '2026-11-21' },
      { ...wangReserved, reservation: 'next', deposit: false },
      { ...wangCame, reservation: 'next' },
    ).when({ type: 'JoinVisit', checkIn: 'c1', visit: 'x' }, lily)
    expect(state.reservations.has('res')).toBe(false)
    expect(state.visits.get('x')?.deposit).toBe(true)
  })

  it('happens once', () => {
    given(wangCame).when(seat, lily).when(seat, lily).refuses('already-done', 'look-again')
  })

  it('lets a later member join, with a usual for all of them', () => {
    const joined = given(opened('party', 'v08', { host: 'zhao' }), wangCame)
      .when({ type: 'JoinVisit', checkIn: 'c1', visit: 'party' }, lily)
      .givesTypes('CheckInSeated', 'MemberJoined', 'UsualPredicted')
    expect(joined.state.visits.get('party')).toMatchObject({ members: ['zhao', 'wang'], host: 'zhao', discreet: false })
    expect(joined.state.present.get('wang')).toBe('party')
  })

  it('makes the visit discreet with a member who is, and clears away what was shown', () => {
    const joined = given(
      opened('party', 'v08', { host: 'wang' }),
      { type: 'UsualPredicted', visit: 'party', items: [{ item: 'whisky', qty: 1, times: 2, inARow: 2 }] },
      {
        type: 'PlaylistPreloaded',
        visit: 'party',
        entries: [{ song: 'song-1', title: '海阔天空', artist: 'Beyond', entry: 'e', why: 'yours' }],
      },
      { ...wangCame, checkIn: 'c2', member: 'li', discreet: true, welcomed: false },
    )
      .when({ type: 'JoinVisit', checkIn: 'c2', visit: 'party' }, lily)
      .givesTypes('CheckInSeated', 'MemberJoined', 'UsualPredicted', 'PreloadedCleared')
    expect(joined.state.visits.get('party')).toMatchObject({ discreet: true, usual: [] })
  })
})
