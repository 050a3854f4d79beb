import { describe, expect, it } from 'vitest'
import { done } from '../../shared/protocol/answer.ts'
import type { Event } from '../domain/events.ts'
import { createMemoryJournal } from '../journal/memory-journal.ts'
import type { JournalLine } from '../ports.ts'
import { settled } from '../system/told-clock.ts'
import { createBatches, unavailable } from './batches.ts'

const fact = (type = 'CleanRoom'): Omit<JournalLine<Event>, 'seq' | 'batch'> => ({
  at: 1,
  command: { type },
  by: { system: true },
  events: [{ type: 'DayRolled', day: '2026-11-20' }],
})
const nothing = () => undefined

async function house(published: (lines: readonly JournalLine<Event>[]) => void = nothing) {
  const store = createMemoryJournal<Event>()
  const said: string[] = []
  const batches = createBatches({
    journal: await store.open(),
    publish(lines) {
      said.push(`publish ${lines.length} of ${store.lines.length}`)
      published(lines)
    },
    answerOf: () => done(),
    failed: error => void said.push(String(error)),
  })
  return { batches, said, store }
}

describe('a batch', () => {
  it('takes all that came in one turn, and tells of it when it is written', async () => {
    const { batches, said, store } = await house()
    const first = [batches.add(fact(), nothing), batches.add(fact(), nothing)]
    expect(store.lines).toHaveLength(0)
    expect(await Promise.all(first)).toEqual([done(), done()])
    expect(await batches.add(fact(), nothing)).toEqual(done())
    expect(said).toEqual(['publish 2 of 2', 'publish 1 of 3'])
    expect(store.lines.map(({ seq, batch }) => [seq, batch])).toEqual([
      [1, 1],
      [2, 1],
      [3, 2],
    ])
    expect(batches.seq).toBe(3)
  })

  it('lets nobody look while memory holds what is on no disk, also what was decided while others were told', async () => {
    const { batches, said, store } = await house(() => {
      if (store.lines.length === 1) void batches.add(fact(), nothing)
    })
    void batches.add(fact(), nothing)
    batches.whenDurable(durable => said.push(`looked ${durable} ${store.lines.length} of ${batches.seq}`))
    await settled()
    expect(said).toEqual(['publish 1 of 1', 'publish 1 of 2', 'looked true 2 of 2'])
  })

  it('lets whoever is answered look at once', async () => {
    const { batches } = await house()
    let looked = false
    await batches.add(fact(), nothing)
    batches.whenDurable(() => {
      looked = true
    })
    expect(looked).toBe(true)
  })

  it('answers what adds no fact when what it may rest on is written', async () => {
    const { batches, store } = await house()
    expect(batches.onceDurable(unavailable)).toBe(unavailable)
    void batches.add(fact(), nothing)
    const asked = batches.onceDurable(done())
    expect(store.lines).toHaveLength(0)
    expect(await asked).toEqual(done())
    expect(await batches.written()).toBe(true)
    expect(store.lines).toHaveLength(1)
  })

  it('that cannot be written is promised to nobody, and none is taken after it', async () => {
    const { batches, said, store } = await house()
    store.failNext()
    const answers = [batches.add(fact(), nothing), batches.add(fact(), nothing)]
    const told: boolean[] = []
    batches.whenDurable(durable => told.push(durable))
    expect(await Promise.all(answers)).toEqual([unavailable, unavailable])
    expect([told, await batches.written(), batches.accepting]).toEqual([[false], false, false])
    expect(said).toEqual(['StoreFailed: memory: told to fail'])
  })

  it('that was half brought into memory is promised to nobody, nor is any other', async () => {
    const { batches, said, store } = await house()
    const earlier = batches.add(fact(), nothing)
    const poison = batches.add(fact(), () => {
      throw new Error('what is this')
    })
    expect(await poison).toBe(unavailable)
    expect(await earlier).toBe(unavailable)
    await settled()
    expect([said, store.lines, batches.accepting]).toEqual([['Error: what is this'], [], false])
  })

  it('fails once, and tells all who wait', async () => {
    const { batches, said } = await house()
    const answer = batches.add(fact(), nothing)
    const told: boolean[] = []
    batches.whenDurable(durable => told.push(durable))
    batches.fail(new Error('first'))
    batches.fail(new Error('second'))
    expect(await answer).toEqual(unavailable)
    await settled()
    expect([told, said]).toEqual([[false], ['Error: first']])
  })

  it('is written before the hub stops', async () => {
    const { batches, store } = await house()
    const answer = batches.add(fact(), nothing)
    batches.stop()
    expect(store.lines).toHaveLength(1)
    expect([await answer, batches.accepting]).toEqual([done(), false])
  })
})
