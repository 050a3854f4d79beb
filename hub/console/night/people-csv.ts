/** What each person brought in, as a file for a spreadsheet. */
import type { NightReport } from '../../../shared/protocol/night-report.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'

export interface CsvWords {
  readonly heads: readonly string[]
  readonly nameOf: (staff: Id) => string
  /** Minor units of one of the currency's, such as 100. */
  readonly minorPerUnit: number
}

/** CRLF, RFC 4180 quotes, and a byte order mark: without it Excel reads Chinese as something else. */
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
  return `\uFEFF${[heads, ...rows].map(row => row.map(cell).join(',')).join('\r\n')}\r\n`
}

/** A name that a spreadsheet would take for a formula is text; a number below zero is none. */
function cell(text: string): string {
  const safe = /^[=+@\t\r-]/.test(text) && !/^-\d+(\.\d+)?$/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
