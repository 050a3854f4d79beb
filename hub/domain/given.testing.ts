/**
 * Given these facts, when somebody asks that, then this happens. For tests of the domain.
 *
 *     given(opened).when({ type: 'CloseVisit', visit: 'a' }, by(as('lily'))).refuses('not-settled', 'settle-first')
 *     given(opened, at(evening + hour, settled)).when(…).gives({ type: 'VisitClosed', … })
 */

import { expect } from 'vitest'
import type { Command } from '../../shared/protocol/commands.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import type { NextStep, RefusalCode } from '../../shared/protocol/refusals.ts'
import { decide } from './decide.ts'
import { type Decision, isRefusal, type LineMeta } from './decision.ts'
import type { Event } from './events.ts'
import { evolve } from './evolve.ts'
import { evening, kiosk, type MetaOverrides, metaOf } from './fixture.testing.ts'
import type { Principal } from './principal.ts'
import { emptyState, type State, tableNames } from './state.ts'

/** One fact with its time and cause; a bare event happened at {@link evening}, by nobody in particular. */
export interface Past {
  readonly event: Event
  readonly line: LineMeta
}

export const at = (when: number, event: Event, by: LineMeta['by'] = {}): Past => ({ event, line: { at: when, by } })
export const by = (who: Principal, more: MetaOverrides = {}): MetaOverrides => ({ by: who, ...more })

export interface Outcome {
  readonly decision: Decision
  /** After the decision's own events. */
  readonly state: State
  /** Accepted with exactly these events. */
  gives(...events: readonly Event[]): Outcome
  /** Accepted with events of exactly these types, in this order. */
  givesTypes(...types: readonly Event['type'][]): Outcome
  /** Accepted with this result. */
  tells(result: Readonly<Record<string, unknown>>): Outcome
  /** Refused; `events` are those that the refusal leaves behind. */
  refuses(code: RefusalCode, next?: NextStep, events?: readonly Event[]): Outcome
  /** The events of the decision, refused or not. */
  readonly events: readonly Event[]
  /** The next command, on what has become of it. */
  when(command: Command, overrides?: MetaOverrides): Outcome
}

/** Ids made by decisions are the prefix and a count from 1: `v1`, `v2`, `o1`. */
export function given(...past: readonly (Event | Past)[]): Pick<Outcome, 'when' | 'state'> {
  const state = emptyState()
  for (const one of past) {
    const { event, line } = 'event' in one ? one : at(evening, one)
    evolve(state, event, line)
  }
  return { state, when: steps(state) }
}

function steps(state: State): Outcome['when'] {
  const counts = new Map<string, number>()
  const nextId = (prefix: string): Id => {
    const count = (counts.get(prefix) ?? 0) + 1
    counts.set(prefix, count)
    return `${prefix}${count}`
  }
  const when: Outcome['when'] = (command, overrides = {}) => {
    const meta = metaOf(overrides.by ?? kiosk, overrides.at ?? evening, nextId, overrides)
    const decision = decide(state, command, meta)
    for (const event of decision.events ?? []) evolve(state, event, { at: meta.at, by: actorOf(meta.by) })
    return outcomeOf(decision, state, when)
  }
  return when
}

function outcomeOf(decision: Decision, state: State, when: Outcome['when']): Outcome {
  const accepted = () => {
    if (isRefusal(decision)) throw new Error(`refused: ${decision.refused}, next ${decision.next}`)
    return decision
  }
  const outcome: Outcome = {
    decision,
    state,
    events: decision.events ?? [],
    when,
    gives(...events) {
      expect(accepted().events).toEqual(events)
      return outcome
    },
    givesTypes(...types) {
      expect(accepted().events.map(event => event.type)).toEqual(types)
      return outcome
    },
    tells(result) {
      expect(accepted().result ?? {}).toEqual(result)
      return outcome
    },
    refuses(code, next, events = []) {
      expect(isRefusal(decision) ? decision.refused : 'accepted').toBe(code)
      if (next !== undefined && isRefusal(decision)) expect(decision.next).toBe(next)
      expect(decision.events ?? []).toEqual(events)
      return outcome
    },
  }
  return outcome
}

/** As the journal's lines say it. */
export function actorOf(who: Principal): LineMeta['by'] {
  switch (who.kind) {
    case 'system':
      return { system: true }
    case 'phone':
      return { phone: true, device: who.claim }
    case 'staff':
      return { device: who.device, staff: who.staff }
    case 'kiosk':
    case 'reader':
    case 'panel':
    case 'player':
    case 'console':
    case 'station':
      return { device: who.device }
  }
}

/** The whole state as plain values, to compare two of them. */
export const contents = (state: State): Readonly<Record<string, unknown>> => ({
  day: state.day,
  ...Object.fromEntries(tableNames.map(name => [name, new Map<string, unknown>(state[name].entries())])),
})
