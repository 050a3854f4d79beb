/** What each person brought in, as a file for a spreadsheet. */
import type { NightReport } from '../../../shared/protocol/night-report.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import { csvOf } from '../parts/csv.ts'

export interface CsvWords {
  readonly heads: readonly string[]
  readonly nameOf: (staff: Id) => string
  /** Minor units of one of the currency's, such as 100. */
  readonly minorPerUnit: number
}

export function peopleCsv(
  report: Pick<NightReport, 'day' | 'people'>,
  { heads, nameOf, minorPerUnit }: CsvWords,
): string {
  const money = (minor: number) => String(minor / minorPerUnit)
  const rows = report.people.map(({ staff, attended, visitsBooked, booked, comps, returns }) => [
    report.day,
    nameOf(staff),
    money(attended),
    String(visitsBooked),
    money(booked),
    money(comps),
    money(returns),
  ])
  return csvOf([heads, ...rows])
}
