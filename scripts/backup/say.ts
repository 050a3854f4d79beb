/** What went wrong with a backup, in words for the terminal. */
import { basename } from 'node:path'
import { ArchiveBroken } from '../../hub/backup/archive.ts'
import { HouseThere } from '../../hub/backup/restore.ts'
import { rewritingLock } from '../../hub/backup/rewrite.ts'
import { NoRoom } from '../../hub/backup/room.ts'
import { JournalBroken } from '../../hub/backup/verify.ts'
import { StoreFailed } from '../../hub/ports.ts'
import { systemCode } from '../../hub/system/system-code.ts'
import { wordsFor } from '../lib/disk-words.ts'
import { faults, halfRestored, houseThere, hubRuns, journalBroken, noFile, noRoom, rewritesAlready } from './words.ts'

export const isFull = (error: unknown): boolean => ['disk-full', 'ENOSPC'].includes(systemCode(error) ?? '')

export function whyNot(error: unknown): string {
  if (error instanceof ArchiveBroken) return faults[error.fault](error.what)
  if (error instanceof JournalBroken) return journalBroken(`${error.finding.path}:${error.finding.line}`)
  if (error instanceof NoRoom) return noRoom(error.needed, error.free)
  if (error instanceof HouseThere) return houseThere(error.message)
  if (error instanceof StoreFailed && error.code === 'locked')
    return basename(error.path) === rewritingLock ? rewritesAlready : hubRuns
  if (error instanceof StoreFailed && error.code === 'half-restored') return halfRestored(error.path)
  if (error instanceof Error && systemCode(error) === 'ENOENT' && 'path' in error) return noFile(String(error.path))
  return wordsFor(error)
}
