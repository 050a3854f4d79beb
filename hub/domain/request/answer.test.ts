import { describe, expect, it } from 'vitest'
import { evening, minute, second } from '../fixture.testing.ts'
import { at } from '../given.testing.ts'
import { closed, opened, type Party, party } from '../party.testing.ts'
import type { RequestEvent } from './events.ts'

// Escalates after 4 min; a take lapses after 3 min and can be undone for 10 s.
const called: RequestEvent = {
  type: 'ServiceCalled',
  request: 'r1',
  visit: 'a',
  service: 'ice',
  escalatesAt: evening + 4 * minute,
}
const complained: RequestEvent = {
  type: 'Complained',
  request: 'r1',
  visit: 'a',
  category: 'audio',
  escalatesAt: evening + 2 * minute,
}
const request = 'r1'
const take = { type: 'TakeRequest', request } as const
const release = { type: 'ReleaseRequest', request } as const
const escalate = { type: 'EscalateRequest', request } as const
const when = (ms: number) => ({ at: evening + ms, tappedAt: evening + ms })
const open = () => party(opened(), at(evening, called))
const taken = () => {
  const p = open()
  p.staff('chen', take, when(minute)).givesTypes('RequestTaken')
  return p
}
const now = ({ state }: Party) => state.requests.get('r1')

describe('taking', () => {
  it('is for the first', () => {
    const p = open()
    p.staff('chen', take, when(minute)).gives({
      type: 'RequestTaken',
      request,
      staff: 'chen',
      lapsesAt: evening + 4 * minute,
    })
    const second = p.staff('zhou', take, when(minute))
    second.refuses('already-taken')
    expect(second.decision).toMatchObject({ about: 'chen' })
    p.staff('chen', take, when(2 * minute))
      .gives()
      .tells({ already: true })
    expect(now(p)).toMatchObject({ status: 'acknowledged', takenBy: 'chen', takenAt: evening + minute })
    expect(now(p)).not.toHaveProperty('escalatesAt')
  })

  it('works at a station by the name that was tapped', () => {
    open().station('floor', take).refuses('malformed')
    open()
      .station('floor', { ...take, as: 'zhou' })
      .givesTypes('RequestTaken')
  })

  it('is of something that is there and not done', () => {
    open()
      .staff('chen', { ...take, request: 'r9' })
      .refuses('unknown')
    const p = taken()
    p.staff('zhou', { type: 'ResolveRequest', request, outcome: 'done' })
    p.staff('zhou', take).refuses('already-resolved')
  })
})

describe('the undo of a take', () => {
  it('puts it back as though nobody had touched it', () => {
    const p = open()
    const before = now(p)
    p.staff('chen', take, when(minute))
    p.staff('chen', release, { at: evening + 2 * minute, tappedAt: evening + minute + 10 * second }).gives({
      type: 'RequestReleased',
      request,
    })
    expect(now(p)).toEqual(before)
    p.staff('chen', release).gives()
  })

  it('is the taker’s own, and soon over', () => {
    const p = taken()
    p.staff('zhou', release, when(minute)).refuses('not-allowed')
    p.staff('chen', release, when(minute + 11 * second)).refuses('undo-over')
  })

  it('at a station is whose name took it: the undo of a refused take leaves a colleague’s alone', () => {
    const p = taken()
    p.station('floor', { ...take, as: 'zhou' }, when(minute)).refuses('already-taken')
    p.station('floor', { ...release, as: 'zhou' }, when(minute)).refuses('not-allowed')
    p.station('floor', release, when(minute)).refuses('malformed')
    p.station('floor', { ...release, as: 'chen' }, when(minute + 9 * second)).givesTypes('RequestReleased')
  })
})

describe('在路上', () => {
  it('is said by who took it, and gives more time', () => {
    const p = taken()
    const go = { type: 'GoToRequest', request } as const
    p.staff('zhou', go, when(2 * minute)).refuses('not-allowed')
    p.staff('chen', go, when(2 * minute)).gives({ type: 'RequestOnTheWay', request, lapsesAt: evening + 5 * minute })
    p.staff('chen', go, when(3 * minute)).gives()
    open().staff('chen', go).refuses('wrong-state')
    taken()
      .station('floor', { ...go, as: 'zhou' })
      .refuses('not-allowed')
    taken()
      .station('floor', { ...go, as: 'chen' })
      .givesTypes('RequestOnTheWay')
  })
})

