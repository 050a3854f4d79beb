/** Gifts and reductions of a night: what was given, by whom, and what was taken back. */
import type { NightComp } from '../../shared/protocol/night-report.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import type { EventOf } from '../domain/events.ts'

export interface Given extends NightComp {
  readonly comp: Id
  /** It was given on the day that is told. */
  readonly counts: boolean
}

export interface CompBook {
  readonly comps: readonly Given[]
  note(event: EventOf<'CompGiven' | 'CompTakenBack'>, at: number, counts: boolean): void
}

export function createCompBook(roomOf: (visit: Id) => Id): CompBook {
  const comps: Given[] = []

  function note(event: EventOf<'CompGiven' | 'CompTakenBack'>, at: number, counts: boolean): void {
    if (event.type === 'CompTakenBack') {
      const index = comps.findIndex(({ comp }) => comp === event.comp)
      const given = comps[index]
      if (given) comps[index] = { ...given, takenBack: { at, by: event.by } }
      return
    }
    const { comp, visit, kind, amount, reason, item, qty, by, second } = event
    comps.push({
      comp,
      counts,
      at,
      visit,
      room: roomOf(visit),
      kind,
      amount,
      reason,
      ...(item !== undefined && { item }),
      ...(qty !== undefined && { qty }),
      by,
      ...(second !== undefined && { second }),
    })
  }

  return { comps, note }
}

/** As it is told. */
export const toldComp = ({ comp: _comp, counts: _counts, ...shown }: Given): NightComp => shown

/** What was given and not taken back. */
export const isStanding = ({ takenBack }: Pick<NightComp, 'takenBack'>): boolean => takenBack === undefined
