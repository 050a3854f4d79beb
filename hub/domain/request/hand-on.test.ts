import { describe, expect, it } from 'vitest'
import { evening, hour, minute, second, venue } from '../fixture.testing.ts'
import { at } from '../given.testing.ts'
import { opened, type Party, party } from '../party.testing.ts'
import { dueRequest } from './due.ts'
import type { RequestEvent } from './events.ts'

const request = 'r1'
const called: RequestEvent = {
  type: 'ServiceCalled',
  request,
  visit: 'a',
  service: 'ice',
  escalatesAt: evening + 4 * minute,
  resolveBy: evening + 15 * minute,
}
const aboutChen: RequestEvent = {
  type: 'Complained',
  request,
  visit: 'a',
  category: 'service',
  escalatesAt: evening + 2 * minute,
  attendant: 'chen',
}
const onDuty = (...staff: string[]) =>
  staff.map(id => at(evening, { type: 'ShiftStarted', staff: id, endsAt: evening + 14 * hour }))
const open = (...staff: string[]) => party(opened(), ...onDuty(...staff), at(evening, called))
const when = (ms: number) => ({ at: evening + ms, tappedAt: evening + ms })
const now = ({ state }: Party) => state.requests.get(request)
const take = { type: 'TakeRequest', request } as const
const release = { type: 'ReleaseRequest', request } as const
const resolve = { type: 'ResolveRequest', request, outcome: 'done' } as const
const resume = { type: 'ResumeRequest', request } as const
const toZhou = { type: 'PassRequest', request, to: { staff: 'zhou' } } as const
const toManager = { type: 'PassRequest', request, to: { role: 'manager' } } as const
const later = { type: 'SnoozeRequest', request, reason: 'guest-asked', minutes: 10 } as const

describe('passing on', () => {
  it('lets it wait for them as though it had just come', () => {
    const p = open('chen', 'zhou')
    p.staff('chen', take, when(minute))
    p.staff('chen', toZhou, when(2 * minute)).gives({
      type: 'RequestPassed',
      request,
      staff: 'chen',
      to: { staff: 'zhou' },
      escalatesAt: evening + 6 * minute,
    })
    expect(now(p)).toMatchObject({ status: 'open', passed: { by: 'chen', to: { staff: 'zhou' } } })
    expect(now(p)).not.toHaveProperty('takenBy')
    p.staff('zhou', take, when(3 * minute)).givesTypes('RequestTaken')
  })

  it('is everybody’s again when they do not answer, and when they took it and did not go', () => {
    const p = open('chen', 'zhou')
    p.staff('chen', toZhou)
    p.time(evening + 4 * minute, { type: 'EscalateRequest', request }).givesTypes('RequestEscalated')
    expect(now(p)).not.toHaveProperty('passed')
    const q = open('chen', 'zhou')
    q.staff('chen', toZhou)
    q.staff('zhou', take, when(minute))
    q.time(evening + 4 * minute, { type: 'LapseTake', request }).givesTypes('TakeLapsed')
    expect(now(q)).not.toHaveProperty('passed')
  })

  it('is to nobody who is off duty where others of the kind are on, nor to whom it is about', () => {
    open('chen').staff('chen', toZhou).refuses('off-duty', 'choose-other')
    open('mei').staff('chen', toZhou).givesTypes('RequestPassed')
    open()
      .staff('chen', { ...toZhou, to: { staff: 'nobody' } })
      .refuses('unknown')
    party(opened(), at(evening, aboutChen))
      .staff('zhou', { ...toZhou, to: { staff: 'chen' } })
      .refuses('not-allowed', 'choose-other')
  })

  it('is by whoever has it, or by a manager; at a station by the name that was tapped', () => {
    const p = open()
    p.staff('chen', take)
    p.staff('zhou', toManager).refuses('not-allowed')
    p.station('floor', toManager).refuses('malformed')
    p.station('floor', { ...toManager, as: 'chen' }).givesTypes('RequestPassed')
    const q = open()
    q.staff('chen', take)
    q.staff('mei', toZhou).givesTypes('RequestPassed')
    p.staff('mei', resolve)
    p.staff('mei', toZhou).refuses('already-resolved')
  })

  it('lets nobody let lie, or hand on, what is about them', () => {
    for (const command of [toZhou, later])
      party(opened(), at(evening, aboutChen)).staff('chen', command).refuses('not-allowed', 'ask-manager')
  })
})

