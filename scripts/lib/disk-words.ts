/** What a disk or its rights refused, in words for the terminal, Chinese and English. */
import { currentUser } from '../../hub/system/give-back.ts'
import { systemCode } from '../../hub/system/system-code.ts'
import { messageOf } from './message-of.ts'

/** Undefined for what is no such refusal. */
export function diskWords(error: unknown): string | undefined {
  const path = error instanceof Error && 'path' in error ? String(error.path) : ''
  switch (systemCode(error)) {
    case 'EACCES':
    case 'EPERM':
      return `用户 ${currentUser()} 不能读写：用中枢的用户来运行（sudo -u 用户名），文件也要给他 ${path}\n  the user ${currentUser()} may not read and write it: run this as the hub’s user (sudo -u NAME), who must be able to reach it`
    case 'ENOSPC':
    case 'EDQUOT':
      return `磁盘满了：腾出空间，或换个地方 the disk is full: make room, or take another place ${path}`.trimEnd()
    case 'EROFS':
      return `磁盘只能读 the disk can only be read: ${path}`
    default:
      return undefined
  }
}

/** Of whatever went wrong: one sentence, and no stack. */
export const wordsFor = (error: unknown): string => diskWords(error) ?? messageOf(error)
