import { describe, expect, it } from 'vitest'
import type { EventOf } from '../events.ts'
import { as, evening, minute, panelOf } from '../fixture.testing.ts'
import { by, given } from '../given.testing.ts'
import { textsOver } from '../member/texts.ts'

const lily = by(as('lily'))
const open = { type: 'OpenVisit', room: 'v03', tariff: 'mid-timed', party: 4 } as const
const asked: EventOf<'HostAsked'> = { type: 'HostAsked', seeker: 'f1', visit: 'v1', text: 't1' }
const ask = { type: 'AskHost', visit: 'v1', called: '李小姐' } as const
const answer = (what: 'let-in' | 'wait' | 'not-now') => ({ type: 'AnswerSeeker', seeker: 'f1', answer: what }) as const
const inRoom = () => given().when(open, lily)

describe('somebody looks for a party', () => {
  it('is asked about in the room; the name is a text of its own', () => {
    const saved = { id: 't1', rev: 1 }
    inRoom()
      .when(ask, by(as('lily'), { facts: { saved } }))
      .gives({ type: 'RecordSaved', kind: 'text', ...saved }, asked)
      .tells({ seeker: 'f1', inPerson: false })
    inRoom().when({ type: 'AskHost', visit: 'v1' }, lily).gives({ type: 'HostAsked', seeker: 'f1', visit: 'v1' })
    inRoom()
      .when({ ...ask, visit: 'v9' }, lily)
      .refuses('unknown', 'look-again')
  })

  it('is asked about in person where the room is discreet or wants to be left alone', () => {
    for (const hidden of [
      { type: 'DiscreetSet', visit: 'v1', discreet: true },
      { type: 'DoNotDisturbSet', visit: 'v1', on: true },
    ] as const) {
      const came = inRoom()
      const { state } = came
      const past = given(...came.events, hidden)
      expect(past.state.visits.get('v1')).toMatchObject({ room: state.visits.get('v1')?.room })
      past.when({ type: 'AskHost', visit: 'v1' }, lily).tells({ seeker: 'f1', inPerson: true })
    }
  })

  it('is answered by the host, who may think again, and by staff who went there; by no other room', () => {
    const came = inRoom().when({ type: 'AskHost', visit: 'v1' }, lily)
    const visit = came.state.visits.get('v1')
    if (!visit) throw new Error('no visit')
    const host = by(panelOf('v03'), { visit, at: evening + minute })
    const said = came.when(answer('wait'), host)
    said.gives({ type: 'SeekerAnswered', seeker: 'f1', visit: 'v1', answer: 'wait' })
    expect(said.state.visits.get('v1')?.seekers).toEqual([
      { id: 'f1', at: evening, answer: 'wait', answeredAt: evening + minute },
    ])
    said.when(answer('wait'), host).gives()
    said.when(answer('let-in'), lily).givesTypes('SeekerAnswered')
    const other = by(panelOf('v08'), { visit: { ...visit, id: 'v2' } })
    came.when(answer('not-now'), other).refuses('already-done')
  })

  it('is asked about again after 稍等, by the name that was given, and not while the room is still asked', () => {
    const came = given(...inRoom().events, asked)
    const again = { type: 'AskHost', visit: 'v1', seeker: 'f1' } as const
    came.when(again, lily).gives().tells({ seeker: 'f1', inPerson: false })
    const waits = came.when(answer('wait'), lily)
    const asks = waits.when(again, by(as('lily'), { at: evening + minute }))
    asks.gives(asked)
    expect(asks.state.visits.get('v1')?.seekers).toEqual([{ id: 'f1', at: evening + minute, text: 't1' }])
    asks.when({ ...again, seeker: 'f9' }, lily).refuses('already-done', 'look-again')
  })

  it('goes, and is nobody’s question any more; five are a crowd', () => {
    let came = inRoom()
    for (let n = 0; n < 5; n++) came = came.when({ type: 'AskHost', visit: 'v1' }, lily)
    came.when({ type: 'AskHost', visit: 'v1' }, lily).refuses('too-many')
    const end = { type: 'EndSeeker', seeker: 'f1' } as const
    const gone = came.when(end, lily)
    gone.gives({ type: 'SeekerGone', seeker: 'f1', visit: 'v1' })
    expect(gone.state.visits.get('v1')?.seekers).toHaveLength(4)
    gone.when(end, lily).refuses('already-done')
    gone.when(answer('let-in'), lily).refuses('already-done')
  })

  it('asked while the room was being closed leaves a name to the cutover, and no question', () => {
    const settled = given(...inRoom().events, asked).when({ type: 'SettleVisit', visit: 'v1' }, lily)
    // Their text was not there yet when what ends with the visit was written.
    const closed = settled.when({ type: 'CloseVisit', visit: 'v1' }, lily)
    expect(textsOver(closed.state)).toEqual(['t1'])
    closed.when(answer('let-in'), lily).refuses('already-done')
    closed.when({ type: 'EndSeeker', seeker: 'f1' }, lily).refuses('already-done')
  })

  it('told while the room was being closed: what they were called has ended, once', () => {
    const settled = given(...inRoom().events, asked, { ...asked, seeker: 'f2', text: 't2' }).when(
      { type: 'SettleVisit', visit: 'v1' },
      lily,
    )
    const row = (id: string, rev: number) => ({ kind: 'text' as const, id, rev })
    const facts = { staged: [row('t1', 3), row('t2', 2)] }
    settled
      .when({ type: 'EndSeeker', seeker: 'f1' }, by(as('lily'), { facts: { staged: [row('t1', 2)] } }))
      .when({ type: 'CloseVisit', visit: 'v1' }, by(as('lily'), { facts }))
      .givesTypes('RecordSaved', 'VisitClosed')
  })

  it('is looked for where the party went on in another room', () => {
    const two = inRoom()
      .when({ ...open, room: 'v08', tariff: 'big-timed' }, lily)
      .when({ type: 'AskHost', visit: 'v1' }, lily)
      .when({ type: 'MergeVisits', from: 'v1', into: 'v2' }, lily)
    expect(two.state.visits.get('v2')?.seekers).toMatchObject([{ id: 'f1' }])
    expect(two.state.visits.get('v1')?.seekers ?? []).toEqual([])
  })
})
