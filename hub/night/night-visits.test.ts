import { describe, expect, it } from 'vitest'
import type { Event } from '../domain/events.ts'
import { day, evening, hour, minute } from '../domain/fixture.testing.ts'
import { closed, opened } from '../domain/party.testing.ts'
import {
  billed,
  book,
  bookFrom,
  bounds,
  call,
  given,
  placed,
  reduced,
  returned,
  taken,
  twoLines,
} from './night-facts.testing.ts'
import { nightReport } from './night-report.ts'
import { visitSlip } from './visit-slip.ts'

const sung = (visit: string, entry: string): Event => ({ type: 'SongStarted', visit, entry })
const merged: Event = { type: 'VisitsMerged', from: 'b', into: 'a', freed: 'v03', charge: 0 }

describe('how long a party waited for its first song', () => {
  it('is counted in its own room: who came to it from another may have sung there before', () => {
    const sang = book(
      [0, opened({ visit: 'b', room: 'v03' })],
      [2, sung('b', 'e1')],
      [5, opened()],
      [8, sung('a', 'e2')],
      [9, merged],
    )
    expect(nightReport(sang, bounds)).toMatchObject({ firstSongMedian: 3 * minute })
    const silent = book([0, opened({ visit: 'b', room: 'v03' })], [2, sung('b', 'e1')], [5, opened()], [9, merged])
    const report = nightReport(silent, bounds)
    expect(report).not.toHaveProperty('firstSongMedian')
    expect(report.visits[0]).not.toHaveProperty('firstSongAfter')
  })

  it('is not known where the clock was put back since', () => {
    expect(nightReport(book([5, opened()], [2, sung('a', 'e1')]), bounds)).not.toHaveProperty('firstSongMedian')
  })
})

describe('a party that ordered less than its room’s minimum', () => {
  const rows = (night: ReturnType<typeof book>) => nightReport(night, bounds).visits.map(({ missing }) => missing)

  it('is told with what it lacks, as its bill says, and not where it lacks nothing', () => {
    const least = opened({ minimumSpend: 10_000 })
    const facts = [
      [1, placed('o1', 6000)],
      [2, placed('o2', 5000), { type: 'OrderCancelled', order: 'o2' }],
    ] as const
    expect(rows(book([0, least], ...facts))).toEqual([4000])
    expect(rows(book([0, least], ...facts, [3, returned('o1', 'o1-1', 3000), given('c1')]))).toEqual([7000])
    expect(rows(book([0, least], ...facts, [4, placed('o3', 4000)]))).toEqual([undefined])
  })

  it('is held to the room that it is in at the end, whoever came along', () => {
    const moved: Event = { type: 'VisitMoved', visit: 'a', from: 'v08', to: 'v03', minimumSpend: 8000 }
    const orders = [placed('o1', 3000), placed('o2', 1000, { visit: 'b' })]
    const both = [0, opened({ minimumSpend: 10_000 }), opened({ visit: 'b', minimumSpend: 500_000 })] as const
    expect(rows(book(both, [1, ...orders], [2, moved], [3, merged]))).toEqual([4000])
  })

  it('is told of the day of its bill, with what it ordered on the day before', () => {
    const least = opened({ minimumSpend: 10_000 })
    const from = (at: number, ...rest: readonly (readonly [number, ...Event[]])[]) =>
      rows(bookFrom(at, [0, least], [1, placed('o1', 6000)], ...rest))
    expect(from(10, [11, billed(0)])).toEqual([4000])
    expect(from(10, [9, billed(0)], [11, closed])).toEqual([undefined])
    expect(from(10, [9, billed(0)], [11, { type: 'SettleUndone', visit: 'a' }])).toEqual([4000])
  })
})

it('tells what a room ran up after its bill beside the charge, on the night on which it was closed', () => {
  const left: Event = { ...closed, afterwards: 9_000 }
  const rows = (night: ReturnType<typeof book>) =>
    nightReport(night, bounds).visits.map(({ charge, afterwards }) => [charge, afterwards])
  expect(rows(book([0, opened()], [1, billed(6_000)], [2, left]))).toEqual([[6_000, 9_000]])
  expect(rows(bookFrom(3, [0, opened()], [1, billed(6_000)], [2, left], [4, placed('o9', 2000)]))).toEqual([
    [undefined, undefined],
  ])
})

