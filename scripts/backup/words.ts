/** What `npm run backup` and `npm run restore` say in the terminal, Chinese and English side by side. */
import { keptDays } from '../../hub/backup/earlier-houses.ts'
import type { BackupHolds } from '../../hub/backup/verify.ts'

export const backupHelp = `
  npm run backup              备份整个门店，营业中也行 a backup of the whole house, open or closed

                              写好以后重新读一遍、用它开一次机，才算数
                              counts only when it was read again and a hub was started from it
  -- verify FILE              核对一份备份 checks a backup
  -- rewrite                  把已删除的会员从 --to 里的旧备份去掉 takes members who were erased out of the backups in --to
  --to DIR                    放到哪里，最好是另一块盘 where to, best another disk; BACKUP_DIR, DATA_DIR/backups
  --keep N                    手动的只留最新 N 份 of those made by hand only the newest N stay
  --data DIR                  数据夹 the data folder; DATA_DIR, data

  里面有会员电话和门店的密钥：像钥匙一样收好。旁边的 changming-erased.json 记着后来删除的会员、停用的设备、离职的员工
  （只有编号），放回时照它再去掉：一起带走。
  It holds members' phone numbers and the house's keys: keep it as you keep keys. changming-erased.json beside it names members
  erased, devices revoked and staff removed since (ids only); a restore takes them out again by it: take it along.
`

export const restoreHelp = `
  npm run restore -- FILE     把一份备份放回来，这台或新的电脑都行 puts a backup back, on this machine or a new one

  --data DIR                  数据夹 the data folder; DATA_DIR, data
  --replace                   那里已有门店：移到旁边 a house that is there is moved aside

  移到旁边的留 ${keptDays} 天；其间有会员被删除，当时就清掉：里面也有他的资料。
  What was moved aside stays for ${keptDays} days, or until a member is erased, who is in it too.
`

export const noHouse = (folder: string): string => `${folder} 里没有门店 there is no venue in ${folder}`
export const noBackups = (folder: string): string => `${folder} 里没有备份 there are no backups in ${folder}`
export const insideHouse = (folder: string): string =>
  `${folder} 在数据夹里面，下一份就会把它也装进去：放到别处，最好是另一块盘\n  ${folder} is inside the data folder and would be packed into the next one: take another place, best another disk`
export const hubRuns =
  '中枢开着，却没有应答：稍后再试，或停掉它 the hub is running and does not answer: try again, or stop it'

export const halfRestored = (folder: string): string =>
  `${folder} 只恢复了一半：检查磁盘和权限，再运行一次或开机，会自动接着做完
  the house in ${folder} is only half put back: check the disk and its rights, then run this again or start; it goes on by itself`

export const packing = (done: number, of: number): string => `  打包 packing   ${megabytes(done)} / ${megabytes(of)}`
export const checking = '  重新读、试着开机 reading it again, starting a hub from it …'
export const unpacking = (files: number): string => `  放回 putting back   ${files}`

export function holds({
  venue,
  at,
  files,
  bytes,
  seq,
  members,
  devices,
  staff,
  noSongs,
  damaged = [],
}: BackupHolds): string {
  return [
    `  ${venue.zhHans} ${venue.en ?? ''}   ${new Date(at).toLocaleString('sv')}`,
    `  ${files} 个文件 files   ${megabytes(bytes)}   流水到 journal to #${seq}`,
    `  会员 members ${members}   员工 staff ${staff}   设备 devices ${devices}`,
    ...(noSongs === undefined
      ? []
      : [`  ! 曲库文件不在 the songs’ file is not there: ${noSongs}.json   再导一次歌单 import the list again`]),
    ...(damaged.length === 0
      ? []
      : [
          `  ! 店里 ${damaged.length} 处读不出来，其余都在 unreadable in the house, the rest is whole: ${some(damaged)}`,
        ]),
  ].join('\n')
}

const named = 5
const some = (paths: readonly string[]): string =>
  [...paths.slice(0, named), ...(paths.length > named ? ['…'] : [])].join('  ')

export const made = (path: string, held: BackupHolds, seconds: number): string =>
  `\n  备份好了，核对过 made and verified   ${seconds.toFixed(1)} s\n  ${path}\n${holds(held)}\n`
export const sound = (held: BackupHolds): string => `\n  完好 sound\n${holds(held)}\n`
export const tookOut = (count: number): string =>
  `\n  改写了 rewritten   ${count}   已删除的会员都不在里面了 nobody who was erased is in them any more\n`
export const notRewritten = (names: readonly string[], why: string): string =>
  `${some(names)}\n  里面可能还有已删除的会员 may still hold members who were erased: ${why}`
export const noRoom = (needed: number, free: number): string =>
  `磁盘剩 ${megabytes(free)}，改写要 ${megabytes(needed)}，给今晚留的在内：腾出空间
  ${megabytes(free)} are free, and it takes ${megabytes(needed)} with what is left for the night: make room`
export const rewritesAlready = '正在改写，等它做完 they are being rewritten already: wait until that is done'
export const removed = (path: string): string => `  删掉旧的 removed   ${path}`

export function restored(folder: string, before: string | undefined, gone: number, held: BackupHolds): string {
  return [
    '',
    `  放回来了 restored   ${folder}`,
    holds(held),
    ...(before === undefined
      ? []
      : [
          `  原来的在 what was there is in   ${before}`,
          `  留 ${keptDays} 天；有会员被删除就提前清掉 for ${keptDays} days, or until a member is erased; to keep it longer, move it elsewhere`,
        ]),
    ...(gone === 0
      ? []
      : [
          `  备份以后删除的会员、停用的设备、离职的员工，开机时再去掉一次   ${gone}`,
          `  members erased since, devices revoked, staff removed: once more at the start   ${gone}`,
        ]),
    '',
    '  npm start 开机，用它打印的链接开工作台。备份以后换过钥匙的设备（每天换一次）在工作台「设备」里等着：核对字母，点「恢复」；',
    '  备份以后才配对的，重新配对',
    '  npm start starts it; open the console by the link it prints. Devices whose keys were renewed since (once a day) wait there under',
    '  Devices: compare the letters, let them back in. Those paired since are paired anew',
    '',
  ].join('\n')
}

export const faults = {
  'not-a-backup': (path: string): string => `不是唱名的备份 not a backup of Changming: ${path}`,
  'cut-short': (path: string): string => `备份不完整或坏了，别用它 cut short or damaged, do not use it: ${path}`,
  changed: (what: string): string => `备份坏了：${what} 与写下时不同 damaged: ${what} is not what was written`,
  'newer-version': (hub: string): string =>
    `由更新的版本 ${hub} 写成：先更新 written by the newer version ${hub}: update first`,
} as const

export const journalBroken = (place: string): string =>
  `备份里的流水对不上：${place} the journal in the backup does not hold at ${place}`
export const houseThere = (folder: string): string =>
  `${folder} 里已有门店；要换掉就加 --replace，原来的会移到旁边\n  There is a house in ${folder}; with --replace it is moved aside`
export const noFile = (path: string): string => `没有这个文件 no such file: ${path}`

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`
