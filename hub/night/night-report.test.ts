import { describe, expect, it } from 'vitest'
import type { Event, EventOf } from '../domain/events.ts'
import { day, evening, hour, minute } from '../domain/fixture.testing.ts'
import { closed, opened } from '../domain/party.testing.ts'
import { createNightBook } from './night-book.ts'
import {
  accepted,
  book,
  bounds,
  call,
  returned as cameBack,
  placed,
  resolved,
  startsAt,
  taken,
  twoLines,
} from './night-facts.testing.ts'
import { nightReport } from './night-report.ts'
import { visitSlip } from './visit-slip.ts'

describe('a room that was opened by mistake', () => {
  it('is no visit: neither its guests, its calls, its songs nor what it sent back are told', () => {
    const night = book(
      [0, opened()],
      [1, placed('o1', 6000), { type: 'OrderCancelled', order: 'o1' }],
      [2, { type: 'ServiceCalled', request: 'r', visit: 'a', service: 'ice', escalatesAt: evening }],
      [3, { type: 'SongStarted', visit: 'a', entry: 'e' }],
      [5, { type: 'VisitCancelled', visit: 'a', room: 'v08', members: ['wang'] }],
    )
    expect(nightReport(night, bounds)).toMatchObject({
      ...{ visits: [], guests: 0, charged: 0, cancelled: 0, songs: 0, responses: { calls: 0 }, byRoom: [] },
      hours: expect.not.arrayContaining([expect.objectContaining({ guests: 6 })]),
    })
  })
})

describe('the money of a night', () => {
  it('is what was ordered and neither cancelled, rejected nor returned', () => {
    const night = book(
      [0, opened()],
      [1, placed('o1', 6000)],
      [2, placed('o2', 4000), { type: 'OrderCancelled', order: 'o2' }],
      [3, placed('o3', 5000), { type: 'OrderRejected', order: 'o3', reason: 'sold-out' }],
      [4, accepted('o1')],
      [
        9,
        {
          type: 'LineReturned',
          order: 'o1',
          line: 'o1-1',
          qty: 1,
          amount: 3000,
          reason: 'unopened',
          by: 'mei',
          second: 'lao',
          period: day,
        },
      ],
      [
        10,
        {
          type: 'CompGiven',
          comp: 'c1',
          visit: 'a',
          kind: 'gift',
          item: 'fruit',
          amount: 8800,
          reason: 'complaint',
          by: 'mei',
          period: day,
        },
      ],
      [20, { type: 'VisitSettled', visit: 'a', room: 24_000, orders: 3000, comps: 0, unticked: ['o1'] }],
    )
    const report = nightReport(night, bounds)
    expect(report).toMatchObject({
      ordered: 3000,
      charged: 24_000,
      compTotal: 8800,
      returned: 3000,
      returnCount: 1,
      cancelled: 1,
      rejected: 1,
      unticked: [{ order: 'o1', room: 'v08', total: 6000 }],
      guests: 6,
    })
    expect(report.visits).toMatchObject([{ ordered: 3000, charge: 24_000, comps: 8800, returned: 3000, orders: 3 }])
    expect(report.people.find(({ staff }) => staff === 'chen')).toMatchObject({ attended: 3000 })
    expect(report.people.find(({ staff }) => staff === 'mei')).toMatchObject({
      comps: 8800,
      compCount: 1,
      returns: 3000,
    })
  })

  it('follows a party into the one that it joined', () => {
    const night = book(
      [0, opened(), opened({ visit: 'b', room: 'v03', party: 2 })],
      [1, placed('o1', 6000), placed('o2', 4000, { visit: 'b' })],
      [2, { type: 'VisitsMerged', from: 'b', into: 'a', freed: 'v03', charge: 0 }],
      [3, placed('o3', 1000, { visit: 'a' })],
    )
    const { visits, ordered } = nightReport(night, bounds)
    expect(visits).toMatchObject([{ visit: 'a', party: 8, ordered: 11_000, orders: 3 }])
    expect(ordered).toBe(11_000)
  })

  it('takes its songs and faces along; a seat that both have is that of the room they went to', () => {
    const face = (visit: string, guest: number, given: 'angry' | 'happy'): Event => ({
      type: 'FeedbackGiven',
      visit,
      guest,
      face: given,
      factors: [],
      afterDelivery: false,
    })
    const sung = (visit: string, entry: string): Event => ({ type: 'SongStarted', visit, entry })
    const report = nightReport(
      book(
        [0, opened({ visit: 'b', room: 'v03' })],
        [2, sung('b', 'e1'), face('b', 1, 'angry'), face('b', 2, 'angry')],
        [5, opened()],
        [6, sung('a', 'e2'), face('a', 1, 'happy')],
        [8, { type: 'VisitsMerged', from: 'b', into: 'a', freed: 'v03', charge: 0 }],
        [9, sung('a', 'e3')],
      ),
      bounds,
    )
    expect(report).toMatchObject({ songs: 3, faces: { angry: 1, happy: 1 }, firstSongMedian: minute })
    expect(report.visits).toMatchObject([{ visit: 'a', face: 'angry' }])
  })
})

