/** Who came when and had what, out of a log of member, visit time, item. */
import { type Encoding, encodingOf, readCsv } from './csv.ts'

export interface LoggedVisit {
  /** Ms since the epoch: when it began. */
  readonly at: number
  /** In order, each as often as it was had. */
  readonly items: readonly string[]
}

export interface BadRow {
  readonly line: number
  readonly why: 'member' | 'time' | 'item'
}

export interface VisitLog {
  readonly encoding: Encoding
  readonly rows: number
  readonly bad: readonly BadRow[]
  /** Member → visits, oldest first. */
  readonly members: ReadonlyMap<string, readonly LoggedVisit[]>
}

/** What a column may be called; case, blanks and signs do not count. */
const names = {
  member: [
    'member',
    'memberid',
    'customer',
    'customerid',
    'user',
    'userid',
    'card',
    '会员',
    '会员号',
    '会员编号',
    '會員',
    '卡号',
    '客户',
    '客人',
  ],
  time: [
    'visittime',
    'visit',
    'time',
    'date',
    'datetime',
    'visitdate',
    'at',
    '时间',
    '時間',
    '日期',
    '开台时间',
    '到店时间',
    '开台',
  ],
  item: [
    'item',
    'itemid',
    'song',
    'songid',
    'drink',
    'product',
    'sku',
    'title',
    '商品',
    '酒水',
    '品名',
    '歌曲',
    '歌名',
    '品项',
  ],
} as const
type Column = keyof typeof names

/** Of these columns the heading has none. */
export class NoColumns extends Error {
  readonly missing: readonly Column[]
  constructor(missing: readonly Column[]) {
    super(missing.map(column => names[column][0]).join(', '))
    this.missing = missing
  }
}

/** Rows of one member that begin within this of each other are one visit: a log may say when each drink came. */
const oneVisitMs = 8 * 3_600_000

export async function readVisits(file: string): Promise<VisitLog> {
  const encoding = await encodingOf(file)
  const bad: BadRow[] = []
  const had = new Map<string, { at: number; item: string }[]>()
  let columns: Record<Column, number> | undefined
  let rows = 0
  for await (const { line, fields } of readCsv(file, encoding)) {
    if (!columns) {
      columns = columnsOf(fields)
      continue
    }
    rows += 1
    const member = fields[columns.member] ?? ''
    const at = timeOf(fields[columns.time] ?? '')
    const item = fields[columns.item] ?? ''
    if (member === '') bad.push({ line, why: 'member' })
    else if (at === undefined) bad.push({ line, why: 'time' })
    else if (item === '') bad.push({ line, why: 'item' })
    else {
      const known = had.get(member)
      if (known) known.push({ at, item })
      else had.set(member, [{ at, item }])
    }
  }
  if (!columns) throw new NoColumns(['member', 'time', 'item'])
  return { encoding, rows, bad, members: new Map([...had].map(([member, all]) => [member, visitsOf(all)])) }
}

function columnsOf(heading: readonly string[]): Record<Column, number> {
  const said = heading.map(name => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''))
  const find = (column: Column) => {
    const known = new Set<string>(names[column])
    return said.findIndex(name => known.has(name))
  }
  const columns = { member: find('member'), time: find('time'), item: find('item') }
  const missing = (['member', 'time', 'item'] as const).filter(column => columns[column] < 0)
  if (missing.length > 0) throw new NoColumns(missing)
  return columns
}

function visitsOf(all: readonly { at: number; item: string }[]): readonly LoggedVisit[] {
  const visits: { at: number; items: string[] }[] = []
  for (const { at, item } of [...all].sort((a, b) => a.at - b.at)) {
    const last = visits.at(-1)
    if (last && at - last.at < oneVisitMs) last.items.push(item)
    else visits.push({ at, items: [item] })
  }
  return visits
}

/** `2026-11-28 21:30`, `2026/11/28`, `20261128`, `2026年11月28日 21:30`, ISO with a zone, seconds or ms since the epoch. */
export function timeOf(text: string): number | undefined {
  if (/^\d{10}$/.test(text)) return Number(text) * 1000
  if (/^\d{13}$/.test(text)) return Number(text)
  if (/^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:?\d\d)$/.test(text)) return validTime(Date.parse(text))
  const parts =
    /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?(?:[T ]*(\d{1,2})[:时](\d{1,2})(?:[:分](\d{1,2}))?.*)?$/.exec(text)
  if (!parts) return undefined
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1).map(part => Number(part ?? 0))
  const at = Date.UTC(year, month - 1, day, hour, minute, second)
  const date = new Date(at)
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60 ? at : undefined
}

const validTime = (at: number): number | undefined => (Number.isNaN(at) ? undefined : at)
