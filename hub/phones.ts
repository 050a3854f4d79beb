/** What guests' phones see: their own check-in and nothing else. A claim lasts minutes, so none of it is kept on the disk. */
import type { Id } from '../shared/protocol/primitives.ts'
import type { PhoneSelfView } from '../shared/protocol/views/phone.ts'
import type { Event } from './domain/events.ts'
import type { JournalLine } from './ports.ts'
import type { Slices, Touched, ViewContext } from './views/context.ts'
import { venueView } from './views/venue.ts'

export interface Phones {
  /** Remembers which check-in and which new member a phone's command made. */
  notice(lines: readonly JournalLine<Event>[]): void
  concerns(claim: Id, touched: Touched): boolean
  view(context: ViewContext, claim: Id): Slices
}

/** Claims kept in mind; a phone that old scans again. */
const keptClaims = 1000

export function createPhones({ codeOf }: { codeOf: (claim: Id) => string | undefined }): Phones {
  const known = new Map<Id, { checkIn?: Id; member?: Id }>()

  return {
    notice(lines) {
      for (const { by, events } of lines) {
        const claim = by.phone ? by.device : undefined
        const checkedIn = events.find(event => event.type === 'CheckedIn')
        if (claim === undefined || checkedIn?.type !== 'CheckedIn') continue
        known.set(claim, {
          checkIn: checkedIn.checkIn,
          ...(checkedIn.member !== undefined && { member: checkedIn.member }),
        })
        const [oldest] = known.keys()
        if (oldest !== undefined && known.size > keptClaims) known.delete(oldest)
      }
    },
    concerns(claim, { tables }) {
      const checkIn = known.get(claim)?.checkIn
      return checkIn !== undefined && tables.checkIns.has(checkIn)
    },
    view(context, claim) {
      const mine = known.get(claim)
      const checkIn = mine?.checkIn === undefined ? undefined : context.state.checkIns.get(mine.checkIn)
      const member = mine?.member === undefined ? undefined : context.member(mine.member)?.member
      const self: PhoneSelfView = {
        code: codeOf(claim) ?? '',
        ...(checkIn && { checkIn: { id: checkIn.id, step: checkIn.status === 'seated' ? 'seated' : 'wait-for-desk' } }),
        ...(member && { called: member.called }),
        ...(member?.code !== undefined && { memberCode: member.code }),
      }
      return new Map<string, unknown>([
        ['venue', venueView(context)],
        ['self', self],
      ])
    },
  }
}