it('counts an order of which the bar refused a line once, and the line not at all', () => {
  const refused: Event[] = [
    { type: 'OrderDivided', order: 'o1', part: 'o2', lines: ['l1'] },
    { type: 'OrderRejected', order: 'o2', reason: 'sold-out' },
  ]
  const night = book([0, opened()], [1, placed('o1', 4000, { lines: twoLines })], [2, ...refused])
  expect(nightReport(night, bounds)).toMatchObject({
    ordered: 2000,
    rejected: 1,
    visits: [{ orders: 1, ordered: 2000 }],
  })
})

describe('what came back', () => {
  const returned: Event = {
    type: 'LineReturned',
    order: 'o1',
    line: 'l1',
    qty: 1,
    amount: 2000,
    reason: 'unopened',
    by: 'mei',
    second: 'lao',
    period: day,
  }
  const gift = { comp: 'c1', visit: 'a', kind: 'gift', item: 'fruit', amount: 8800, period: day } as const
  const given = (comp: string, by: string): Event => ({ type: 'CompGiven', ...gift, comp, reason: 'complaint', by })

  it('stands on the page one by one: what of it, why, and by which two', () => {
    const night = book(
      [0, opened()],
      [1, placed('o1', 4000, { lines: twoLines })],
      [9, returned],
      [10, { type: 'VisitMoved', visit: 'a', from: 'v08', to: 'v03', minimumSpend: 0 }],
    )
    const { returns, returnCount } = nightReport(night, bounds)
    expect({ returns, returnCount }).toEqual({
      returnCount: 1,
      returns: [
        {
          at: evening + 9 * minute,
          order: 'o1',
          room: 'v08',
          item: 'tea',
          qty: 1,
          amount: 2000,
          reason: 'unopened',
          by: 'mei',
          second: 'lao',
        },
      ],
    })
  })

  it('of what was given is told with who took it back, and counted nowhere', () => {
    const night = book(
      [0, opened()],
      [1, given('c1', 'mei'), given('c2', 'chen')],
      [4, { type: 'CompTakenBack', ...gift, of: 'mei', by: 'lao' }],
    )
    const { comps, compTotal, people, visits } = nightReport(night, bounds)
    expect(comps.map(({ by, amount, takenBack }) => [by, amount, takenBack])).toEqual([
      ['mei', 8800, { at: evening + 4 * minute, by: 'lao' }],
      ['chen', 8800, undefined],
    ])
    expect({ compTotal, people, visits }).toMatchObject({
      compTotal: 8800,
      people: [{ staff: 'chen', comps: 8800, compCount: 1 }],
      visits: [{ comps: 8800 }],
    })
  })
})

