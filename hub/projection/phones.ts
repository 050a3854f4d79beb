/** What guests' phones see: their own check-in and nothing else. A claim lasts minutes, so none of it is kept on the disk. */
import type { Id } from '../../shared/protocol/primitives.ts'
import type { Event } from '../domain/events.ts'
import type { CheckIn } from '../domain/state.ts'
import type { ReadTable } from '../domain/table.ts'
import type { JournalLine } from '../ports.ts'
import type { Slices, Touched, ViewContext } from '../views/context.ts'
import { type PhoneOf, phoneView } from '../views/phone.ts'

export interface Phones {
  /** Remembers which check-in a phone's command made. */
  notice(lines: readonly JournalLine<Event>[]): void
  /** The check-in that a phone made. */
  checkInOf(claim: Id): Id | undefined
  concerns(claim: Id, touched: Touched, checkIns: ReadTable<CheckIn>): boolean
  view(context: ViewContext, claim: Id): Slices
}

/** Claims kept in mind; a phone that old scans again. */
const keptClaims = 1000

export function createPhones(deps: { codeOf: (claim: Id) => string | undefined; keyOf: PhoneOf['keyOf'] }): Phones {
  const { codeOf, keyOf } = deps
  const known = new Map<Id, { readonly checkIn: Id }>()

  return {
    notice(lines) {
      for (const { by, events } of lines) {
        const claim = by.phone ? by.device : undefined
        const checkedIn = events.find(event => event.type === 'CheckedIn')
        if (claim === undefined || checkedIn?.type !== 'CheckedIn') continue
        known.set(claim, { checkIn: checkedIn.checkIn })
        const [oldest] = known.keys()
        if (oldest !== undefined && known.size > keptClaims) known.delete(oldest)
      }
    },
    checkInOf: claim => known.get(claim)?.checkIn,
    concerns(claim, { tables, members }, checkIns) {
      const checkIn = known.get(claim)?.checkIn
      if (checkIn === undefined) return false
      // As it has them now: what they had here before may have been found since, and made one with the new one.
      const member = checkIns.get(checkIn)?.member
      return (
        tables.checkIns.has(checkIn) || (member !== undefined && (members.has(member) || tables.leaving.has(member)))
      )
    },
    view: (context, claim) => phoneView(context, { code: codeOf(claim) ?? '', mine: known.get(claim) ?? {}, keyOf }),
  }
}
