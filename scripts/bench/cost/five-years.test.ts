import { expect, it } from 'vitest'
import { lengthened, membersOfFiveYears } from './five-years.ts'

const today = Date.parse('2026-11-20T12:00:00Z')

it('makes five years of two, in the order of time, each visit once', () => {
  const members = membersOfFiveYears(20, today)
  const visits = members.flatMap(({ history }) => history.visits)
  expect(Math.min(...visits.map(({ at }) => at))).toBeLessThan(today - 4 * 365 * 86_400_000)
  expect(Math.min(...visits.map(({ at }) => at))).toBeGreaterThan(today - 1826 * 86_400_000)
  expect(new Set(visits.map(({ visit }) => visit)).size).toBe(visits.length)
  for (const { history } of members) expect(history.visits).toEqual([...history.visits].sort((a, b) => a.at - b.at))
})

it('keeps no more than the hub would, and counts all', () => {
  const [wang] = membersOfFiveYears(1, today)
  const visit = wang?.history.visits[0]
  if (!wang || !visit) throw new Error('nobody')
  const often = lengthened(
    {
      ...wang.history,
      visits: Array.from({ length: 90 }, (_, day) => ({
        ...visit,
        visit: `v${day}`,
        at: today - (90 - day) * 86_400_000,
      })),
    },
    today,
  )
  expect(often.visits).toHaveLength(200)
  expect(often.totals.visits).toBe(270)
})
