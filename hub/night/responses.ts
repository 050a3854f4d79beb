/** How quickly requests were answered, counted from their lives. */
import type { Responses } from '../../shared/protocol/night-report.ts'
import type { Call } from './call-book.ts'

export function responsesOf(calls: readonly Call[]): Responses {
  const taken = calls.flatMap(({ at, takenAt }) => (takenAt === undefined ? [] : [takenAt - at]))
  const resolved = calls.flatMap(({ at, resolvedAt }) => (resolvedAt === undefined ? [] : [resolvedAt - at]))
  const takenMedian = median(taken)
  const resolvedMedian = median(resolved)
  return {
    calls: calls.length,
    taken: taken.length,
    ...(takenMedian !== undefined && { takenMedian, takenWorst: Math.max(...taken) }),
    resolved: resolved.length,
    ...(resolvedMedian !== undefined && { resolvedMedian }),
    escalated: calls.filter(({ escalated }) => escalated > 0).length,
    reopened: calls.filter(({ reopened }) => reopened > 0).length,
  }
}

/** The middle one, the lower of two: a time that somebody really waited. */
export function median(values: readonly number[]): number | undefined {
  return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)]
}
