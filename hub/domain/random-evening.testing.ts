/** Evenings lived at random, decision by decision, without a hub. */
import { expect } from 'vitest'
import type { Command, CommandType } from '../../shared/protocol/commands.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import type { RefusalCode } from '../../shared/protocol/refusals.ts'
import { decide } from './decide.ts'
import { isRefusal, type LineMeta } from './decision.ts'
import type { Event } from './events.ts'
import { evolve } from './evolve.ts'
import { as, evening, metaOf, minute } from './fixture.testing.ts'
import { actorOf } from './given.testing.ts'
import type { Principal } from './principal.ts'
import { pick, randomCommand, randomFacts, randomOf, randomPrincipal } from './random-command.testing.ts'
import { noticeSession } from './staff/session.ts'
import { emptyState, type State } from './state.ts'

export interface Evening {
  readonly state: State
  readonly lines: readonly { readonly event: Event; readonly line: LineMeta }[]
  readonly end: number
  readonly refused: ReadonlyMap<string, number>
  /** Who asked for what in vain. */
  readonly noes: readonly { readonly by: Principal; readonly type: CommandType; readonly code: RefusalCode }[]
}

/**
 * Lives through one command for each seed; every decision happens in the state that the ones before led to. `among`: only
 * these commands, as often as they are named; `leastMs`, `mostMs`: how long nothing happens in between; `alone`:
 * whatever staff do, these hands do it.
 */
export function liveEvening(
  seeds: readonly number[],
  {
    among,
    leastMs = 0,
    mostMs = 8 * minute,
    alone,
  }: {
    readonly among?: readonly CommandType[]
    readonly leastMs?: number
    readonly mostMs?: number
    readonly alone?: Id | undefined
  } = {},
): Evening {
  const state = emptyState()
  const lines: { event: Event; line: LineMeta }[] = []
  const refused = new Map<string, number>()
  const noes: Evening['noes'][number][] = []
  let at = evening
  let ids = 0
  for (const seed of seeds) {
    const random = randomOf(seed)
    at += leastMs + Math.floor(random() ** 3 * (mostMs - leastMs))
    const asked = randomCommand(random, state, at, among)
    const command: Command = alone !== undefined && 'as' in asked ? { ...asked, as: alone } : asked
    const anybody = randomPrincipal(random, command)
    const by = alone !== undefined && anybody.kind === 'staff' ? as(alone) : anybody
    const here = [...state.visits.values()].filter(
      visit => by.kind === 'panel' && visit.status !== 'closed' && visit.wasIn.includes(by.room),
    )
    const visit = pick(random, here)
    const decision = decide(
      state,
      command,
      metaOf(by, at, prefix => `${prefix}${++ids}`, {
        facts: randomFacts(random, command),
        sure: random() < 0.3,
        cashierTakesTickets: random() < 0.2,
        ...(visit && { visit }),
      }),
    )
    if (isRefusal(decision)) {
      refused.set(decision.refused, (refused.get(decision.refused) ?? 0) + 1)
      noes.push({ by, type: command.type, code: decision.refused })
    } else
      for (const value of Object.values(decision.result ?? {}))
        expect(['string', 'number', 'boolean']).toContain(typeof value)
    const line: LineMeta = { at, by: actorOf(by) }
    for (const event of decision.events ?? []) {
      evolve(state, event, line)
      lines.push({ event, line })
    }
    noticeSession(state, line)
  }
  return { state, lines, end: at, refused, noes }
}
