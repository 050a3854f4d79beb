/** Mr Wang's party in V08 (class big), open since {@link evening} as visit `a`: who taps, who answers, what time does. */
import type { Command } from '../../shared/protocol/commands.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import type { Event, EventOf } from './events.ts'
import { as, evening, type MetaOverrides, panelOf, system } from './fixture.testing.ts'
import { by, given, type Outcome, type Past } from './given.testing.ts'
import type { State, Visit } from './state.ts'

export const opened = (more: Partial<EventOf<'VisitOpened'>> = {}): EventOf<'VisitOpened'> => ({
  type: 'VisitOpened',
  visit: 'a',
  room: 'v08',
  party: 6,
  host: 'wang',
  attendant: 'chen',
  terms: { kind: 'timed', tariff: 'big-timed', perHour: 24_000, startsAt: evening, extensions: 0, added: 0 },
  minimumSpend: 188_000,
  orderRule: { kind: 'free' },
  discreet: false,
  ...more,
})

export const settled: Event = { type: 'VisitSettled', visit: 'a', room: 0, orders: 0, comps: 0, unticked: [] }
export const closed: EventOf<'VisitClosed'> = {
  type: 'VisitClosed',
  visit: 'a',
  room: 'v08',
  members: ['wang'],
  openedAt: evening,
  effectiveSpend: 0,
  drunk: [],
  sung: [],
}

export interface Party {
  readonly state: State
  readonly visit: () => Visit
  /** From the room's panel. */
  readonly tap: (command: Command, more?: MetaOverrides) => Outcome
  readonly staff: (who: Id, command: Command, more?: MetaOverrides) => Outcome
  readonly station: (station: 'bar' | 'floor', command: Command, more?: MetaOverrides) => Outcome
  /** At that moment, by the scheduler. */
  readonly time: (at: number, command: Command) => Outcome
}

/** The party after these facts; `opened()` is added where they do not begin with a VisitOpened. */
export function party(...past: readonly (Event | Past)[]): Party {
  const first = past[0]
  const begun = first && 'type' in first && first.type === 'VisitOpened'
  const { state, when } = given(...(begun ? past : [opened(), ...past]))
  return {
    state,
    visit() {
      const visit = state.visits.get('a')
      if (!visit) throw new Error('the party is gone')
      return visit
    },
    tap(command, more = {}) {
      const visit = state.visits.get('a')
      return when(command, by(panelOf('v08'), { ...(visit && { visit }), ...more }))
    },
    staff: (who, command, more = {}) => when(command, by(as(who), more)),
    station: (station, command, more = {}) =>
      when(command, by({ kind: 'station', device: `${station}-screen`, station }, more)),
    time: (at, command) => when(command, by(system, { at })),
  }
}
