/** Kept bottles of a night: what was done with which, and by whom. */
import type { NightKeep } from '../../shared/protocol/night-report.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import type { LineMeta } from '../domain/decision.ts'
import type { EventOf } from '../domain/events.ts'
import type { KeepEvent } from '../domain/keep/events.ts'

export interface KeptStep extends NightKeep {
  readonly visit?: Id
  /** It happened on the day that is told. */
  readonly counts: boolean
}

export interface KeepBook {
  readonly keeps: readonly KeptStep[]
  note(event: KeepEvent, at: number, by: LineMeta['by'], counts: boolean): void
}

export function createKeepBook(roomOf: (visit: Id | undefined) => Id | undefined): KeepBook {
  const keeps: KeptStep[] = []
  return {
    keeps,
    /** An old line does not say in whose name: then it was who was signed in. */
    note(event, at, by, counts) {
      const visit = 'visit' in event ? event.visit : undefined
      const room = roomOf(visit)
      const staff = event.by ?? by.staff
      keeps.push({
        at,
        counts,
        what: keepSteps[event.type],
        ...(event.label !== undefined && { label: event.label }),
        ...(event.item !== undefined && { item: event.item }),
        ...('tenths' in event && { tenths: event.tenths }),
        ...(event.type === 'KeepCorrected' && { shelf: event.shelf, was: corrected(event) }),
        ...(visit !== undefined && { visit }),
        ...(room !== undefined && { room }),
        ...(staff !== undefined && { by: staff }),
        ...('second' in event && event.second !== undefined && { second: event.second }),
      })
    },
  }
}

/** What of it was not so before. */
const corrected = ({ was, tenths, shelf, member }: EventOf<'KeepCorrected'>): NonNullable<NightKeep['was']> => ({
  ...(was.tenths !== tenths && { tenths: was.tenths }),
  ...(was.shelf !== shelf && { shelf: was.shelf }),
  ...(was.member !== member && { owner: true }),
})

const keepSteps = {
  KeepStored: 'stored',
  KeepUndone: 'undone',
  KeepDrawn: 'drawn',
  KeepExtended: 'extended',
  KeepCorrected: 'corrected',
  KeepForfeited: 'forfeited',
} as const satisfies Record<KeepEvent['type'], NightKeep['what']>

/** As it is told. */
export const toldKeep = ({ visit: _visit, counts: _counts, ...shown }: KeptStep): NightKeep => shown
