/** Names in turn, three at most, and never one that was taken back. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { WelcomeView } from '../../../shared/protocol/views/kiosk.ts'
import { type Act, actMs, plan, playing } from './plan.ts'

const touch = (called: string, at: number): WelcomeView => ({ called, at, until: at + 29_000, vip: false })
const names = (acts: readonly Act[]) =>
  acts.map(({ startsAt, welcomes }) => [startsAt, ...welcomes.map(({ called }) => called)])

describe('the plan of the welcomes', () => {
  it('begins at the touch, and lets the second wait for the first', () => {
    const [wang, li] = [touch('王总', 1000), touch('李姐', 3000)]
    const first = plan([], [wang], 1100)
    expect(names(first)).toEqual([[1000, '王总']])
    expect(names(plan(first, [wang, li], 3100))).toEqual([
      [1000, '王总'],
      [10_000, '李姐'],
    ])
  })

  it('queues three, and makes more of them one group', () => {
    const all = ['一', '二', '三', '四', '五'].map((called, index) => touch(called, 1000 + index * 500))
    const first = plan([], all.slice(0, 1), 1000)
    expect(names(plan(first, all.slice(0, 3), 2600))).toEqual([
      [1000, '一'],
      [10_000, '二'],
      [19_000, '三'],
    ])
    expect(names(plan(first, all, 3100))).toEqual([
      [1000, '一'],
      [10_000, '二', '三', '四', '五'],
    ])
  })

  it('forgets who is taken back, in the middle of the gold too', () => {
    const [wang, li] = [touch('王总', 1000), touch('李姐', 3000)]
    const both = plan([], [wang, li], 3100)
    expect(names(plan(both, [li], 4000))).toEqual([[3000, '李姐']])
    expect(plan(both, [], 4000)).toEqual([])
  })

  it('keeps what began when the view comes whole again', () => {
    const wang = touch('王总', 1000)
    const before = plan([], [wang], 1000)
    expect(plan(before, [{ ...wang }], 5000)).toEqual(before)
  })

  it('shows the ceremony, then the ribbon for 20 s, then nothing', () => {
    const acts = plan([], [touch('王总', 1000)], 1000)
    expect(playing(acts, 1000)).toMatchObject({ act: { startsAt: 1000 }, ribbon: [], changesAt: 10_000 })
    expect(playing(acts, 10_000)).toMatchObject({ act: undefined, ribbon: [{ called: '王总' }], changesAt: 30_000 })
    expect(playing(acts, 30_000)).toEqual({ act: undefined, ribbon: [], changesAt: undefined })
  })

  it('never shows two at once, nor anybody twice, whoever comes and goes', () => {
    const step = fc.record({ after: fc.integer({ min: 0, max: 12_000 }), leaves: fc.boolean() })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), steps => {
        let now = 1000
        let here: WelcomeView[] = []
        let acts: readonly Act[] = []
        for (const [index, { after, leaves }] of steps.entries()) {
          now += after
          here = here.filter(({ until }) => until > now).slice(leaves ? 1 : 0)
          here = [...here, touch(`客${index}`, now)]
          acts = plan(acts, here, now)
          const shown = acts.flatMap(({ welcomes }) => welcomes.map(({ called }) => called))
          expect(shown.toSorted()).toEqual(here.map(({ called }) => called).toSorted())
          const starts = acts.map(({ startsAt }) => startsAt)
          expect(starts.slice(1).every((start, at) => start - (starts[at] ?? 0) >= actMs)).toBe(true)
        }
      }),
    )
  })
})
