/** What `npm run insight` says, Chinese and English side by side. */
import { padded } from '../lib/columns.ts'
import type { Measured, Score, What } from './measure.ts'
import type { BadRow, NoColumns, VisitLog } from './read-visits.ts'

export const help = `
  npm run insight -- --orders FILE.csv   「老样子」在您自己的记录上准不准 how well the usual does on your own log
  npm run insight -- --songs FILE.csv    备歌准不准 how well the songs laid ready do

  列 columns: member 会员, visit time 到店时间, item 酒水 / 歌曲；别的列不看，列名大致对就行
              other columns are passed over, and names need only be near
  CSV，逗号、分号或制表符，UTF-8 或 GB18030 comma, semicolon or tab
  每位会员的最后一次到店留着考，别的都拿来学；旁边是「只推最热的」
  everybody's last visit is held back and asked for; beside it stands "what is had most"

  结束码 exit codes: 0 量好了 measured · 1 量好了，有看不懂的行 measured, some rows were not understood · 2 量不了 not measured
`

const named: Readonly<Record<What, string>> = { orders: '老样子 the usual', songs: '备歌 songs laid ready' }
const whys: Readonly<Record<BadRow['why'], string>> = {
  member: '没有会员 no member',
  time: '时间看不懂 no time',
  item: '没有酒水或歌曲 no item',
}
const columns = { member: '会员 member', time: '到店时间 visit time', item: '酒水或歌曲 item' } as const
const badShown = 20

export function report(what: What, file: string, log: VisitLog, { tested, shipped, popular }: Measured): string {
  const visits = [...log.members.values()].reduce((sum, all) => sum + all.length, 0)
  return [
    '',
    `  ${file} · ${log.encoding.toUpperCase()} · ${log.rows} 行 rows · ${log.members.size} 位会员 members · ${visits} 次到店 visits`,
    ...badRows(log.bad),
    `  考 ${tested} 位的最后一次到店 the last visits of ${tested} members`,
    '',
    row('', 'recall@10', 'ndcg@10', 'hit@3'),
    row(named[what], ...figures(shipped)),
    row('只推最热的 had most', ...figures(popular)),
    '',
  ].join('\n')
}

export const noColumns = ({ missing }: NoColumns): string =>
  `  缺列 no column of: ${missing.map(column => columns[column]).join(', ')}`

export const nobodyTwice = '  没有来过两次的会员，没法考 nobody came twice: nothing to ask for'

function badRows(bad: readonly BadRow[]): string[] {
  if (bad.length === 0) return []
  const shown = bad.slice(0, badShown).map(({ line, why }) => `    第 ${line} 行 line ${line}: ${whys[why]}`)
  const more = bad.length > badShown ? [`    还有 ${bad.length - badShown} 行 and ${bad.length - badShown} more`] : []
  return [`  看不懂的 ${bad.length} 行，没算进去 rows not understood, left out: ${bad.length}`, ...shown, ...more]
}

const figures = ({ recall10, ndcg10, hit3 }: Score): [string, string, string] => [
  recall10.toFixed(4),
  ndcg10.toFixed(4),
  hit3.toFixed(4),
]

const row = (name: string, ...cells: [string, string, string]): string =>
  `  ${padded(name, 26)}${cells.map(cell => cell.padStart(10)).join('')}`
