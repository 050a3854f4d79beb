import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createChance } from '../demo/random.ts'
import { createAgenda } from './agenda.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const agendaWith = (failed: (error: unknown) => void = () => undefined) =>
  createAgenda({ chance: createChance('agenda'), speed: 10, failed })

describe('the agenda', () => {
  it('does each thing once, however often it is planned before', async () => {
    const agenda = agendaWith()
    const act = vi.fn()
    agenda.plan('accept/o1', 1000, act)
    agenda.plan('accept/o1', 10, act)
    await vi.advanceTimersByTimeAsync(2000)
    expect(act).toHaveBeenCalledTimes(1)
  })

  it('may be planned anew after it was done, not while it is under way', async () => {
    const agenda = agendaWith()
    const finish: (() => void)[] = []
    const act = vi.fn(() => new Promise<void>(done => void finish.push(done)))
    agenda.plan('a', 0, act)
    await vi.advanceTimersByTimeAsync(10)
    agenda.plan('a', 0, act)
    await vi.advanceTimersByTimeAsync(10)
    expect(act).toHaveBeenCalledTimes(1)
    finish[0]?.()
    await vi.advanceTimersByTimeAsync(0)
    agenda.plan('a', 0, act)
    await vi.advanceTimersByTimeAsync(10)
    expect(act).toHaveBeenCalledTimes(2)
  })

  it('tells what went wrong and goes on', async () => {
    const failed = vi.fn()
    const agenda = agendaWith(failed)
    agenda.plan('a', 0, () => {
      throw new Error('bug')
    })
    await vi.advanceTimersByTimeAsync(10)
    expect(failed).toHaveBeenCalledWith(new Error('bug'))
    expect(agenda.isPlanned('a')).toBe(false)
  })

  it('is shorter at a higher speed', () => {
    const agenda = agendaWith()
    for (let index = 0; index < 50; index++) {
      const ms = agenda.soon(10, 20)
      expect(ms).toBeGreaterThanOrEqual(1000)
      expect(ms).toBeLessThan(2000)
    }
  })

  it('begins nothing once it is stopped', async () => {
    const agenda = agendaWith()
    const act = vi.fn()
    agenda.plan('a', 100, act)
    agenda.stop()
    agenda.plan('b', 0, act)
    await vi.advanceTimersByTimeAsync(1000)
    expect(act).not.toHaveBeenCalled()
  })
})
