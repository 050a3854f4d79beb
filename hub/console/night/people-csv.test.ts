import { expect, it } from 'vitest'
import type { NightPerson } from '../../../shared/protocol/night-report.ts'
import { peopleCsv } from './people-csv.ts'

const person = (staff: string): NightPerson => ({
  staff,
  attended: 12_350,
  booked: 0,
  visitsBooked: 2,
  comps: 8800,
  compCount: 1,
  returns: 0,
  returnCount: 0,
  facesAtTable: 0,
  responses: { calls: 0, taken: 0, resolved: 0, escalated: 0, reopened: 0 },
})

it('writes what a spreadsheet reads back: marks, quotes, and no formulas out of names', () => {
  const names: Record<string, string> = {
    a: '小陈',
    b: '=cmd|calc',
    c: 'Lin, "the bar"',
    d: '-2+3+cmd|calc',
    e: '-12.5',
    f: '＝1+1',
    g: '－2',
    h: ' @SUM(A1)',
    i: '\n+1',
  }
  const csv = peopleCsv(
    { day: '2026-11-20', people: Object.keys(names).map(person) },
    { heads: ['日', '员工'], nameOf: id => names[id] ?? '', minorPerUnit: 100 },
  )
  expect(csv.split('\r\n')).toEqual([
    '\uFEFF日,员工',
    '2026-11-20,小陈,123.5,2,0,88,0',
    "2026-11-20,'=cmd|calc,123.5,2,0,88,0",
    '2026-11-20,"Lin, ""the bar""",123.5,2,0,88,0',
    "2026-11-20,'-2+3+cmd|calc,123.5,2,0,88,0",
    '2026-11-20,-12.5,123.5,2,0,88,0',
    "2026-11-20,'＝1+1,123.5,2,0,88,0",
    "2026-11-20,'－2,123.5,2,0,88,0",
    "2026-11-20,' @SUM(A1),123.5,2,0,88,0",
    '2026-11-20,"\'\n+1",123.5,2,0,88,0',
    '',
  ])
})