describe('the undo of passing on', () => {
  it('leaves an untaken call untaken, with the clock that it had', () => {
    const p = open('chen', 'zhou')
    const before = now(p)
    p.staff('chen', toZhou, when(minute))
    p.staff('chen', release, when(minute + 9 * second)).gives({ type: 'RequestReleased', request })
    expect(now(p)).toEqual(before)
    p.staff('chen', release, when(minute + 9 * second)).gives()
  })

  it('gives it back to whoever had it', () => {
    const p = open('chen', 'zhou')
    p.staff('chen', take, when(minute))
    const before = now(p)
    p.staff('mei', toZhou, when(2 * minute))
    p.staff('mei', release, when(2 * minute + second)).givesTypes('RequestReleased')
    expect(now(p)).toEqual(before)
  })

  it('leaves it theirs to whom it had been passed before', () => {
    const p = open('chen', 'zhou')
    p.staff('chen', toManager, when(minute))
    const before = now(p)
    p.staff('zhou', toZhou, when(2 * minute))
    p.staff('zhou', release, when(2 * minute + second)).givesTypes('RequestReleased')
    expect(now(p)).toEqual(before)
  })

  it('is their own who passed it on, soon over, and comes too late once it was answered', () => {
    const p = open('chen', 'zhou')
    p.staff('chen', toZhou, when(minute))
    p.staff('zhou', release, when(minute)).gives()
    p.staff('chen', release, when(minute + 11 * second)).refuses('undo-over')
    p.staff('zhou', take, when(minute))
    p.staff('chen', release, when(minute + second)).refuses('not-allowed')
    p.staff('zhou', release, when(minute + second)).givesTypes('RequestReleased')
    expect(now(p)).toMatchObject({ status: 'open', escalatesAt: evening + 5 * minute })
    // It is never left without a clock.
    p.staff('chen', release, when(minute + 2 * second)).givesTypes('RequestReleased')
    expect(now(p)).toMatchObject({ status: 'open', escalatesAt: evening + 5 * minute })
    expect(now(p)).not.toHaveProperty('passed')
  })
})

describe('a call whose hands go home', () => {
  const off = { type: 'EndShift' } as const
  const on = { type: 'StartShift' } as const
  const lapsed = { type: 'PassLapsed', request } as const

  it('is everybody’s again at once, and its clock runs on', () => {
    const p = open('chen', 'zhou')
    p.staff('chen', toZhou, when(minute))
    p.staff('zhou', off, when(2 * minute)).gives({ type: 'ShiftEnded', staff: 'zhou', why: 'left' }, lapsed)
    expect(now(p)).toMatchObject({ status: 'open', escalatesAt: evening + 5 * minute })
    expect(now(p)).not.toHaveProperty('passed')
    // There is nothing left to undo.
    p.staff('chen', release, when(minute + second)).gives()
  })

  it('is so when the last of their kind goes, whether it was passed to them or to their role', () => {
    const p = open('zhou', 'mei')
    p.staff('mei', toZhou, when(minute))
    p.staff('zhou', off, when(2 * minute)).givesTypes('ShiftEnded', 'PassLapsed')
    p.staff('mei', toManager, when(3 * minute))
    p.staff('mei', off, when(4 * minute)).givesTypes('ShiftEnded', 'PassLapsed')
  })

  it('stays the role’s as long as one of it is on duty', () => {
    const p = open('chen', 'zhou', 'mei')
    p.staff('mei', { type: 'PassRequest', request, to: { role: 'floor' } }, when(minute))
    p.staff('chen', off, when(2 * minute)).givesTypes('ShiftEnded')
    p.staff('mei', off, when(2 * minute)).givesTypes('ShiftEnded')
    p.staff('zhou', off, when(2 * minute)).givesTypes('ShiftEnded', 'PassLapsed')
  })

  it('is so also where they never came, once one of their kind did', () => {
    const p = open()
    p.staff('chen', toZhou, when(minute))
    p.staff('chen', on, when(2 * minute)).givesTypes('ShiftStarted', 'PassLapsed')
    const q = open()
    q.staff('chen', toZhou, when(minute))
    q.staff('zhou', on, when(2 * minute)).givesTypes('ShiftStarted')
  })

  it('is so where the shift ended by itself', () => {
    const p = open('chen', 'zhou')
    p.staff('chen', toZhou, when(minute))
    p.time(evening + 14 * hour, { type: 'LapseShift', staff: 'zhou' }).givesTypes('ShiftEnded', 'PassLapsed')
  })

  it('sounds again where they had it in hand, put aside or not', () => {
    const p = open('chen', 'zhou')
    p.staff('zhou', later, when(minute))
    p.staff('zhou', off, when(2 * minute)).gives(
      { type: 'ShiftEnded', staff: 'zhou', why: 'left' },
      { type: 'TakeLapsed', request, escalatesAt: evening + 6 * minute },
    )
    p.staff('chen', take, when(3 * minute))
    p.staff('zhou', on, when(4 * minute)).givesTypes('ShiftStarted')
  })
})

