/** What the devices were told, held against what the journal says. */
import { isDeepStrictEqual } from 'node:util'
import type { JournalLine } from '../../hub/ports.ts'
import type { Told } from './tapper.ts'

export interface Verdict {
  readonly taps: number
  /** Answered at least once, at a time that counts. */
  readonly answered: number
  /** In the journal: the others changed nothing, or were refused. */
  readonly journaled: number
  /** Sent more than once: where nobody has to ask again, nothing can happen twice. */
  readonly resent: number
  /** The hub said yes, and the journal knows nothing of it. */
  readonly lost: readonly string[]
  /** More than once in the journal. */
  readonly doubled: readonly string[]
  /** In the end nobody had answered it, at whatever time. */
  readonly unanswered: readonly string[]
  /** In the journal before an earlier tap of the same device. */
  readonly outOfOrder: readonly string[]
  /** Two answers that differ, or one that is not the journal's. */
  readonly otherAnswers: readonly string[]
}

/** Whether an answer counts that came at this time. */
export type IsTold = (at: number, tap: Pick<Told, 'at'>) => boolean

export type JournaledTap = Pick<JournalLine<unknown>, 'by' | 'command' | 'answer' | 'refusal'>

/** `told`: of each device in the order of its taps. `lines`: the whole journal. `isTold`: which answers to which taps count as said. */
export function judge(told: readonly Told[], lines: readonly JournaledTap[], isTold: IsTold = () => true): Verdict {
  const places = new Map(told.map(one => [keyOf(one.device, one.outbox, one.n), one]))
  const found = new Map<Told, JournaledTap[]>()
  const lastPlace = new Map<string, number>()
  const outOfOrder: string[] = []
  for (const line of lines) {
    const one = places.get(keyOf(line.by.device, line.command.outbox, line.command.n))
    if (!one) continue
    if (one.place < (lastPlace.get(one.device) ?? -1) && !found.has(one)) outOfOrder.push(nameOf(one))
    lastPlace.set(one.device, Math.max(one.place, lastPlace.get(one.device) ?? -1))
    found.set(one, [...(found.get(one) ?? []), line])
  }

  const lost: string[] = []
  const doubled: string[] = []
  const unanswered: string[] = []
  const otherAnswers: string[] = []
  let answered = 0
  for (const one of told) {
    const kept = found.get(one) ?? []
    const ended = one.answers.filter(({ answer }) => isFinal(answer))
    const final = ended.filter(({ at }) => isTold(at, one)).map(({ answer }) => answer)
    if (final.length > 0) answered += 1
    if (ended.length === 0) unanswered.push(nameOf(one))
    if (kept.length > 1) doubled.push(nameOf(one))
    const [first] = final
    if (first?.ok && first.result.already !== true && kept.length === 0) lost.push(nameOf(one))
    const [line] = kept
    if (final.some(answer => !isDeepStrictEqual(answer, first)) || (first && line && !isAnswerOf(line, first)))
      otherAnswers.push(nameOf(one))
  }
  const resent = told.filter(({ sent }) => sent > 1).length
  return {
    ...{ taps: told.length, answered, journaled: found.size, resent },
    ...{ lost, doubled, unanswered, outOfOrder, otherAnswers },
  }
}

/** When a disk's power went: begun, gone for sure, and there again. */
export interface Dark {
  readonly from: number
  readonly gone: number
  readonly to: number
}

/**
 * What was said while the power went nobody can tell from what was said before: it does not count. But for what was tapped when
 * it was gone for sure: whoever was told yes then was told so by a hub without a disk.
 */
export const toldInTheLight =
  (dark: readonly Dark[]): IsTold =>
  (at, tap) =>
    !dark.some(({ from, gone, to }) => at >= from && at <= to && tap.at <= gone)

/**
 * What a cut did to a weakened hub. A journal that nobody could read shows no loss: it may be unreadable for another
 * reason, and the campaign would see losses where it sees nothing.
 */
export type Cut = 'lost' | 'kept' | 'unreadable'

export function judgeCut(told: readonly Told[], lines: readonly JournaledTap[] | undefined, isTold: IsTold): Cut {
  if (!lines) return 'unreadable'
  return judge(told, lines, isTold).lost.length > 0 ? 'lost' : 'kept'
}

/** Of the cuts without a sync so many must be seen to lose something, or the campaign could not see a loss. */
const lostShare = 0.95

export const canSeeLoss = (cuts: readonly Cut[]): boolean =>
  cuts.length > 0 && cuts.filter(cut => cut === 'lost').length >= cuts.length * lostShare

export const isFlawless = (verdict: Verdict): boolean =>
  verdict.journaled > 0 &&
  [verdict.lost, verdict.doubled, verdict.unanswered, verdict.outOfOrder, verdict.otherAnswers].every(
    ({ length }) => length === 0,
  )

/** The same of a campaign in which something could have gone twice: where nobody had to ask again nothing can. */
export const isExactlyOnce = (verdict: Verdict): boolean => isFlawless(verdict) && verdict.resent > 0

const keyOf = (device = '', outbox = '', n = 0): string => `${device} ${outbox} ${n}`
const nameOf = ({ device, outbox, n }: Told): string => keyOf(device, outbox, n)

/** Too fast, or a hub whose disk does not write: that is no answer, and the outbox asks again. */
const isFinal = (answer: Told['answers'][number]['answer']): boolean =>
  answer.ok || !['too-fast', 'unavailable'].includes(answer.refusal.refused)

const isAnswerOf = ({ answer, refusal }: JournaledTap, said: Told['answers'][number]['answer']): boolean =>
  said.ok ? isDeepStrictEqual(said.result, answer ?? {}) : isDeepStrictEqual(said.refusal, refusal)
