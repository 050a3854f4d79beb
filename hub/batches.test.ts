import { afterEach, describe, expect, it, vi } from 'vitest'
import { done } from '../shared/protocol/answer.ts'
import { createBatches, unavailable } from './batches.ts'
import type { Event } from './domain/events.ts'
import { createMemoryJournal } from './journal/memory-journal.ts'
import { settled } from './manual-clock.testing.ts'
import type { Journal, JournalLine } from './ports.ts'

const fact = (type = 'CleanRoom'): Omit<JournalLine<Event>, 'seq' | 'batch'> => ({
  at: 1,
  command: { type },
  by: { system: true },
  events: [{ type: 'DayRolled', day: '2026-11-20' }],
})
const nothing = () => undefined

afterEach(() => void vi.useRealTimers())

/** A journal whose appends wait until they are let go. */
async function slowHouse() {
  const held: (() => void)[] = []
  const journal = await createMemoryJournal<Event>().open()
  const { append } = journal
  const slow: Journal<Event> = Object.assign(journal, {
    async append(lines: readonly JournalLine<Event>[]) {
      await new Promise<void>(go => held.push(go))
      return append(lines)
    },
  })
  const said: string[] = []
  const batches = createBatches({
    journal: slow,
    closeBatch: lines => {
      said.push(`close ${lines.length}`)
      return () => void said.push(`publish ${lines.length}`)
    },
    answerOf: () => done(),
    failed: error => void said.push(String(error)),
  })
  return { batches, held, said }
}

describe('a batch', () => {
  it('takes what came while the one before was written', async () => {
    const { batches, held, said } = await slowHouse()
    const first = batches.add(fact(), nothing)
    await settled()
    const others = [batches.add(fact(), nothing), batches.add(fact(), nothing)]
    held.shift()?.()
    expect(await first).toEqual(done())
    await settled()
    held.shift()?.()
    expect(await Promise.all(others)).toEqual([done(), done()])
    expect(said).toEqual(['close 1', 'publish 1', 'close 2', 'publish 2'])
    expect(batches.seq).toBe(3)
  })

  it('lets nobody look while memory holds what is on no disk, also what was decided during the write', async () => {
    const { batches, held } = await slowHouse()
    let looked: boolean | undefined
    void batches.add(fact(), nothing)
    await settled()
    batches.whenDurable(durable => {
      looked = durable
    })
    void batches.add(fact(), nothing)
    held.shift()?.()
    await settled()
    expect(looked).toBeUndefined()
    held.shift()?.()
    await settled()
    expect(looked).toBe(true)
  })

  it('lets whoever looks the moment it is written look at once', async () => {
    const { batches, held } = await slowHouse()
    let looked = false
    const seen = batches.add(fact(), nothing).then(() =>
      batches.whenDurable(() => {
        looked = true
      }),
    )
    await settled()
    held.shift()?.()
    await seen
    await settled()
    expect(looked).toBe(true)
  })

  it('keeps nobody who only asked waiting for what was decided after they did', async () => {
    const { batches, held } = await slowHouse()
    void batches.add(fact(), nothing)
    await settled()
    const asked = batches.written()
    const refusal = batches.onceDurable(unavailable)
    void batches.add(fact(), nothing)
    held.shift()?.()
    expect(await asked).toBe(true)
    expect(await refusal).toBe(unavailable)
    expect(held).toHaveLength(0)
  })

  it('whose write does not end is given up before anybody waits long, and what it carried is promised to nobody', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const { batches, held, said } = await slowHouse()
    const answer = batches.add(fact(), nothing)
    const asked = batches.written()
    await settled()
    vi.advanceTimersByTime(4999)
    expect(batches.failed).toBe(false)
    vi.advanceTimersByTime(1)
    expect(await answer).toBe(unavailable)
    expect(await asked).toBe(false)
    expect(batches.accepting).toBe(false)
    held.shift()?.()
    await batches.stop()
    expect(said).toEqual(['close 1', 'Error: the disk does not answer'])
  })

  it('that was half brought into memory is promised to nobody, nor is any other', async () => {
    const { batches, held, said } = await slowHouse()
    const earlier = batches.add(fact(), nothing)
    const poison = batches.add(fact(), () => {
      throw new Error('what is this')
    })
    expect(await poison).toBe(unavailable)
    expect(await earlier).toBe(unavailable)
    expect(batches.accepting).toBe(false)
    expect(said).toEqual(['Error: what is this'])
    await batches.stop()
    expect(held).toEqual([])
  })

  it('fails once, and tells all who wait', async () => {
    const { batches, held, said } = await slowHouse()
    const answers = [batches.add(fact(), nothing)]
    await settled()
    answers.push(batches.add(fact(), nothing))
    const told: boolean[] = []
    batches.whenDurable(durable => told.push(durable))
    batches.fail(new Error('first'))
    batches.fail(new Error('second'))
    expect(await Promise.all(answers)).toEqual([unavailable, unavailable])
    expect(told).toEqual([false])
    held.shift()?.()
    await batches.stop()
    expect(said).toEqual(['close 1', 'Error: first'])
  })
})