describe('putting aside', () => {
  it('has a reason and a time, then it sounds again, and was not the first answer', () => {
    const p = open()
    p.staff('chen', later, when(minute)).gives({
      type: 'RequestSnoozed',
      request,
      staff: 'chen',
      reason: 'guest-asked',
      lapsesAt: evening + 11 * minute,
    })
    expect(now(p)).toMatchObject({ status: 'acknowledged', takenBy: 'chen', snooze: 'guest-asked' })
    expect(now(p)).not.toHaveProperty('firstTakenAt')
    p.time(evening + 11 * minute, { type: 'LapseTake', request }).givesTypes('TakeLapsed')
    expect(now(p)).toMatchObject({ status: 'open' })
    expect(now(p)).not.toHaveProperty('snooze')
  })

  it('is undone within 10 s as though nobody had touched it', () => {
    const p = open()
    const before = now(p)
    p.staff('chen', later, when(minute))
    p.staff('chen', release, when(minute + 9 * second)).givesTypes('RequestReleased')
    expect(now(p)).toEqual(before)
  })

  it('of what somebody had taken is undone back into their hands', () => {
    const p = open()
    p.staff('chen', take, when(minute))
    p.staff('chen', { type: 'GoToRequest', request }, when(2 * minute))
    const before = now(p)
    p.staff('mei', later, when(3 * minute))
    p.staff('mei', release, when(3 * minute + second)).givesTypes('RequestReleased')
    expect(now(p)).toEqual(before)
    // And from there the take itself.
    const q = open()
    const open0 = now(q)
    q.staff('chen', take, when(minute))
    q.staff('chen', { ...later, minutes: 5 }, when(minute + second))
    q.staff('chen', release, when(minute + 2 * second))
    q.staff('chen', release, when(minute + 3 * second)).givesTypes('RequestReleased')
    expect(now(q)).toEqual(open0)
  })

  it('is not past the time that it should be done by, unless a manager or the owner says so', () => {
    const p = open()
    p.staff('chen', later, when(6 * minute)).refuses('aside-too-long', 'ask-manager')
    p.staff('mei', later, when(6 * minute)).givesTypes('RequestSnoozed')
    open()
      .staff('huang', later, when(20 * minute))
      .givesTypes('RequestSnoozed')
    open()
      .staff('chen', later, when(5 * minute))
      .givesTypes('RequestSnoozed')
  })

  it('is once for each, and what was undone was not', () => {
    const p = open('chen', 'zhou')
    const short = { ...later, minutes: 5 } as const
    p.staff('chen', short)
    p.staff('chen', release, when(second))
    p.staff('chen', short, when(2 * second)).givesTypes('RequestSnoozed')
    p.staff('chen', short, when(minute)).refuses('aside-before', 'choose-other')
    p.time(evening + 6 * minute, { type: 'LapseTake', request }).givesTypes('TakeLapsed')
    p.staff('chen', short, when(6 * minute)).refuses('aside-before', 'choose-other')
    p.staff('zhou', short, when(6 * minute)).givesTypes('RequestSnoozed')
  })

  it('never holds a call for ever, whoever tries how often', () => {
    const p = open()
    for (let m = 1; m < 60; m += 1)
      for (const who of ['chen', 'zhou', 'lily']) {
        p.staff(who, { ...later, minutes: 20 }, when(m * minute))
        p.staff(who, { ...later, minutes: 5 }, when(m * minute))
        const due = dueRequest(now(p))
        if (due && due.at <= evening + m * minute) p.time(due.at, due.command)
      }
    expect(now(p)).toMatchObject({ overdue: true, level: 3 })
  })

  it('ends when whoever has it goes there', () => {
    const p = open()
    p.staff('chen', later)
    p.staff('chen', { type: 'GoToRequest', request }, when(minute)).givesTypes('RequestOnTheWay')
    expect(now(p)).not.toHaveProperty('snooze')
  })
})

