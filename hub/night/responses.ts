/** How quickly requests were answered, counted from their lives. */
import type { Responses } from '../../shared/protocol/night-report.ts'
import type { Call } from './call-book.ts'

/** `until`: the end of what is told, ms. */
export function responsesOf(calls: readonly Call[], until: number): Responses {
  const taken = calls.flatMap(({ at, takenAt }) => (takenAt === undefined ? [] : [takenAt - at]))
  const resolved = calls.flatMap(({ at, resolvedAt }) => (resolvedAt === undefined ? [] : [resolvedAt - at]))
  const takenMedian = median(taken)
  const resolvedMedian = median(resolved)
  return {
    calls: calls.length,
    taken: taken.length,
    ...(takenMedian !== undefined && { takenMedian }),
    ...(calls.length > 0 && {
      longestWait: calls.reduce((longest, call) => Math.max(longest, waited(call, until)), 0),
    }),
    resolved: resolved.length,
    ...(resolvedMedian !== undefined && { resolvedMedian }),
    escalated: calls.filter(({ escalated }) => escalated > 0).length,
    reopened: calls.filter(({ reopened }) => reopened > 0).length,
  }
}

/** For the first who came; where nobody did, until the guests took it back or went, or it is still waited. ms; none where the clock was put back. */
export const waited = ({ at, takenAt, withdrawnAt, overAt }: Call, until: number): number =>
  Math.max(0, (takenAt ?? withdrawnAt ?? overAt ?? until) - at)

/** The middle one, the lower of two: a time that somebody really waited. */
export function median(values: readonly number[]): number | undefined {
  return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)]
}