describe('how quickly somebody came', () => {
  const night = book(
    [0, opened()],
    [1, call('r1')],
    [2, call('r2')],
    [4, taken('r1')],
    [5, resolved('r1')],
    [6, { type: 'RequestReopened', request: 'r1', escalatesAt: evening }],
    [7, { type: 'RequestEscalated', request: 'r2', level: 1 }],
    [12, taken('r2', 'lin')],
    [13, resolved('r2')],
    [14, call('r3')],
    [15, { type: 'RequestWithdrawn', request: 'r3' }],
    [20, call('r4')],
  )
  const report = nightReport(night, bounds)

  it('is counted from the call to the first who took it; what was withdrawn nobody waited for', () => {
    expect(report.responses).toEqual({
      calls: 3,
      taken: 2,
      takenMedian: 3 * minute,
      // Nobody has come to the last one.
      longestWait: bounds.until - (evening + 20 * minute),
      resolved: 1,
      resolvedMedian: 11 * minute,
      escalated: 1,
      reopened: 1,
    })
    expect(report.byKind).toMatchObject([{ what: 'complaint-audio', calls: 3 }])
    expect(report.people.find(({ staff }) => staff === 'lin')?.responses).toMatchObject({
      calls: 1,
      takenMedian: 10 * minute,
    })
  })

  it('tells what nobody came for until the guests went, and for how long', () => {
    const left = book([0, opened()], [1, call('r1')], [31, { type: 'RequestWithdrawn', request: 'r1', over: true }])
    const { responses, slow } = nightReport(left, bounds)
    expect(responses).toMatchObject({ calls: 1, taken: 0, longestWait: 30 * minute })
    expect(slow).toMatchObject([{ request: 'r1', waited: 30 * minute }])
  })

  it('tells why somebody at the door called, in no room', () => {
    const called = book([0, { type: 'DeskCalled', request: 'r1', kiosk: 'kiosk', why: 'looking-for', escalatesAt: 0 }])
    const { slow, byKind } = nightReport(called, bounds)
    expect(byKind).toMatchObject([{ what: 'desk-looking-for', calls: 1 }])
    expect(slow).toEqual([{ request: 'r1', what: 'desk-looking-for', at: evening, waited: 4 * hour }])
  })

  it('names what waited longest, whoever still waits first', () => {
    expect(report.slow.map(({ request }) => request)).toEqual(['r4', 'r2', 'r1'])
    expect(report.openComplaints.map(({ request }) => request)).toEqual(['r4', 'r1'])
  })
})

it('draws the night by the hour: who was in the house at its end', () => {
  const { hours } = nightReport(book([0, opened()], [30, placed('o1', 6000)], [90, { ...closed }]), bounds)
  expect(hours).toHaveLength(18)
  expect(hours.slice(13)).toMatchObject([
    { guests: 0, ordered: 0 },
    { guests: 6, ordered: 6000 },
    { guests: 0, ordered: 0 },
    { guests: 0 },
    {},
  ])
})

it('takes what came back off the hour in which it was ordered', () => {
  const night = book(
    [0, opened()],
    [1, placed('o1', 4000)],
    [62, placed('o2', 6000)],
    [130, cameBack('o1', 'o1-1', 2000)],
  )
  const { hours, ordered } = nightReport(night, bounds)
  expect(hours.slice(14, 17).map(hour => hour.ordered)).toEqual([2000, 6000, 0])
  expect(hours.reduce((sum, hour) => sum + hour.ordered, 0)).toBe(ordered)
})

it('counts only the day’s own facts, and knows from the day before what they are about', () => {
  const night = createNightBook()
  const by = { device: 'bar-screen' }
  night.add({ at: startsAt - hour, by, events: [opened({}), placed('o1', 6000)] }, false)
  night.add({ at: startsAt + minute, by, events: [placed('o2', 4000)] }, true)
  const report = nightReport(night, bounds)
  expect(report).toMatchObject({ ordered: 4000, guests: 0, visits: [{ room: 'v08', ordered: 4000 }] })
})

