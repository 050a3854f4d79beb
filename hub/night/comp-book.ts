/** Gifts and reductions of a night: what was given, by whom, and what was taken back. */
import type { NightComp } from '../../shared/protocol/night-report.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import type { EventOf } from '../domain/events.ts'

export interface Given extends NightComp {
  readonly comp: Id
  /** It was given on the day that is told. */
  readonly counts: boolean
  /** It was taken back on the day that is told. */
  readonly undone: boolean
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
      if (given) comps[index] = { ...given, undone: counts, takenBack: { at, by: event.by } }
      return
    }
    const { comp, visit, kind, amount, reason, item, qty, by, second } = event
    comps.push({
      comp,
      counts,
      undone: false,
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
export const toldComp = ({ comp: _comp, counts: _counts, undone: _undone, ...shown }: Given): NightComp => shown

/** What the day's page tells: of a gift of the day before that was taken back on this one, that it is off again. */
export const compsOfDay = (comps: readonly Given[]): readonly Given[] =>
  comps.flatMap(comp => {
    if (comp.counts) return [comp]
    return comp.undone ? [{ ...comp, amount: 0 - comp.amount, before: true as const }] : []
  })

export const isInSum = (comp: NightComp): boolean => comp.before === true || isStanding(comp)

/** What was given and not taken back. */
export const isStanding = ({ takenBack }: Pick<NightComp, 'takenBack'>): boolean => takenBack === undefined
