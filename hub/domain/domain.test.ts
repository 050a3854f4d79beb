import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { decide } from './decide.ts'
import { isRefusal } from './decision.ts'
import { type Due, dueOf, dueRollDay } from './due.ts'
import { evolve } from './evolve.ts'
import { evening, hour, metaOf, system, venue } from './fixture.testing.ts'
import { contents } from './given.testing.ts'
import { liveEvening } from './random-evening.testing.ts'
import { emptyState, type ReadState, type State, tableNames } from './state.ts'

// Many nights, on a machine that may be doing other things.
vi.setConfig({ testTimeout: 60_000 })

const nights = fc.array(fc.integer(), { minLength: 40, maxLength: 200, size: 'max' })

describe('any evening at all', () => {
  it('is the same when it is read again from its journal', () => {
    fc.assert(
      fc.property(nights, seeds => {
        const { state, lines } = liveEvening(seeds)
        const again = emptyState()
        for (const { event, line } of lines) evolve(again, overTheDisk(event), overTheDisk(line))
        // Who is awake at a console is noticed per line, not per fact.
        expect({ ...contents(again), sessions: [] }).toEqual({ ...contents(state), sessions: [] })
      }),
      { numRuns: 60 },
    )
  })

  it('never puts two parties into one room, nor one guest into two, nor loses an order from a bill', () => {
    fc.assert(
      fc.property(nights, seeds => checkHouse(liveEvening(seeds).state)),
      { numRuns: 100 },
    )
  })

  it('leaves nothing due that time cannot settle', () => {
    fc.assert(
      fc.property(nights, seeds => {
        const { state, end } = liveEvening(seeds)
        letTimePass(state, end + 48 * hour)
      }),
      { numRuns: 60 },
    )
  })

  it('reaches what it should: nearly every fact and many a refusal', () => {
    const seen = new Set<string>()
    const refused = new Set<string>()
    for (let night = 0; night < 60; night++) {
      const { lines, refused: here } = liveEvening(Array.from({ length: 300 }, (_, n) => night * 1_000 + n))
      for (const { event } of lines) seen.add(event.type)
      for (const code of here.keys()) refused.add(code)
    }
    expect(seen.size).toBeGreaterThanOrEqual(60)
    expect(refused.size).toBeGreaterThanOrEqual(25)
  })
})

const overTheDisk = <T>(value: T): T => JSON.parse(JSON.stringify(value))

function checkHouse(state: ReadState): void {
  const live = [...state.visits.values()].filter(visit => visit.status !== 'closed')
  for (const visit of live) {
    expect(state.rooms.get(visit.room)).toEqual({ condition: 'ready', visit: visit.id })
    expect(visit.wasIn.at(-1)).toBe(visit.room)
    for (const member of visit.members) expect(state.present.get(member)).toBe(visit.id)
    expect(visit.ordered).toBe(billOf(state, visit.orders))
    expect(visit.compTotal).toBe(visit.comps.reduce((sum, comp) => sum + comp.amount, 0))
    if (visit.discreet) expect(visit.usual).toEqual([])
    if (visit.members.includes('wang')) expect(visit.usual.map(({ item }) => item)).not.toContain('peanut-milk')
  }
  expect([...state.present.entries()].map(([member]) => member).sort()).toEqual(
    live.flatMap(visit => visit.members).sort(),
  )
  for (const [id, room] of state.rooms.entries())
    if (room.visit !== undefined) expect(state.visits.get(room.visit)?.room).toBe(id)
}

function billOf(state: ReadState, orders: readonly string[]): number {
  let sum = 0
  for (const id of orders) {
    const order = state.orders.get(id)
    if (!order || order.status === 'cancelled' || order.status === 'rejected') continue
    sum += order.lines.reduce((total, line) => total + line.unitPrice * (line.qty - line.returned), 0)
  }
  return sum
}

/** Issues what is due until nothing is before `until`, as the scheduler does; each issue must change something. */
function letTimePass(state: State, until: number): void {
  let ids = 0
  for (let issued = 0; issued < 20_000; issued++) {
    const due = earliest(state)
    if (!due || due.at > until) return
    const decision = decide(
      state,
      due.command,
      metaOf(system, due.at, prefix => `${prefix}-due${++ids}`),
    )
    expect(isRefusal(decision)).toBe(false)
    expect(decision.events).not.toEqual([])
    for (const event of decision.events ?? []) evolve(state, event, { at: due.at, by: { system: true } })
  }
  throw new Error('time never comes to an end')
}

function earliest(state: State): Due | undefined {
  const due: Due[] = []
  const roll = dueRollDay(state, venue, evening)
  if (roll) due.push(roll)
  for (const table of tableNames) {
    for (const [id] of state[table].entries()) {
      const one = dueOf(state, table, id, venue.policy)
      if (one) due.push(one)
    }
  }
  return due.reduce<Due | undefined>((first, one) => (first && first.at <= one.at ? first : one), undefined)
}
