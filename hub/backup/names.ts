/** How backups are called: by whom they were made and when, so that the order of their names is that of their age. */
import { open, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { systemCode } from '../system/system-code.ts'

/** `night`: at the day's end; `hand`: somebody pressed the key, or asked for it in a terminal. */
export type BackupLabel = 'night' | 'hand'

const ours = /^changming-(night|hand)-(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)(-\d+)?\.tar\.gz$/
const part = '.part'

/** Whether it is one that is being written, or was when its program was killed. */
export const partOf = (name: string): boolean => name.endsWith(part) && ours.test(name.slice(0, -part.length))

/** Such as `20261128-070532`, in UTC: two machines of one house agree on it. */
export const stampOf = (at: number): string =>
  new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')

/** Reserves a name that no other backup has or gets: answers the path that it is written to, and the one it gets when it is good. */
export async function reserve(
  folder: string,
  label: BackupLabel,
  at: number,
): Promise<{ readonly part: string; readonly path: string }> {
  const taken = new Set(await readdir(folder))
  for (let turn = 1; ; turn++) {
    const name = `changming-${label}-${stampOf(at)}${turn === 1 ? '' : `-${turn}`}.tar.gz`
    if (taken.has(name)) continue
    const path = join(folder, name)
    try {
      // Whoever makes the file has the name.
      await (await open(path + part, 'wx', 0o600)).close()
      return { part: path + part, path }
    } catch (error) {
      if (systemCode(error) !== 'EEXIST') throw error
    }
  }
}

/** What such a name says; undefined for any other. When: ms, to the second. */
export function readName(name: string): { readonly label: BackupLabel; readonly madeAt: number } | undefined {
  const [, label, year, month, day, hours, minutes, seconds] = ours.exec(name) ?? []
  const madeAt = Date.parse(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}Z`)
  return label === undefined || Number.isNaN(madeAt) ? undefined : { label: label === 'night' ? label : 'hand', madeAt }
}

/** Oldest first; of one label, or all. Only what was verified has such a name. None where there is no folder. */
export async function backupsIn(folder: string, label?: BackupLabel): Promise<{ path: string; at: number }[]> {
  const names = await readdir(folder).catch(() => [])
  const found = names.filter(name => ours.test(name) && (label === undefined || name.includes(`-${label}-`)))
  const backups = found.map(async name => {
    const path = join(folder, name)
    const at = await timeOf(path)
    return at === undefined ? [] : [{ path, at }]
  })
  return (await Promise.all(backups)).flat().sort((one, other) => one.at - other.at)
}

/** Undefined: it has been removed meanwhile, as the oldest is while a night's is made. */
async function timeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).mtimeMs
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined
    throw error
  }
}
