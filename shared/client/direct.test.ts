import { describe, expect, it } from 'vitest'
import { type Answer, done, refused } from '../protocol/answer.ts'
import type { PeopleCommand } from '../protocol/commands.ts'
import { refuse } from '../protocol/refusals.ts'
import { createDirect } from './direct.ts'

const gift = (item: string, pin = '123456', second?: string): PeopleCommand => ({
  type: 'GiveComp',
  visit: 'a',
  kind: 'gift',
  item,
  reason: 'birthday',
  pin,
  ...(second && { second: { staff: 'mei', pin: second } }),
})

function house() {
  const sent: { n: number }[] = []
  let answer: Answer | undefined
  let now = 0
  const send = createDirect({
    outbox: 'o1',
    hubNow: () => now,
    async send(envelope) {
      expect(envelope).toMatchObject({ outbox: 'o1' })
      if ('n' in envelope && typeof envelope.n === 'number') sent.push({ n: envelope.n })
      return answer
    },
  })
  return {
    numbers: () => sent.map(({ n }) => n),
    async ask(command: PeopleCommand, given: Answer | undefined) {
      answer = given
      return send(command, { session: 's1' })
    },
    pass(ms: number) {
      now += ms
    },
  }
}

describe('a command with a PIN', () => {
  it('keeps its number until it is answered, also when the PIN is typed wrong the second time', async () => {
    const { ask, numbers } = house()
    expect(await ask(gift('fruit'), undefined)).toMatchObject({ refusal: { refused: 'unavailable' } })
    expect(await ask(gift('fruit', '000000'), undefined)).toMatchObject({ ok: false })
    expect(await ask(gift('fruit'), done())).toEqual(done())
    expect(numbers()).toEqual([1, 1, 1])
  })

  it('has a new one after any answer: the same gift again is a second gift', async () => {
    const { ask, numbers } = house()
    await ask(gift('fruit', '000000'), refused(refuse('wrong-pin', 'try-again')))
    await ask(gift('fruit'), done())
    await ask(gift('fruit'), done())
    expect(numbers()).toEqual([1, 2, 3])
  })

  it('is another one when something else is asked, and when a second person stands behind it', async () => {
    const { ask, numbers } = house()
    await ask(gift('fruit'), undefined)
    await ask(gift('wine'), undefined)
    await ask(gift('fruit', '123456', '654321'), undefined)
    await ask(gift('fruit'), done())
    expect(numbers()).toEqual([1, 2, 3, 1])
  })

  it('keeps its number while the hub’s disk fails: it may be on it', async () => {
    const { ask, numbers } = house()
    await ask(gift('fruit'), refused(refuse('unavailable', 'wait', { waitMs: 5000 })))
    await ask(gift('fruit'), refused(refuse('too-fast', 'wait', { waitMs: 100 })))
    await ask(gift('fruit'), done())
    expect(numbers()).toEqual([1, 1, 1])
  })

  it('goes with the next number when the hub never heard of it, and later ones were answered', async () => {
    const { ask, numbers } = house()
    await ask(gift('fruit'), undefined)
    await ask(gift('wine'), done())
    await ask(gift('fruit'), refused(refuse('forgotten', 'look-again')))
    expect(numbers()).toEqual([1, 2, 1, 3])
  })

  it('is not done again where too many others came after it: what became of it nobody knows', async () => {
    const { ask, numbers } = house()
    await ask(gift('fruit'), undefined)
    for (let other = 0; other < 32; other++) await ask(gift(`wine${other}`), done())
    expect(await ask(gift('fruit'), refused(refuse('forgotten', 'look-again')))).toMatchObject({ ok: false })
    expect(numbers().slice(-2)).toEqual([33, 1])
  })

  it('is meant anew when somebody wants the same much later', async () => {
    const { ask, numbers, pass } = house()
    await ask(gift('fruit'), undefined)
    pass(5 * 60_000 + 1)
    await ask(gift('fruit'), done())
    expect(numbers()).toEqual([1, 2])
  })
})