it('tells whose hands an order went through', () => {
  const slip = visitSlip(
    book(
      [0, opened()],
      [1, placed('o1', 6000)],
      [2, accepted('o1')],
      [5, { type: 'OrderDelivered', order: 'o1', staff: 'chen' }],
    ),
    'a',
  )
  expect(slip).toMatchObject({ room: 'v08', total: 6000 })
  expect(slip?.orders[0]?.steps).toEqual([
    { at: evening + minute, what: 'placed', device: 'bar-screen', staff: 'lin' },
    { at: evening + 2 * minute, what: 'accepted', device: 'bar-screen', staff: 'lin' },
    { at: evening + 5 * minute, what: 'delivered', device: 'bar-screen', staff: 'chen' },
  ])
  expect(visitSlip(book(), 'a')).toBeUndefined()
})

it('tells no delivery that was taken back: the order is on its way once more, until somebody brings it', () => {
  const facts: readonly (readonly [at: number, ...events: Event[]])[] = [
    [0, opened()],
    [1, placed('o1', 6000)],
    [2, accepted('o1')],
    [5, { type: 'OrderDelivered', order: 'o1', staff: 'chen' }],
    [6, { type: 'OrderRecalled', order: 'o1', staff: 'chen' }],
  ]
  const stepsOf = (night: ReturnType<typeof book>) => visitSlip(night, 'a')?.orders[0]?.steps.map(({ what }) => what)
  const night = book(...facts)
  expect(stepsOf(night)).toEqual(['placed', 'accepted'])
  expect(night.orders.get('o1')?.status).toBe('accepted')
  const brought = book(...facts, [9, { type: 'OrderDelivered', order: 'o1', staff: 'lin' }])
  expect(visitSlip(brought, 'a')?.orders[0]?.steps.at(-1)).toMatchObject({ at: evening + 9 * minute, staff: 'lin' })
  expect(stepsOf(brought)).toEqual(['placed', 'accepted', 'delivered'])
})

it('tells of whom faces were asked for at the table: those that came with a delivery, by who attended then', () => {
  const face = (guest: number, afterDelivery: boolean): Event => {
    return { type: 'FeedbackGiven', visit: 'a', guest, face: 'delighted', factors: [], afterDelivery }
  }
  const night = book(
    [0, opened()],
    [1, { type: 'AttendantSet', visit: 'a', attendant: 'chen' }],
    [2, face(0, true), face(1, true), face(2, false)],
    [3, { type: 'AttendantSet', visit: 'a', attendant: 'bo' }],
    // What a guest says anew, with nobody beside them, is what counts.
    [9, face(1, false)],
  )
  const report = nightReport(night, bounds)
  expect(report).toMatchObject({ faces: { delighted: 3 }, facesAtTable: 1 })
  expect(report.people.map(({ staff, facesAtTable }) => [staff, facesAtTable])).toEqual([['chen', 1]])
})

