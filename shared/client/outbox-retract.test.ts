/** An order that was taken back stays taken back: whatever became of its tap, and whatever page it belongs to. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Answer, done, refused } from '../protocol/answer.ts'
import type { PeopleCommand } from '../protocol/commands.ts'
import { refuse } from '../protocol/refusals.ts'
import { createDisk, createPage, type Flight, turns } from './outbox.testing.ts'
import type { Tap } from './tap.ts'

const order: PeopleCommand = { type: 'PlaceOrder', source: 'menu', lines: [{ item: 'beer', qty: 1 }], seen: 2800 }
const types = (taps: readonly Tap[]) => taps.map(({ command }) => command.type)

function newest({ outbox }: ReturnType<typeof createPage>): Tap {
  const tap = outbox.pending.value.at(-1)
  if (!tap) throw new Error('nothing was tapped')
  return tap
}

describe('an order that was taken back', () => {
  it('before it could leave never does, not even after a reload', async () => {
    const disk = createDisk()
    const ids = { next: 0 }
    const page = createPage(disk.page(), ids)
    const answered = page.outbox.tap(order, { visit: 'v1' })
    await turns()
    page.outbox.retract(newest(page))
    expect(page.outbox.pending.value).toEqual([])
    expect(await answered).toMatchObject({ ok: false })
    await turns()
    expect(disk.rows.size).toBe(0)
    const after = createPage(disk.page(), ids)
    for (const { outbox } of [page, after]) outbox.online(true)
    await turns()
    expect([...page.flights, ...after.flights]).toEqual([])
    expect(page.outbox.refusals.value).toEqual([])
  })

  it('while it is under way is undone as soon as it has an id', async () => {
    const page = createPage()
    page.outbox.online(true)
    void page.outbox.tap(order, { visit: 'v1' })
    await turns()
    page.outbox.retract(newest(page))
    expect(page.outbox.pending.value).toEqual([])
    page.flights[0]?.answer(done({ order: 'x1' }))
    await turns()
    expect(page.flights[1]?.tap).toMatchObject({ visit: 'v1', command: { type: 'UndoOrder', order: 'x1' } })
  })

  it('when the hub had answered and its view did not show it yet is undone at once', async () => {
    const page = createPage()
    page.outbox.online(true)
    void page.outbox.tap(order)
    await turns()
    const tap = newest(page)
    page.flights[0]?.answer(done({ order: 'x1' }))
    await turns()
    page.outbox.retract(tap)
    page.outbox.retract(tap)
    expect(types(page.outbox.pending.value)).toEqual(['UndoOrder'])
  })

  it('after its answer was lost is undone by the page that comes after, once', async () => {
    const disk = createDisk()
    const ids = { next: 0 }
    const page = createPage(disk.page(), ids)
    page.outbox.online(true)
    void page.outbox.tap(order, { visit: 'v1' })
    await turns()
    page.outbox.online(false)
    page.flights[0]?.answer(undefined)
    page.outbox.retract(newest(page))
    await turns()
    const after = createPage(disk.page(), ids)
    await turns()
    expect(after.outbox.pending.value).toEqual([])
    after.outbox.online(true)
    await turns()
    expect(after.flights[0]?.tap).toMatchObject({ outbox: 'o1', n: 1, command: { type: 'PlaceOrder' } })
    expect(after.flights[0]?.tap).not.toHaveProperty('retracted')
    after.flights[0]?.answer(done({ order: 'x1' }))
    await turns()
    after.flights[1]?.answer(done())
    await turns()
    expect(types(after.flights.map(({ tap }) => tap))).toEqual(['PlaceOrder', 'UndoOrder'])
    expect(disk.rows.size).toBe(0)
  })

  it('is not asked about when it is refused: nobody waits for it', async () => {
    const page = createPage()
    page.outbox.online(true)
    void page.outbox.tap(order)
    await turns()
    page.outbox.retract(newest(page))
    page.flights[0]?.answer(refused(refuse('late', 'confirm')))
    await turns()
    expect(page.outbox.refusals.value).toEqual([])
    expect(page.flights).toHaveLength(1)
  })

  it('goes with its visit', async () => {
    const disk = createDisk()
    const page = createPage(disk.page())
    page.outbox.online(true)
    void page.outbox.tap(order, { visit: 'v1' })
    await turns()
    page.outbox.retract(newest(page))
    await page.outbox.wipe('v1')
    page.flights[0]?.answer(done({ order: 'x1' }))
    await turns()
    expect(page.flights).toHaveLength(1)
    expect(disk.rows.size).toBe(0)
  })
})

/** Answers each number of each outbox once; an order stands until it is undone. */
function createBar() {
  const standing = new Set<string>()
  const answers = new Map<string, Answer>()
  /** By the tap that made it. */
  const orders = new Map<string, string>()
  return {
    standing,
    orders,
    receive({ outbox, n, command }: Tap): Answer {
      const key = `${outbox} ${n}`
      const known = answers.get(key)
      if (known) return known
      const id = `x${answers.size}`
      if (command.type === 'UndoOrder') standing.delete(command.order)
      else {
        standing.add(id)
        orders.set(key, id)
      }
      const answer = command.type === 'UndoOrder' ? done() : done({ order: id })
      answers.set(key, answer)
      return answer
    },
  }
}

