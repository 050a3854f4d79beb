import { signal } from '@preact/signals'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { QueryAnswer } from '../../../shared/protocol/answer.ts'
import { type Refusal, refuse } from '../../../shared/protocol/refusals.ts'
import type { Connection } from '../link/console-link.ts'
import { keepAsking } from './keep-asking.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const lost = refuse('unavailable', 'try-again')

/** `answers` in their order; the last one again and again. */
function hub(...answers: readonly (string | Refusal)[]) {
  const connection = signal<Connection>({ at: 'online' })
  const heard: string[] = []
  let asked = 0
  const asking = keepAsking<string>({
    connection,
    pauseMs: 150,
    async ask(): Promise<QueryAnswer<string>> {
      const answer = answers[Math.min(asked, answers.length - 1)] ?? lost
      asked += 1
      return typeof answer === 'string' ? { ok: true, value: answer } : { ok: false, refusal: answer }
    },
    answered: answer => heard.push(answer.ok ? answer.value : answer.refusal.refused),
  })
  return { connection, heard, asking, asked: () => asked }
}

describe('a question', () => {
  it('is asked once where it is answered, also when the hub comes back', async () => {
    const { connection, heard } = hub('a')
    await vi.advanceTimersByTimeAsync(60_000)
    connection.value = { at: 'offline' }
    connection.value = { at: 'online' }
    await vi.advanceTimersByTimeAsync(60_000)
    expect(heard).toEqual(['a'])
  })

  it('is asked again by itself while no answer comes, ever more slowly', async () => {
    const { heard, asked } = hub(lost, lost, lost, 'a')
    await vi.advanceTimersByTimeAsync(150)
    expect(heard).toEqual(['unavailable'])
    await vi.advanceTimersByTimeAsync(2000)
    expect(asked()).toBe(2)
    await vi.advanceTimersByTimeAsync(2000)
    expect(asked()).toBe(2)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(heard).toEqual(['unavailable', 'unavailable', 'unavailable', 'a'])
    await vi.advanceTimersByTimeAsync(60_000)
    expect(asked()).toBe(4)
  })

  it('waits for a hub that is away, and is asked in the moment it is back', async () => {
    const { connection, heard, asked } = hub(lost, 'a')
    connection.value = { at: 'offline' }
    await vi.advanceTimersByTimeAsync(60_000)
    expect(asked()).toBe(1)
    connection.value = { at: 'online' }
    await vi.advanceTimersByTimeAsync(1)
    expect(heard).toEqual(['unavailable', 'a'])
  })

  it('is not asked sooner than the hub can bear', async () => {
    const { asked } = hub(refuse('too-fast', 'wait', { waitMs: 9000 }), 'a')
    await vi.advanceTimersByTimeAsync(9000)
    expect(asked()).toBe(1)
    await vi.advanceTimersByTimeAsync(200)
    expect(asked()).toBe(2)
  })

  it('is not asked again where the answer was no, but by who wants to', async () => {
    const { connection, heard, asking } = hub(refuse('not-allowed', 'sign-in'), 'a')
    await vi.advanceTimersByTimeAsync(60_000)
    connection.value = { at: 'offline' }
    connection.value = { at: 'online' }
    await vi.advanceTimersByTimeAsync(60_000)
    expect(heard).toEqual(['not-allowed'])
    asking.again()
    await vi.advanceTimersByTimeAsync(1)
    expect(heard).toEqual(['not-allowed', 'a'])
  })

  it('is never heard of again once nobody wants to know', async () => {
    const { heard, asking, asked } = hub(lost)
    await vi.advanceTimersByTimeAsync(150)
    asking.stop()
    await vi.advanceTimersByTimeAsync(60_000)
    expect([heard, asked()]).toEqual([['unavailable'], 1])
  })
})