describe('a party that stays past the cutover', () => {
  /** Settled and 评价 given at 05:00, closed after 06:00; each day told from the same lines. */
  type Lines = readonly (readonly [at: number, ...events: Event[]])[]
  const lines: Lines = [
    [0, opened()],
    [5, { type: 'SongStarted', visit: 'a', entry: 'e1' }],
    [540, { type: 'VisitSettled', visit: 'a', room: 88_800, orders: 0, comps: 0, unticked: [] }],
    [541, { type: 'FeedbackGiven', visit: 'a', guest: 1, face: 'angry', factors: ['audio'], afterDelivery: false }],
    [610, { ...closed }],
  ]
  const told = (from: number, until: number, of: Lines = lines) => {
    const night = createNightBook()
    for (const [at, ...events] of of)
      if (at < until) night.add({ at: evening + at * minute, by: {}, events }, at >= from)
    return nightReport(night, { day, startsAt: evening + from * minute, until: evening + until * minute })
  }

  it('is charged, judged and sings in one night', () => {
    const [before, after] = [told(-840, 600), told(600, 2040)]
    expect(before).toMatchObject({ charged: 88_800, faces: { angry: 1 }, firstSongMedian: 5 * minute })
    expect(before.badFactors).toEqual([{ factor: 'audio', times: 1 }])
    expect(after).toMatchObject({ charged: 0, faces: { angry: 0 }, badFactors: [], songs: 0 })
    expect(after.firstSongMedian).toBeUndefined()
    expect(after.visits).toMatchObject([{ visit: 'a', firstSongAfter: 5 * minute }])
    expect(after.visits[0]).not.toHaveProperty('charge')
    expect(after.visits[0]).not.toHaveProperty('face')
  })

  it('owes so much less on the day after as is refused or taken back then', () => {
    const late: Lines = [
      [0, opened()],
      [598, placed('o1', 6000)],
      [599, placed('o2', 4000, { lines: twoLines })],
      [601, { type: 'OrderCancelled', order: 'o1' }],
      [602, { type: 'OrderDivided', order: 'o2', part: 'o3', lines: ['l1'] }],
      [602, { type: 'OrderRejected', order: 'o3', reason: 'sold-out' }],
    ]
    expect(told(-840, 600, late)).toMatchObject({ ordered: 10_000, cancelled: 0, rejected: 0 })
    const after = told(600, 2040, late)
    expect(after).toMatchObject({ ordered: -8000, cancelled: 1, rejected: 1, guests: 0 })
    expect(after.visits).toMatchObject([{ visit: 'a', ordered: -8000, orders: 0 }])
    expect(after.people).toMatchObject([{ staff: 'chen', attended: -8000 }])
    expect(after.hours.every(({ ordered }) => ordered === 0)).toBe(true)
  })

  it('whose bill is undone and made again after it adds to that day what it differs by', () => {
    const bill = (room: number, visit = 'a'): Event => ({
      type: 'VisitSettled',
      visit,
      room,
      orders: 0,
      comps: 0,
      unticked: [],
    })
    const undone: Event = { type: 'SettleUndone', visit: 'a' }
    const again: Lines = [...lines.slice(0, -1), [605, undone], [615, bill(96_000)]]
    expect([told(-840, 600, again).charged, told(600, 2040, again).charged]).toEqual([88_800, 7_200])
    // Taken back and not made again, nobody owes it any more; and once more, within one day, only the last counts.
    expect(told(600, 2040, again.slice(0, -1)).charged).toBe(-88_800)
    expect(told(600, 2040, [...again, [620, undone], [625, bill(88_800)]])).toMatchObject({
      charged: 0,
      visits: [{ visit: 'a', charge: 0 }],
    })
    // Whose bill was taken back joins another party: what both come to is told by what it differs.
    const other: Lines = [[580, opened({ visit: 'b', room: 'v03' })]]
    const joined: Event = { type: 'VisitsMerged', from: 'a', into: 'b', freed: 'v01', charge: 90_000 }
    const both: Lines = [...lines.slice(0, -1), ...other, [605, undone], [610, joined], [620, bill(150_000, 'b')]]
    expect(told(600, 2040, both).charged).toBe(150_000 - 88_800)
    expect(told(600, 2040, both.slice(0, -1)).charged).toBe(-88_800)
    // Taken back on the day that it was made, it is the next day's alone.
    const before: Lines = [...lines.slice(0, -1), [550, undone], [615, bill(96_000)]]
    expect([told(-840, 600, before).charged, told(600, 2040, before).charged]).toEqual([0, 96_000])
  })
})