const step = fc.constantFrom('order', 'retract', 'arrive', 'answer', 'lose', 'cut', 'reconnect', 'reload', 'time')

describe('whatever happens on the way', () => {
  it('what was taken back does not stand in the end, and everything else does', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async steps => {
        const disk = createDisk()
        const bar = createBar()
        const ids = { next: 0 }
        const wanted = new Set<string>()
        const unwanted = new Set<string>()
        let store = disk.page()
        let page = createPage(store, ids)
        const onTheWay: Flight[] = []
        let answers: { flight: Flight; answer: Answer }[] = []
        const take: Record<(typeof steps)[number], () => void> = {
          order: () => {
            void page.outbox.tap(order)
            wanted.add(keyOf(newest(page)))
          },
          retract: () => {
            const tap = page.outbox.pending.value.findLast(({ command }) => command.type === 'PlaceOrder')
            if (!tap) return
            page.outbox.retract(tap)
            wanted.delete(keyOf(tap))
            unwanted.add(keyOf(tap))
          },
          arrive: () => {
            const flight = onTheWay.shift()
            if (flight) answers.push({ flight, answer: bar.receive(flight.tap) })
          },
          answer: () => {
            const back = answers.shift()
            back?.flight.answer(back.answer)
          },
          lose: () => onTheWay.shift()?.answer(undefined),
          cut: () => {
            page.outbox.online(false)
            for (const { answer } of onTheWay) answer(undefined)
            for (const { flight } of answers) flight.answer(undefined)
            answers = []
          },
          reconnect: () => page.outbox.online(true),
          reload: () => {
            store.die()
            store = disk.page()
            page = createPage(store, ids)
          },
          time: () => page.passTime(),
        }
        const settle = async () => {
          await turns(16)
          onTheWay.push(...page.flights.splice(0))
        }
        for (const name of steps) {
          take[name]()
          await settle()
        }
        page.outbox.online(true)
        for (let round = 0; round < 8 * (wanted.size + unwanted.size) + 8; round += 1) {
          await settle()
          for (const name of ['arrive', 'answer', 'time'] as const) take[name]()
        }
        await turns()
        const standing = (key: string) => bar.standing.has(bar.orders.get(key) ?? '')
        expect([...unwanted].filter(standing)).toEqual([])
        expect([...wanted].filter(key => !standing(key))).toEqual([])
        expect(page.outbox.pending.value).toEqual([])
        expect(disk.rows.size).toBe(0)
      }),
      { numRuns: 300 },
    )
  })
})

const keyOf = ({ outbox, n }: Tap): string => `${outbox} ${n}`
