/** 早报 and 对单: asked of the worker, up to the last fact that is on the disk. */
import type { QueryAnswer } from '../../shared/protocol/answer.ts'
import type { AnswerOf, QueryOf } from '../../shared/protocol/queries.ts'
import { refuse } from '../../shared/protocol/refusals.ts'
import { endOfBusinessDay, startOfBusinessDay, type VenueClock } from '../domain/business-day.ts'
import type { Directory } from '../worker/directory.ts'
import type { NightAsked } from '../worker/nights.ts'

export function createTellNights(deps: {
  readonly directory: Pick<Directory, 'nights' | 'night' | 'slip'>
  readonly clock: VenueClock
  readonly now: () => number
  /** Seq of the last fact on the disk. */
  readonly upTo: () => number
}) {
  const { directory, clock } = deps
  const asked = (day: string): NightAsked => ({
    day,
    upTo: deps.upTo(),
    startsAt: startOfBusinessDay(day, clock),
    until: Math.min(deps.now(), endOfBusinessDay(day, clock)),
  })

  return {
    async nights(): Promise<QueryAnswer<AnswerOf['Nights']>> {
      return { ok: true, value: { nights: await directory.nights() } }
    },
    async night({ day }: QueryOf<'TellNight'>): Promise<QueryAnswer<AnswerOf['TellNight']>> {
      return told(await directory.night(asked(day)), day)
    },
    async visit({ day, visit }: QueryOf<'TellVisit'>): Promise<QueryAnswer<AnswerOf['TellVisit']>> {
      return told(await directory.slip({ ...asked(day), visit }), visit)
    },
  }
}

function told<T>(value: T | undefined, about: string): QueryAnswer<T> {
  return value === undefined ? { ok: false, refusal: refuse('unknown', 'look-again', { about }) } : { ok: true, value }
}
