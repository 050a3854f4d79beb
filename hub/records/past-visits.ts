/** What a fact makes of the evenings in one member's history. */
import type { EventOf } from '../domain/events.ts'
import type { History, PastVisit } from '../domain/member/member.ts'

/** Visits kept per member; older ones live on in the totals. */
const keptVisits = 200

/** A complaint of guests who had left. */
export type Answered = EventOf<'RequestResolved'> & Required<Pick<EventOf<'RequestResolved'>, 'gone'>>

export const withVisit = ({ visits, totals, ...row }: History, past: PastVisit): History => ({
  ...row,
  visits: [...visits, past].slice(-keptVisits),
  totals: { visits: totals.visits + 1, spend: totals.spend + past.spend },
})

/** Of several complaints only the last is carried on. */
export const withOutcome = (row: History, { gone, outcome }: Answered): History => ({
  ...row,
  visits: row.visits.map(past =>
    past.visit === gone.visit && past.complaint?.category === gone.complaint
      ? { ...past, complaint: { ...past.complaint, outcome } }
      : past,
  ),
})

/** An evening on which they were taken for two counts once. */
export function united(kept: History, gone: History): History {
  const known = new Set(kept.visits.map(({ visit }) => visit))
  const twice = gone.visits.filter(({ visit }) => known.has(visit))
  const visits = [...kept.visits, ...gone.visits.filter(({ visit }) => !known.has(visit))]
  return {
    member: kept.member,
    visits: visits.sort((a, b) => a.at - b.at).slice(-keptVisits),
    totals: {
      visits: kept.totals.visits + gone.totals.visits - twice.length,
      spend: kept.totals.spend + gone.totals.spend - twice.reduce((sum, { spend }) => sum + spend, 0),
    },
    merged: [...(kept.merged ?? []), ...(gone.merged ?? []), gone.member],
  }
}

export const toPastVisit = (event: EventOf<'VisitClosed'>): PastVisit => ({
  visit: event.visit,
  at: event.openedAt,
  room: event.room,
  spend: event.effectiveSpend,
  drunk: [...event.drunk],
  sung: [...event.sung],
  ...(event.complaint && { complaint: event.complaint }),
  ...(event.face && { face: event.face }),
})
