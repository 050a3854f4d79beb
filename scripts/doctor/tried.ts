/** A check that could not look has found something: a house is asked about just when its disk is full or somebody else's. */
import { stat } from 'node:fs/promises'
import { currentUser, giveBack } from '../../hub/system/give-back.ts'
import { systemCode } from '../../hub/system/system-code.ts'
import { messageOf } from '../lib/message-of.ts'
import { bad, type Finding } from './finding.ts'
import { userName } from './user-name.ts'

export async function tried(
  what: string,
  folder: string,
  check: () => Promise<readonly Finding[]>,
): Promise<Finding[]> {
  try {
    return [...(await check())]
  } catch (error) {
    return [couldNot(what, error, await remedyFor(error, folder))]
  }
}

export function couldNot(what: string, error: unknown, remedy: string): Finding {
  const code = systemCode(error)
  const why = code ?? messageOf(error)
  return bad(what, `看不了 cannot be looked at：${why}`, remedy)
}

/** Given to whoever asks it would be taken from the hub: a folder of another user's is asked about as that user. */
export async function remedyFor(error: unknown, folder: string): Promise<string> {
  const own = process.geteuid?.()
  const { uid } = await stat(folder).catch(() => ({ uid: own }))
  const isRights = ['EACCES', 'EPERM'].includes(systemCode(error) ?? '')
  if (!isRights || own === undefined || uid === undefined || uid === 0 || uid === own) return remedyOf(error, folder)
  const owner = await userName(uid)
  return `它是 ${owner} 的，你是 ${currentUser()} it is ${owner}’s, you are ${currentUser()}:\nsudo -u ${owner} DATA_DIR=${folder} npm run doctor`
}

function remedyOf(error: unknown, folder: string): string {
  switch (systemCode(error)) {
    case 'EACCES':
    case 'EPERM':
      return giveBack(folder)
    case 'ENOSPC':
    case 'EDQUOT':
      return makeRoom
    case 'EROFS':
      return '让它可写（systemd：ReadWritePaths=）；自己变成只读的：先备份，再换盘\nmake it writable (systemd: ReadWritePaths=); if it became so by itself: back up, then replace it'
    case 'EIO':
      return '盘可能坏了：先备份，再换盘 the disk may be failing: back up, then replace it'
    default:
      return '照上面这句去查 look into what it says above'
  }
}

export const makeRoom = '删掉不要的，或换大的盘 delete what is not needed, or take a larger disk'