describe('an extension of a party that had paid', () => {
  const longer = (charge: number): Event => ({ type: 'VisitExtended', visit: 'a', minutes: 60, endsAt: 0, charge })
  const back: Event = { type: 'ExtensionUndone', visit: 'a', minutes: 60, charge: 12_000 }
  const undone: Event = { type: 'SettleUndone', visit: 'a' }
  const charges = (night: ReturnType<typeof book>) => {
    const { charged, visits } = nightReport(night, bounds)
    return [charged, visits[0]?.charge, visitSlip(night, 'a')?.charge]
  }

  it('comes on its bill, and off it again where it is undone', () => {
    expect(charges(book([0, opened()], [1, billed(36_800)], [2, longer(12_000)]))).toEqual([48_800, 48_800, 48_800])
    expect(charges(book([0, opened()], [1, billed(36_800)], [2, longer(12_000), back]))).toEqual([
      36_800, 36_800, 36_800,
    ])
  })

  it('is told once, whether the bill is made anew, was made after it, or on the day before', () => {
    const anew = book([0, opened()], [1, billed(36_800)], [2, longer(12_000)], [3, undone], [4, billed(48_800)])
    expect(charges(anew)).toEqual([48_800, 48_800, 48_800])
    expect(charges(book([0, opened()], [1, longer(12_000)], [2, billed(48_800)]))).toEqual([48_800, 48_800, 48_800])
    const late = [
      [0, opened()],
      [1, billed(36_800)],
    ] as const
    expect(charges(bookFrom(2, ...late, [3, longer(12_000)]))).toEqual([12_000, 12_000, 48_800])
    expect(charges(bookFrom(4, ...late, [3, longer(12_000)], [5, undone], [6, billed(50_000)]))).toEqual([
      1200, 1200, 50_000,
    ])
  })
})

it('says of a party that it came on the day before: it was opened in that night', () => {
  const night = bookFrom(60, [0, opened()], [61, placed('o1', 2000)], [62, opened({ visit: 'b', room: 'v03' })])
  const { visits } = nightReport(night, { ...bounds, startsAt: evening + hour })
  expect(visits.map(({ visit, before }) => [visit, before])).toEqual([
    ['a', true],
    ['b', undefined],
  ])
})

it('tells what was given and how many of it, and what of that comes off the bill', () => {
  const back: Event = {
    ...{ type: 'CompTakenBack', comp: 'c3', visit: 'a', kind: 'reduction', amount: 500, period: '' },
    ...{ of: 'mei', by: 'mei' },
  }
  const night = book([0, opened()], [1, given('c1'), reduced('c2', 1000), reduced('c3', 500)], [2, back])
  const { comps, visits, compTotal, reduced: off } = nightReport(night, bounds)
  expect(comps.map(({ qty }) => qty)).toEqual([3, undefined, undefined])
  expect({ visits, compTotal, off }).toMatchObject({
    visits: [{ comps: 9800, reduced: 1000 }],
    compTotal: 9800,
    off: 1000,
  })
})

describe('what was given before the day ended, and taken back after it,', () => {
  const back = (comp: string, more: object = {}): Event => ({
    ...{ type: 'CompTakenBack', comp, visit: 'a', kind: 'gift', item: 'fruit', qty: 3, amount: 8800, period: day },
    ...{ of: 'mei', by: 'lao' },
    ...more,
  })

  it('is off again on the day on which it was: the one before has been told', () => {
    const night = bookFrom(
      10,
      [0, opened()],
      [1, given('c1'), given('c2'), reduced('c3', 1000)],
      [11, back('c1'), back('c3', { kind: 'reduction', amount: 1000 })],
      [12, given('c4', { amount: 2000 })],
    )
    const { comps, compTotal, reduced: off, visits, people } = nightReport(night, bounds)
    expect(comps.map(({ amount, before, takenBack }) => [amount, before, takenBack?.by])).toEqual([
      [-8800, true, 'lao'],
      [-1000, true, 'lao'],
      [2000, undefined, undefined],
    ])
    expect({ compTotal, off, visits, people }).toMatchObject({
      compTotal: -7800,
      off: -1000,
      visits: [{ comps: -7800, reduced: -1000 }],
      people: [{ staff: 'mei', comps: -7800, compCount: 1 }],
    })
  })

  it('is told nowhere else: not where both were on the day before, and in no sum where both are on this one', () => {
    const facts = [
      [0, opened()],
      [1, given('c1')],
      [2, back('c1')],
      [20, closed],
    ] as const
    expect(nightReport(bookFrom(10, ...facts), bounds)).toMatchObject({ comps: [], compTotal: 0 })
    const { comps, compTotal } = nightReport(book(...facts), bounds)
    expect(comps).toHaveLength(1)
    expect(comps[0]).not.toHaveProperty('before')
    expect(compTotal).toBe(0)
  })
})