describe('what should be done', () => {
  const overdue = { type: 'OverdueRequest', request } as const

  it('goes to the managers when it is not, once, whoever has it', () => {
    const p = open()
    p.staff('chen', take, when(14 * minute))
    p.time(evening + 15 * minute - 1, overdue).gives()
    p.time(evening + 15 * minute, overdue).gives({ type: 'RequestOverdue', request, level: 2 })
    p.time(evening + 16 * minute, overdue).gives()
    expect(now(p)).toMatchObject({ status: 'acknowledged', overdue: true, level: 2 })
    p.staff('chen', resolve, when(17 * minute)).givesTypes('RequestResolved')
  })

  it('goes to the managers also while one of them has put it aside', () => {
    const p = open()
    p.staff('mei', later, when(14 * minute))
    expect(dueRequest(now(p))).toMatchObject({ at: evening + 15 * minute, command: overdue })
    p.time(evening + 15 * minute, overdue).gives({ type: 'RequestOverdue', request, level: 2 })
    expect(now(p)).toMatchObject({ status: 'acknowledged', snooze: 'guest-asked', overdue: true })
  })

  it('is set by category and by tier, of both the shorter', () => {
    const clocks = { ...venue.policy, vipTiers: [], requestClocks: [{ of: 'ice', answerMs: 90_000 } as const] }
    const call = (policy: typeof venue.policy) =>
      party(opened({ host: 'zhao' })).tap({ type: 'CallService', service: 'ice' }, { venue: { ...venue, policy } })
        .events
    expect(call(clocks)).toMatchObject([{ escalatesAt: evening + 90_000, resolveBy: evening + 15 * minute }])
    const both = [...clocks.requestClocks, { of: 'guest', answerMs: 30_000, resolveMs: 5 * minute } as const]
    expect(call({ ...clocks, requestClocks: both })).toMatchObject([
      { escalatesAt: evening + 30_000, resolveBy: evening + 5 * minute },
    ])
  })
})

describe('taking up again', () => {
  it('puts back into one’s hands what was said to be done', () => {
    const p = open()
    p.staff('chen', resolve, when(minute))
    p.staff('mei', resume, when(2 * minute)).gives({
      type: 'RequestResumed',
      request,
      staff: 'mei',
      lapsesAt: evening + 5 * minute,
    })
    expect(now(p)).toMatchObject({ status: 'acknowledged', takenBy: 'mei', reopened: 0 })
    expect(now(p)).not.toHaveProperty('outcome')
    p.staff('mei', release, when(2 * minute + second))
    expect(now(p)).toMatchObject({ status: 'open', escalatesAt: evening + 5 * minute })
  })

  it('is not of what the guest confirmed, nor where they called anew', () => {
    const p = open()
    p.staff('chen', resolve)
    p.tap({ type: 'ConfirmRequest', request })
    p.staff('chen', resume).refuses('wrong-state')
    const q = open()
    q.staff('chen', resolve)
    q.tap({ type: 'CallService', service: 'ice' }, when(minute)).givesTypes('ServiceCalled')
    q.staff('chen', resume).refuses('wrong-state')
  })
})
