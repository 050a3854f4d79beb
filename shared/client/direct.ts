/**
 * Commands with a PIN, and those of a guest at the entrance: sent now or not at all, and kept nowhere. Each has a number, in memory only, and keeps it until
 * the hub has said yes or no: one whose answer was lost is the same one when the person tries it again, and happens once.
 */
import { type Answer, answersKept, refused } from '../protocol/answer.ts'
import type { PeopleCommand } from '../protocol/commands.ts'
import type { Id } from '../protocol/primitives.ts'
import { isUndecided, refuse } from '../protocol/refusals.ts'
import type { Meant } from './tap.ts'

export interface DirectDeps {
  /** The hub's answer; undefined when the way there or back was lost. Never rejects. */
  readonly send: (envelope: object) => Promise<Answer | undefined>
  /** An outbox of its own: the hub remembers the answers of each by number. */
  readonly outbox: Id
  readonly hubNow: () => number
}

/** Whoever wants the same thing after this long wants it once more. Ms. */
const sameActMs = 5 * 60_000

export function createDirect(deps: DirectDeps): (command: PeopleCommand, meant?: Meant) => Promise<Answer> {
  const { outbox, hubNow } = deps
  const unanswered = new Map<string, { readonly n: number; readonly at: number }>()
  let last = 0

  const numberOf = (act: string): number => {
    const now = hubNow()
    for (const [other, { at }] of unanswered) if (now - at > sameActMs) unanswered.delete(other)
    const known = unanswered.get(act)
    if (known) return known.n
    last += 1
    unanswered.set(act, { n: last, at: now })
    return last
  }

  return async (command, meant = {}) => {
    const act = actOf(command, meant)
    const ask = async (n: number) =>
      (await deps.send({ ...meant, outbox, n, tappedAt: hubNow(), command })) ?? unavailable
    const n = numberOf(act)
    let answer = await ask(n)
    // Numbers after it were answered and it was not: had it got there so lately, the hub would know what it said.
    if (noOf(answer) === 'forgotten' && last - n < answersKept) {
      unanswered.delete(act)
      answer = await ask(numberOf(act))
    }
    // A disk that failed may hold it all the same.
    if (!isUndecided(noOf(answer))) unanswered.delete(act)
    return answer
  }
}

/** What is asked, whatever PIN it is asked with: who mistyped it the second time still means the same. */
const actOf = (command: PeopleCommand, meant: Meant): string =>
  JSON.stringify([meant, command], (key, value) => (key === 'pin' ? undefined : value))

const noOf = (answer: Answer) => (answer.ok ? undefined : answer.refusal.refused)

export const unavailable = refused(refuse('unavailable', 'try-again'))