describe('a take that leads nowhere', () => {
  it('lapses, alerts again, and keeps the time of the first answer', () => {
    const p = taken()
    p.time(evening + 4 * minute - 1, { type: 'LapseTake', request }).gives()
    p.time(evening + 4 * minute, { type: 'LapseTake', request }).gives({
      type: 'TakeLapsed',
      request,
      escalatesAt: evening + 8 * minute,
    })
    expect(now(p)).toMatchObject({ status: 'open', firstTakenAt: evening + minute })
    expect(now(p)).not.toHaveProperty('takenBy')
    p.staff('zhou', take, when(5 * minute))
    expect(now(p)).toMatchObject({ takenBy: 'zhou', firstTakenAt: evening + minute })
  })

  it('of guests who are gone is over', () => {
    const p = party(
      opened(),
      at(evening, called),
      at(evening, { type: 'RequestTaken', request, staff: 'chen', lapsesAt: evening }),
      closed,
    )
    p.time(evening, { type: 'LapseTake', request }).gives({ type: 'RequestWithdrawn', request, over: true })
  })
})

describe('resolving', () => {
  const resolve = { type: 'ResolveRequest', request, outcome: 'replaced' } as const

  it('is by whoever was quicker, and says who', () => {
    const p = taken()
    p.staff('mei', resolve, when(2 * minute)).gives({
      type: 'RequestResolved',
      request,
      staff: 'mei',
      outcome: 'replaced',
      confirmBy: evening + 12 * minute,
    })
    expect(now(p)).toMatchObject({ takenBy: 'chen', resolvedBy: 'mei', resolvedAt: evening + 2 * minute })
    const again = p.staff('chen', resolve, when(3 * minute))
    again.refuses('already-resolved')
    expect(again.decision).toMatchObject({ about: 'mei' })
  })

  it('without a take was the first answer too', () => {
    const p = open()
    p.station('floor', { ...resolve, as: 'chen' }, when(minute)).givesTypes('RequestResolved')
    expect(now(p)).toMatchObject({ firstTakenAt: evening + minute })
    expect(now(p)).not.toHaveProperty('escalatesAt')
  })

  it('of a complaint whose guests are gone says in whose histories it stands', () => {
    const gone = { visit: 'a', members: ['wang'], complaint: 'audio' }
    expect(party(opened(), complained, closed).staff('mei', resolve).events).toMatchObject([{ gone }])
    expect(party(opened(), complained).staff('mei', resolve).events[0]).not.toHaveProperty('gone')
  })
})

describe('without an answer', () => {
  it('goes from the floor to the manager to the owner, and no further', () => {
    const p = open()
    p.time(evening + 4 * minute - 1, escalate).gives()
    p.time(evening + 4 * minute, escalate).gives({
      type: 'RequestEscalated',
      request,
      level: 1,
      escalatesAt: evening + 8 * minute,
    })
    p.time(evening + 8 * minute, escalate).gives({
      type: 'RequestEscalated',
      request,
      level: 2,
      escalatesAt: evening + 12 * minute,
    })
    p.time(evening + 12 * minute, escalate).gives({ type: 'RequestEscalated', request, level: 3 })
    p.time(evening + 90 * minute, escalate).gives()
    expect(now(p)?.level).toBe(3)
  })

  it('goes to the first step at once where no console sounded, and from there at its pace', () => {
    const unheard = { ...escalate, unheard: true } as const
    const p = open()
    p.time(evening + 10 * second, unheard).gives({
      type: 'RequestEscalated',
      request,
      level: 1,
      escalatesAt: evening + 10 * second + 4 * minute,
    })
    p.time(evening + 20 * second, unheard).gives()
    p.time(evening + 4 * minute, escalate).gives()
    taken()
      .time(evening + 2 * minute, unheard)
      .gives()
    party(opened(), at(evening, called), closed)
      .time(evening + 10 * second, unheard)
      .gives({ type: 'RequestWithdrawn', request, over: true })
  })

  it('is not what is taken', () => {
    taken()
      .time(evening + 90 * minute, escalate)
      .gives()
  })

  it('keeps the pace that it was opened with', () => {
    const p = party(opened(), at(evening, complained))
    p.time(evening + 2 * minute, escalate).gives({
      type: 'RequestEscalated',
      request,
      level: 1,
      escalatesAt: evening + 4 * minute,
    })
  })

  it('lets a call of guests who are gone rest, but not their complaint', () => {
    party(opened(), at(evening, called), closed)
      .time(evening + 4 * minute, escalate)
      .gives({ type: 'RequestWithdrawn', request, over: true })
    party(opened(), at(evening, complained), closed)
      .time(evening + 4 * minute, escalate)
      .givesTypes('RequestEscalated')
  })
})
