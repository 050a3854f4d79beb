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

export type JournaledTap = Pick<JournalLine<unknown>, 'by' | 'command' | 'answer' | 'refusal'>

/** `told`: of each device in the order of its taps. `lines`: the whole journal. `isTold`: which answers count as said. */
export function judge(
  told: readonly Told[],
  lines: readonly JournaledTap[],
  isTold: (at: number) => boolean = () => true,
): Verdict {
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
    const final = ended.filter(({ at }) => isTold(at)).map(({ answer }) => answer)
    if (final.length > 0) answered += 1
    if (ended.length === 0) unanswered.push(nameOf(one))
    if (kept.length > 1) doubled.push(nameOf(one))
    const [first] = final
    if (first?.ok && first.result.already !== true && kept.length === 0) lost.push(nameOf(one))
    const [line] = kept
    if (final.some(answer => !isDeepStrictEqual(answer, first)) || (first && line && !isAnswerOf(line, first)))
      otherAnswers.push(nameOf(one))
  }
  return { taps: told.length, answered, journaled: found.size, lost, doubled, unanswered, outOfOrder, otherAnswers }
}

/**
 * What a cut did to a hub that never syncs. A journal that nobody could read shows no loss: it may be unreadable for another
 * reason, and the campaign would see losses where it sees nothing.
 */
export type Cut = 'lost' | 'kept' | 'unreadable'

export function judgeCut(
  told: readonly Told[],
  lines: readonly JournaledTap[] | undefined,
  isTold: (at: number) => boolean,
): Cut {
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

const keyOf = (device = '', outbox = '', n = 0): string => `${device} ${outbox} ${n}`
const nameOf = ({ device, outbox, n }: Told): string => keyOf(device, outbox, n)

/** Too fast, or a hub whose disk does not write: that is no answer, and the outbox asks again. */
const isFinal = (answer: Told['answers'][number]['answer']): boolean =>
  answer.ok || !['too-fast', 'unavailable'].includes(answer.refusal.refused)

const isAnswerOf = ({ answer, refusal }: JournaledTap, said: Told['answers'][number]['answer']): boolean =>
  said.ok ? isDeepStrictEqual(said.result, answer ?? {}) : isDeepStrictEqual(said.refusal, refusal)
