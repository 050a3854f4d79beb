import { describe, expect, it } from 'vitest'
import { wangCame, wangReserved } from '../check-in/check-in.testing.ts'
import { as } from '../fixture.testing.ts'
import { by, given } from '../given.testing.ts'
import { opened } from './visit.testing.ts'

const lily = by(as('lily'))

describe('a member who is not at that table', () => {
  const usual = {
    type: 'UsualPredicted',
    visit: 'x',
    items: [{ item: 'whisky', qty: 1, times: 2, inARow: 2 }],
  } as const
  const songs = {
    type: 'PlaylistPreloaded',
    visit: 'x',
    entries: [{ song: 'song-1', title: '海阔天空', artist: 'Beyond', entry: 'e', why: 'yours' }],
  } as const
  const leave = { type: 'LeaveVisit', visit: 'x', member: 'wang' } as const

  it('leaves nothing of theirs there, and may come to their own', () => {
    const { state, when } = given(opened('x', 'v08', { host: 'zhao' }), wangCame)
      .when({ type: 'JoinVisit', checkIn: 'c1', visit: 'x' }, lily)
      .when(leave, lily)
      .givesTypes('MemberLeft', 'UsualPredicted', 'UsualPredicted')
    expect(state.visits.get('x')).toMatchObject({ host: 'zhao', members: ['zhao'] })
    expect(state.present.has('wang')).toBe(false)
    when({ type: 'OpenVisit', room: 'v01', tariff: 'small-timed', party: 2, member: 'wang' }, lily).tells({
      visit: 'v1',
    })
    expect(state.present.get('wang')).toBe('v1')
  })

  it('was the host: the next one is, and nobody is called as they were', () => {
    const { state } = given(opened('x', 'v08', { host: 'wang', text: 't1' }), usual, songs)
      .when(leave, lily)
      .givesTypes('MemberLeft', 'UsualPredicted', 'PreloadedCleared', 'UsualPredicted')
    expect(state.visits.get('x')).toMatchObject({ members: [] })
    expect(state.visits.get('x')).not.toHaveProperty('host')
    expect(state.visits.get('x')).not.toHaveProperty('text')
  })

  it('keeps what was promised to them', () => {
    const { state } = given(wangReserved, { ...wangCame, party: 10, reservation: 'res' }, opened('x', 'v03'))
      .when({ type: 'JoinVisit', checkIn: 'c1', visit: 'x' }, lily)
      .when(leave, lily)
    expect(state.reservations.get('res')).toMatchObject({ status: 'held' })
    expect(state.reservations.get('res')).not.toHaveProperty('visit')
  })

  it('takes along the booking that the room was opened with while its hour runs, and after it goes home without it', () => {
    const with_ = opened('x', 'v08', { host: 'wang', reservation: 'res' })
    const honoured = { type: 'ReservationHonoured', reservation: 'res', visit: 'x' } as const
    const wrong = given(wangReserved, with_, honoured).when(leave, { ...lily, at: wangReserved.heldUntil - 1 })
    expect(wrong.state.reservations.get('res')).toMatchObject({ status: 'held' })
    expect(wrong.state.visits.get('x')).not.toHaveProperty('reservation')
    expect(wrong.state.visits.get('x')).not.toHaveProperty('deposit')
    const home = given(wangReserved, with_, honoured).when(leave, { ...lily, at: wangReserved.heldUntil })
    expect(home.state.reservations.get('res')).toMatchObject({ status: 'honoured', visit: 'x' })
    expect(home.state.visits.get('x')).toMatchObject({ reservation: 'res', deposit: true, members: [] })
  })

  it('has what was promised to them again, and whoever stays is asked whether they may sit in it for longer', () => {
    const { state, when } = given(
      { ...wangReserved, room: 'v08' },
      opened('x', 'v08', { host: 'wang', reservation: 'res' }),
      { type: 'ReservationHonoured', reservation: 'res', visit: 'x' },
    )
    const longer = { type: 'ExtendVisit', visit: 'x', minutes: 120 } as const
    when(leave, lily).when(longer, lily).refuses('room-promised', 'confirm')
    expect(state.visits.get('x')).not.toHaveProperty('reservation')
  })

  it('leaves once, and in a discreet visit nothing is shown after', () => {
    given(opened('x', 'v08', { host: 'wang', discreet: true }))
      .when(leave, lily)
      .gives({ type: 'MemberLeft', visit: 'x', member: 'wang' })
      .when(leave, lily)
      .refuses('already-done', 'look-again')
  })

  it('is in nobody’s record of that night', () => {
    const { events } = given(opened('x', 'v08', { host: 'wang' }))
      .when(leave, lily)
      .when({ type: 'SettleVisit', visit: 'x' }, lily)
      .when({ type: 'CloseVisit', visit: 'x' }, lily)
    expect(events.find(({ type }) => type === 'VisitClosed')).toMatchObject({ members: [] })
  })
})
