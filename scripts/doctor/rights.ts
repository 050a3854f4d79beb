/** Whose the data folder is, and whether all that is in it is the same user's: one file of another's and the hub cannot start. */
import { access, constants, lstat, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { giveBack } from '../../hub/system/give-back.ts'
import { systemCode } from '../../hub/system/system-code.ts'
import { bad, type Finding, good, warn } from './finding.ts'
import { remedyFor } from './tried.ts'
import { userName } from './user-name.ts'

const what = '权限 rights'

export async function judgeRights(folder: string): Promise<Finding> {
  const { mode, uid } = await stat(folder)
  try {
    await rm(await mkdtemp(join(folder, 'doctor-')), { recursive: true })
  } catch (error) {
    // A full disk is no question of rights: it is said where the disk is.
    if (['EACCES', 'EPERM', 'EROFS'].includes(systemCode(error) ?? ''))
      return bad(what, `不能写 cannot write ${folder}`, await remedyFor(error, folder))
  }
  const others = await othersIn(folder, uid)
  if (others.length > 0)
    return bad(
      what,
      `有 ${others.length} 个不是它主人的 are not its owner’s: ${some(others.map(path => relative(folder, path)))}`,
      giveBack(folder, await userName(uid)),
    )
  return process.platform !== 'win32' && (mode & 0o077) !== 0
    ? warn(what, `别的用户也能读 other users can read ${folder}`, `chmod 700 ${folder}`)
    : good(what, '只有自己能读 only this user reads it')
}

/** What is another user's, or what we may not read. */
async function othersIn(folder: string, owner: number): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const paths = entries.map(entry => join(entry.parentPath, entry.name))
  const judged = await Promise.all(paths.map(async path => ((await isFit(path, owner)) ? [] : [path])))
  return judged.flat().sort()
}

async function isFit(path: string, owner: number): Promise<boolean> {
  try {
    const entry = await lstat(path)
    if (entry.isSymbolicLink()) return true
    if (process.platform !== 'win32' && entry.uid !== owner) return false
    await access(path, constants.R_OK)
    return true
  } catch (error) {
    // Of a hub that runs: a file that it has done with meanwhile.
    return systemCode(error) === 'ENOENT'
  }
}

const named = 3
const some = (paths: readonly string[]): string =>
  [...paths.slice(0, named), ...(paths.length > named ? ['…'] : [])].join('  ')
