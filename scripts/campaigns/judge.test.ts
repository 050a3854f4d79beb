import { describe, expect, it } from 'vitest'
import { type Answer, done, refused } from '../../shared/protocol/answer.ts'
import { refuse } from '../../shared/protocol/refusals.ts'
import { type Cut, canSeeLoss, isFlawless, type JournaledTap, judge, judgeCut, toldInTheLight } from './judge.ts'
import type { Told } from './tapper.ts'

const told = (place: number, ...answers: Answer[]): Told => ({
  device: 'd1',
  outbox: 'o1',
  n: place + 1,
  place,
  at: place,
  sent: 1,
  answers: answers.map((answer, at) => ({ answer, at })),
})
const line = (n: number, answer = {}): JournaledTap => ({
  by: { device: 'd1' },
  command: { type: 'AddSong', outbox: 'o1', n },
  answer,
})
const others: JournaledTap = { by: { system: true }, command: { type: 'RollDay' } }

describe('the judge', () => {
  it('has nothing to say of taps that were answered and happened once', () => {
    const verdict = judge(
      [told(0, done({ entry: 'e1' })), told(1, done())],
      [others, line(1, { entry: 'e1' }), line(2)],
    )
    expect(verdict).toMatchObject({ taps: 2, answered: 2, resent: 0 })
    expect(isFlawless(verdict)).toBe(true)
  })

  it('names what was promised and is not there', () => {
    expect(judge([told(0, done())], []).lost).toEqual(['d1 o1 1'])
    expect(judge([told(0, done({ already: true })), told(1, refused(refuse('late')))], []).lost).toEqual([])
  })

  it('names what happened twice, though it was answered once', () => {
    expect(judge([told(0, done())], [line(1), line(1)]).doubled).toEqual(['d1 o1 1'])
  })

  it('names what nobody answered; a busy hub is no answer', () => {
    const busy = refused(refuse('unavailable', 'wait'))
    expect(judge([told(0), told(1, busy)], []).unanswered).toEqual(['d1 o1 1', 'd1 o1 2'])
    expect(isFlawless(judge([], []))).toBe(false)
  })

  it('names what overtook an earlier tap', () => {
    expect(judge([told(0, done()), told(1, done())], [line(2), line(1)]).outOfOrder).toEqual(['d1 o1 1'])
  })

  it('names answers that differ from each other or from the journal', () => {
    expect(judge([told(0, done(), done({ entry: 'e' }))], [line(1)]).otherAnswers).toHaveLength(1)
    expect(judge([told(0, done({ entry: 'e' }))], [line(1, { entry: 'f' })]).otherAnswers).toHaveLength(1)
  })

  it('takes no notice of what was said at a time that does not count', () => {
    const verdict = judge([told(0, done())], [], at => at > 0)
    expect([verdict.lost, verdict.unanswered, verdict.answered]).toEqual([[], [], 0])
  })
})

describe('an answer beside a power cut', () => {
  const isTold = toldInTheLight([{ from: 10, gone: 12, to: 20 }])

  it('counts before and after it, and not while the power went', () => {
    expect([9, 10, 11, 20, 21].map(at => isTold(at, { at: 5 }))).toEqual([true, false, false, false, true])
  })

  it('counts of what was tapped when it was gone: a hub without a disk must not say yes', () => {
    expect([12, 13].map(tapped => isTold(15, { at: tapped }))).toEqual([false, true])
  })
})

describe('the control without a sync', () => {
  const cut = (lines: readonly JournaledTap[] | undefined) => judgeCut([told(0, done())], lines, () => true)

  it('sees a loss only in a journal that it could read', () => {
    expect([cut([]), cut([line(1)]), cut(undefined)]).toEqual(['lost', 'kept', 'unreadable'])
  })

  it('shows that a loss is seen by what was lost, not by what could not be read', () => {
    const cuts = (lost: number, other: number, what: Cut) => [
      ...Array<Cut>(lost).fill('lost'),
      ...Array<Cut>(other).fill(what),
    ]
    expect(canSeeLoss(cuts(19, 1, 'kept'))).toBe(true)
    expect(canSeeLoss(cuts(18, 2, 'kept'))).toBe(false)
    expect(canSeeLoss(cuts(0, 20, 'unreadable'))).toBe(false)
    expect(canSeeLoss([])).toBe(false)
  })
})