it('takes what comes back on the day after off whoever attended and booked, as off the party', () => {
  const party = opened({ booker: 'zhou' })
  const night = bookFrom(
    10,
    [0, party],
    [1, placed('o1', 4000, { lines: twoLines })],
    [11, placed('o2', 6000)],
    [12, returned('o1', 'l1', 2000)],
  )
  const { ordered, visits, people } = nightReport(night, bounds)
  expect({ ordered, visits }).toMatchObject({ ordered: 4000, visits: [{ ordered: 4000, returned: 2000 }] })
  expect(people.find(({ staff }) => staff === 'chen')).toMatchObject({ attended: 4000 })
  expect(people.find(({ staff }) => staff === 'zhou')).toMatchObject({ booked: 4000 })
})

it('counts a party for whom it is said to be brought by, at the end, and one that joins strangers for who brought it', () => {
  const said = (booker?: string): Event => ({ type: 'BookerSet', visit: 'a', ...(booker !== undefined && { booker }) })
  const bookedBy = (...facts: readonly (readonly [at: number, ...events: Event[]])[]) =>
    nightReport(book(...facts), bounds)
      .people.filter(({ visitsBooked }) => visitsBooked > 0)
      .map(({ staff, booked }) => [staff, booked])
  const drinks = [1, placed('o1', 4000)] as const
  expect(bookedBy([0, opened()], drinks, [2, said('zhou')], [3, said('mei')])).toEqual([['mei', 4000]])
  expect(bookedBy([0, opened({ booker: 'zhou' })], drinks, [2, said()])).toEqual([])
  const strangers = { ...opened(), visit: 'b', room: 'v05' }
  const joins: Event = { type: 'VisitsMerged', from: 'a', into: 'b', freed: 'v08', charge: 0 }
  expect(bookedBy([0, opened({ booker: 'zhou' }), strangers], drinks, [2, joins])).toEqual([['zhou', 4000]])
})

it('tells the complaints that guests took back, apart: no time of answering is counted by them', () => {
  const withdrawn = (request: string): Event => ({ type: 'RequestWithdrawn', request })
  const { withdrawnComplaints, responses, slow } = nightReport(
    book(
      [0, opened()],
      [1, call('r1'), call('r2')],
      [2, { type: 'ServiceCalled', request: 'r3', visit: 'a', service: 'ice', escalatesAt: evening }],
      [3, taken('r1')],
      [6, withdrawn('r1'), withdrawn('r2'), withdrawn('r3')],
    ),
    bounds,
  )
  expect(withdrawnComplaints).toEqual([
    {
      ...{ request: 'r2', what: 'complaint-audio', room: 'v08', at: evening + minute },
      ...{ waited: 5 * minute, withdrawnAfter: 5 * minute },
    },
    {
      ...{ request: 'r1', what: 'complaint-audio', room: 'v08', at: evening + minute },
      ...{ waited: 2 * minute, takenBy: 'chen', withdrawnAfter: 5 * minute },
    },
  ])
  expect({ calls: responses.calls, slow }).toEqual({ calls: 0, slow: [] })
})

it('says until when it is told', () => {
  expect(nightReport(book([0, opened()]), bounds).until).toBe(bounds.until)
})
