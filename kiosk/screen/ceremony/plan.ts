/**
 * When which name is sung: one after the other, 9 s each; more than three at a time become one group card. Pure: times are
 * hub time, ms. What the hub takes back (a visit made discreet, a check-in sent away) is gone from the plan at once.
 */
import type { WelcomeView } from '../../../shared/protocol/views/kiosk.ts'

/** One ceremony: a name, or a group. */
export interface Act {
  readonly startsAt: number
  readonly welcomes: readonly WelcomeView[]
}

/** Dim, gold, seal, hold, and into the ribbon. */
export const actMs = 9000
/** Single names at a time, with the one that is sung: a fourth would begin when its own 29 s are nearly over. */
const queueLength = 3
/** A ceremony that could not start in this time (the page was loading) is not made up for. */
export const tooLateMs = 4000

/** The plan from now on: acts that began stay as they are, the others are arranged anew. */
export function plan(before: readonly Act[], welcomes: readonly WelcomeView[], now: number): readonly Act[] {
  const begun = before
    .filter(({ startsAt }) => startsAt <= now)
    .map(act => ({ ...act, welcomes: act.welcomes.flatMap(one => welcomes.filter(other => isSame(one, other))) }))
    .filter(act => act.welcomes.length > 0)
  const sung = begun.flatMap(act => act.welcomes)
  const waiting = welcomes.filter(one => !sung.some(other => isSame(one, other))).sort((a, b) => a.at - b.at)
  const singing = begun.some(({ startsAt }) => now < startsAt + actMs) ? 1 : 0
  const groups = waiting.length > queueLength - singing ? [waiting] : waiting.map(one => [one])
  return groups.reduce<readonly Act[]>((acts, group) => {
    const free = (acts.at(-1)?.startsAt ?? -actMs) + actMs
    return acts.concat({ startsAt: Math.max(free, group.at(-1)?.at ?? now), welcomes: group })
  }, begun)
}

export interface Playing {
  /** On the whole screen. */
  readonly act: Act | undefined
  /** In the ribbon. */
  readonly ribbon: readonly WelcomeView[]
  /** Hub time, ms, at which this changes by itself. */
  readonly changesAt: number | undefined
}

export function playing(acts: readonly Act[], now: number): Playing {
  const live = (welcome: WelcomeView) => welcome.until > now
  const act = acts.find(({ startsAt, welcomes }) => startsAt <= now && now < startsAt + actMs && welcomes.some(live))
  const ribbon = acts.filter(({ startsAt }) => startsAt + actMs <= now).flatMap(({ welcomes }) => welcomes.filter(live))
  const moments = acts.flatMap(({ startsAt, welcomes }) => [
    startsAt,
    startsAt + actMs,
    ...welcomes.map(({ until }) => until),
  ])
  const next = Math.min(...moments.filter(moment => moment > now))
  return { act, ribbon, changesAt: Number.isFinite(next) ? next : undefined }
}

/** The view's slices of welcomes carry no id; nobody is welcomed twice in the same millisecond. */
export function isSame(one: WelcomeView, other: WelcomeView): boolean {
  return one.at === other.at && one.called === other.called
}