it('counts a song once that the player reports after the hub began it', () => {
  const started = { type: 'SongStarted', visit: 'a', entry: 'e1' } as const
  expect(nightReport(book([0, opened()], [1, started], [2, { ...started, reported: true }]), bounds).songs).toBe(1)
})

it('takes for a party’s first song what somebody began, not what began by itself in a room where nobody touched the panel', () => {
  const began = (by: { system?: true }) => {
    const night = createNightBook()
    const started = { type: 'SongStarted', visit: 'a', entry: 'e1' } as const
    night.add({ at: evening, by: {}, events: [opened()] }, true)
    night.add({ at: evening + 10 * minute, by, events: [started] }, true)
    night.add({ at: evening + 10 * minute, by: {}, events: [{ ...started, reported: true }] }, true)
    return nightReport(night, bounds)
  }
  expect([began({}).firstSongMedian, began({ system: true }).firstSongMedian]).toEqual([10 * minute, undefined])
  expect(began({ system: true }).songs).toBe(1)
})

describe('a call that was done', () => {
  it.each<[string, Event]>([
    ['put aside', { type: 'RequestSnoozed', request: 'r1', staff: 'lin', reason: 'kitchen-busy', lapsesAt: evening }],
    ['passed on', { type: 'RequestPassed', request: 'r1', staff: 'lin', to: { staff: 'chen' }, escalatesAt: evening }],
  ])('after it was %s is answered by whoever did it', (_what, between) => {
    const report = nightReport(book([0, opened()], [1, call('r1')], [2, between], [5, resolved('r1')]), bounds)
    expect(report.slow).toMatchObject([{ request: 'r1', waited: 4 * minute, takenBy: 'chen' }])
    expect(report.responses).toMatchObject({ taken: 1, takenMedian: 4 * minute })
    expect(report.people.find(({ staff }) => staff === 'chen')?.responses).toMatchObject({ calls: 1 })
  })
})

describe('a take that was undone', () => {
  const undone = (request: string): Event => ({ type: 'RequestReleased', request })
  const slow = (...facts: readonly (readonly [at: number, ...events: Event[]])[]) =>
    nightReport(book([0, opened()], [1, call('r1')], ...facts), bounds).slow

  it('was no answer: who came half an hour later was the first', () => {
    const [one] = slow([1.05, taken('r1')], [1.1, undone('r1')], [31, taken('r1', 'zhou')], [35, resolved('r1')])
    expect(one).toMatchObject({ waited: 30 * minute, takenBy: 'zhou', solvedAfter: 34 * minute, solvedBy: 'chen' })
  })

  it('leaves the answer to whoever came before it', () => {
    const lapsed: Event = { type: 'TakeLapsed', request: 'r1', escalatesAt: evening }
    const [again] = slow([3, taken('r1')], [6, lapsed], [7, taken('r1', 'zhou')], [7.1, undone('r1')])
    expect(again).toMatchObject({ waited: 2 * minute, takenBy: 'chen' })
    const aside: Event = { type: 'RequestSnoozed', request: 'r1', staff: 'zhou', reason: 'watching', lapsesAt: evening }
    const [resumed] = slow([3, taken('r1')], [4, aside], [4.1, undone('r1')])
    expect(resumed).toMatchObject({ waited: 2 * minute, takenBy: 'chen' })
    const passed: Event = {
      type: 'RequestPassed',
      request: 'r1',
      staff: 'chen',
      to: { staff: 'zhou' },
      escalatesAt: evening,
    }
    const [kept] = slow([3, taken('r1')], [4, passed], [4.1, undone('r1')])
    expect(kept).toMatchObject({ waited: 2 * minute, takenBy: 'chen' })
  })

  it('after the undo of what was done with it was no answer either', () => {
    const aside: Event = { type: 'RequestSnoozed', request: 'r1', staff: 'chen', reason: 'watching', lapsesAt: evening }
    const facts = [
      [3, taken('r1')],
      [3.05, aside],
      [3.1, undone('r1')],
      [3.15, undone('r1')],
      [31, taken('r1', 'zhou')],
    ] as const
    expect(slow(...facts)[0]).toMatchObject({ waited: 30 * minute, takenBy: 'zhou' })
  })
})

