/** What `npm run journal` says in the terminal, Chinese and English side by side. */
import type { FindingKind, JournalReport } from '../../hub/journal/verify.ts'

export const help = `
  npm run journal             流水：核对、修复、查看 the journal: verify, repair, print

  -- verify                   从头到尾核对每一行的链；指出第一处坏在哪个文件、哪一行、第几个字节
                              checks every line along the chain; says the first bad place by file, line and byte
                              0 完好 sound · 1 有损坏或被改过 damaged or changed · 2 没法核对 could not look
                              3 只有结尾没写完，下次开机会收好 only a torn end, which the next start puts right
  -- repair --to SEQ          保留到第 SEQ 条，后面的剪掉，剪下的另存一份；中枢要先停
                              keeps all up to line SEQ and cuts what follows; what is cut is kept; stop the hub first
     --even-sound             连完好的也剪 cuts lines that are sound, too
  -- print                    列出发生过的事；里面没有姓名电话，只有编号
                              what happened, oldest first; no names or numbers of people, ids only
     --visit ID               只看这次开台（或任何编号） of this visit, or of any other id
     --type NAME              只看这种指令或事实，如 PlaceOrder of this command or fact
     --since T --until T      时间，如 "2026-11-20 21:30"，按门店的钟 on the venue's clock
  --data DIR                  数据夹 the data folder; DATA_DIR, data
`

export const noVenue = (folder: string): string => `${folder} 里没有门店 there is no venue in ${folder}`
export const noKey = (path: string): string =>
  `缺 ${path}：没有它谁也核对不了流水，从备份恢复它\n  ${path} is missing: nothing can be verified without it; restore it from the backup`
export const badSeq = (text: string): string =>
  `--to ${text}: 要流水号，如 1200 the number of a line is wanted, such as 1200`
export const badTime = (text: string): string => `${text}: 看不懂的时间 not a time; such as "2026-11-20 21:30"`
export const noSeq =
  'repair 要 --to SEQ：先 verify 看看能留到哪里 repair wants --to SEQ: verify says how far it is sound'

const kinds: Readonly<Record<FindingKind, string>> = {
  unreadable: '读不出来 unreadable',
  changed: '内容与签章不符，写好以后被改过 changed after it was written',
  'lines-missing': '这一行之前少了 lines before this one are missing',
  'other-key': '用另一把钥匙写的，恢复 secrets/journal.key written with another key: restore secrets/journal.key',
  'newer-version': '由更新的版本写成 written by a newer version',
  'torn-end':
    '结尾没写完：没有人得到过答复，下次开机收好 a torn end: nobody was told of it; the next start puts it right',
  'cut-short': '快照记得的行不见了 lines that the checkpoint saw are gone',
}

export function verified({ days, lines, firstSeq, lastSeq, findings }: JournalReport, running: boolean): string {
  const told = [
    '',
    `  ${days} 天 days   ${lines} 行 lines   #${firstSeq}–#${lastSeq}`,
    ...findings.map(({ kind, path, line, offset }) => `  ${path}:${line} (字节 byte ${offset})   ${kinds[kind]}`),
  ]
  if (findings.length === 0) told.push('  完好 sound')
  else if (running) told.push('  中枢开着：最后一行可能正在写 the hub is running: the last line may be under way')
  return [...told, ''].join('\n')
}

export const repairRefused = {
  running: '中枢开着：先停掉它 the hub is running: stop it first',
  empty: '流水是空的，或第一行就坏了：从备份恢复 empty, or bad from the first line on: restore the backup',
  'other-key': kinds['other-key'],
  'newer-version': kinds['newer-version'],
  'nothing-to-cut': ({ soundTo }: { soundTo: number }): string =>
    `没有可剪的：到 #${soundTo} 都完好 nothing to cut: it is sound up to #${soundTo}`,
  'not-sound': ({ soundTo }: { soundTo: number }): string =>
    `只完好到 #${soundTo}：--to 不能更大 sound up to #${soundTo} only: --to cannot be more`,
  'inside-batch': ({ before, after }: { before: number; after: number }): string =>
    `这一行和别的一起写下：用 --to ${before} 或 ${after} this line was written with others: --to ${before} or ${after}`,
  sound: ({ soundLines, soundTo }: { soundLines: number; soundTo: number }): string =>
    `会剪掉 ${soundLines} 行完好的；完好到 #${soundTo}。真要剪就加 --even-sound\n  ${soundLines} sound lines would be cut; it is sound up to #${soundTo}. If you mean it: --even-sound`,
  'needs-checkpoint': ({ checkpoint }: { checkpoint: number }): string =>
    `快照在 #${checkpoint}，更早的流水已不在：剪了就开不了机。从备份恢复\n  The checkpoint is at #${checkpoint} and the journal before it is gone: cut, the hub could not start. Restore the backup`,
} as const

export function repaired({ to, kept }: { to: number; kept: readonly string[] }): string {
  return [
    '',
    `  流水现在到 #${to} the journal now ends at #${to}`,
    ...kept.map(path => `  剪下的 what was cut   ${path}`),
    '  会员等资料保持原样，历史不倒退 members and other records stay as they are',
    '',
  ].join('\n')
}

export const unreadableLine = (path: string, line: number): string => `  ${path}:${line}   ${kinds.unreadable}`
