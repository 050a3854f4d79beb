import { describe, expect, it } from 'vitest'
import { wangCame, wangReserved } from '../check-in/check-in.testing.ts'
import { as, evening } from '../fixture.testing.ts'
import { by, given } from '../given.testing.ts'
import { opened, settled } from './visit.testing.ts'

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

describe('a member who goes before the others', () => {
  const leave = { type: 'LeaveVisit', visit: 'x', member: 'wang', early: true } as const
  const left = { type: 'MemberLeft', visit: 'x', member: 'wang', early: true } as const
  const closing = ({ when }: ReturnType<typeof given>) => {
    when(leave, lily)
    when({ type: 'SettleVisit', visit: 'x' }, lily)
    return when({ type: 'CloseVisit', visit: 'x' }, lily).events.at(-1)
  }

  it('was there: the night is in their record too, once, wherever their friends go on', () => {
    expect(closing(given(opened('x', 'v08', { host: 'wang' })))).toMatchObject({ members: ['wang'] })
    const back = given(opened('x', 'v08', { host: 'wang' }), left, wangCame)
    back.when({ type: 'JoinVisit', checkIn: 'c1', visit: 'x' }, lily)
    expect(closing(back)).toMatchObject({ members: ['wang'] })
    const merged = given(opened('a', 'v03', { host: 'zhao' }), opened('x', 'v08', { host: 'wang' }), left)
    merged.when({ type: 'MergeVisits', from: 'x', into: 'a' }, by(as('mei')))
    merged.when({ type: 'SettleVisit', visit: 'a' }, lily)
    expect(merged.when({ type: 'CloseVisit', visit: 'a' }, lily).events.at(-1)).toMatchObject({
      members: ['zhao', 'wang'],
    })
  })

  it('learns what was done about their complaint, also after the room was closed', () => {
    const complained = {
      type: 'Complained',
      request: 'q',
      visit: 'x',
      category: 'audio',
      escalatesAt: evening,
    } as const
    const past = [opened('x', 'v08', { host: 'wang' }), complained, left, settled('x')]
    const { when } = given(...past)
    when({ type: 'CloseVisit', visit: 'x' }, lily)
    const { events } = when({ type: 'ResolveRequest', request: 'q', outcome: 'fixed' }, by(as('mei')))
    expect(events[0]).toMatchObject({ type: 'RequestResolved', gone: { visit: 'x', members: ['wang'] } })
  })

  it('had what was booked: nobody is told that they never came, and the deposit stays with the bill', () => {
    const { state, when } = given(wangReserved, { ...wangCame, party: 10, reservation: 'res' })
    when({ type: 'SeatCheckIn', checkIn: 'c1', room: 'v08', tariff: 'big-buyout' }, lily)
    when({ ...leave, visit: 'v1' }, lily).givesTypes(
      'MemberLeft',
      'UsualPredicted',
      'PreloadedCleared',
      'UsualPredicted',
    )
    expect(state.reservations.get('res')).toMatchObject({ status: 'honoured', visit: 'v1' })
    expect(state.visits.get('v1')).toMatchObject({ deposit: true, booker: 'mei', members: [], left: ['wang'] })
    expect(state.present.has('wang')).toBe(false)
  })

  it('is written down by the name that they have by then, and not at all once they are erased', () => {
    const renamed = given(opened('x', 'v08', { host: 'wang' }), left, {
      type: 'MembersMerged',
      kept: 'zhao',
      gone: 'wang',
      rev: 1,
    })
    expect(renamed.state.visits.get('x')).toMatchObject({ left: ['zhao'] })
    const erased = given(opened('x', 'v08', { host: 'wang' }), left, { type: 'MemberErased', member: 'wang', rev: 2 })
    expect(erased.state.visits.get('x')).toMatchObject({ left: [] })
  })
})