describe('bottles that were left and fetched', () => {
  const bottle = { keep: 'k1', item: 'whisky', label: 'K-0427' } as const
  const stored: Event = {
    type: 'KeepStored',
    ...bottle,
    visit: 'a',
    tenths: 6,
    shelf: 'B-12',
    expiresAt: evening,
    by: 'bo',
  }
  const drawn: Event = { type: 'KeepDrawn', ...bottle, visit: 'a', tenths: 4, left: 2, by: 'bo', second: 'chen' }
  const forfeited: Event = { type: 'KeepForfeited', ...bottle, tenths: 2, by: 'mei' }

  it('stand on the page one by one, and those of a party on its slip', () => {
    const night = book([0, opened()], [5, stored], [90, drawn], [95, forfeited])
    const { keepsStored, keepsDrawn, keeps } = nightReport(night, bounds)
    const about = { label: 'K-0427', item: 'whisky' }
    expect({ keepsStored, keepsDrawn, keeps }).toEqual({
      keepsStored: 1,
      keepsDrawn: 1,
      keeps: [
        { at: evening + 5 * minute, what: 'stored', ...about, tenths: 6, room: 'v08', by: 'bo' },
        { at: evening + 90 * minute, what: 'drawn', ...about, tenths: 4, room: 'v08', by: 'bo', second: 'chen' },
        { at: evening + 95 * minute, what: 'forfeited', ...about, tenths: 2, by: 'mei' },
      ],
    })
    expect(visitSlip(night, 'a')?.keeps.map(({ what }) => what)).toEqual(['stored', 'drawn'])
  })

  it('that were kept by mistake are told, and not counted', () => {
    const undone: Event = { type: 'KeepUndone', ...bottle, visit: 'a', tenths: 6, by: 'bo' }
    const night = book([0, opened()], [5, stored], [7, undone])
    const { keepsStored, keeps } = nightReport(night, bounds)
    expect(keepsStored).toBe(0)
    expect(keeps.map(({ what, room, by }) => [what, room, by])).toEqual([
      ['stored', 'v08', 'bo'],
      ['undone', 'v08', 'bo'],
    ])
  })

  it('that were entered wrongly are told with what was said before, where it differs', () => {
    const corrected = (was: EventOf<'KeepCorrected'>['was']): Event => ({
      type: 'KeepCorrected',
      ...bottle,
      tenths: 8,
      shelf: 'B-12',
      member: 'wang',
      was,
      by: 'mei',
      second: 'bo',
    })
    const night = book(
      [0, opened()],
      [5, corrected({ tenths: 6, shelf: 'C-1' })],
      [6, corrected({ tenths: 8, shelf: 'C-1', member: 'wang' })],
    )
    const told = {
      what: 'corrected',
      label: 'K-0427',
      item: 'whisky',
      tenths: 8,
      shelf: 'B-12',
      by: 'mei',
      second: 'bo',
    }
    expect(nightReport(night, bounds).keeps).toEqual([
      { at: evening + 5 * minute, ...told, was: { tenths: 6, shelf: 'C-1', owner: true } },
      { at: evening + 6 * minute, ...told, was: { shelf: 'C-1' } },
    ])
  })

  it('of an old journal are told as far as it says', () => {
    const night = book([0, opened()], [90, { type: 'KeepDrawn', keep: 'k1', visit: 'a', tenths: 4, left: 2 }])
    expect(nightReport(night, bounds).keeps).toEqual([
      { at: evening + 90 * minute, what: 'drawn', tenths: 4, room: 'v08', by: 'lin' },
    ])
  })
})
