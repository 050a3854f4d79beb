/**
 * The restore that the owner asked for at a console: written down by the hub that ends, done by the one that starts, before
 * anything of the house is open. It is tried once: what killed a hub must not kill the next one as well.
 */
import { join } from 'node:path'
import * as v from 'valibot'
import { Id, Instant } from '../../shared/protocol/primitives.ts'
import type { RestoreFailure } from '../../shared/protocol/words.ts'
import { DeviceRow } from '../identity/devices.ts'
import { type Files, StoreFailed } from '../ports.ts'
import { isThere } from '../system/files.ts'
import { systemCode } from '../system/system-code.ts'
import { ArchiveBroken } from './archive.ts'
import { isHalfRestored, restoreBackup } from './restore.ts'
import { tellRestore } from './restore-told.ts'

const Wanted = v.strictObject({
  path: v.string(),
  /** Its name. */
  backup: v.string(),
  madeAt: Instant,
  bytes: v.number(),
  by: Id,
  console: DeviceRow,
})
export type Wanted = v.InferOutput<typeof Wanted>

/** In the data folder, and like all such names no part of the house. */
const wantedFile = '.restore.json'

export const wantRestore = (files: Pick<Files, 'replace'>, folder: string, wanted: Wanted): Promise<void> =>
  files.replace(join(folder, wantedFile), JSON.stringify(wanted))

/** What is changed in the house before the next start is in the one that is then put aside. */
export const isRestoreWanted = (folder: string): Promise<boolean> => isThere(join(folder, wantedFile))

/**
 * At the start, while nobody holds the folder's lock. Afterwards the house is the one that was wanted, or as it was and told
 * why. Throws StoreFailed 'locked' or 'half-restored', and for a folder in which nothing can be written.
 */
export async function restoreWanted(options: {
  readonly files: Files
  readonly folder: string
  readonly now: number
  readonly log: {
    warn(fields: object, message: string): void
    error(fields: object, message: string): void
  }
}): Promise<void> {
  const { files, folder, now, log } = options
  const path = join(folder, wantedFile)
  const content = await files.read(path)
  if (!content) return
  await files.remove(path)
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), Wanted), content.toString('utf8'))
  if (!parsed.success) return log.error({}, 'nobody can read which backup was wanted')
  const { path: backup, ...wanted } = parsed.output
  try {
    const told = { ok: true, ...wanted } as const
    const done = await restoreBackup({
      files,
      folder,
      now,
      path: backup,
      told,
      evenThere: true,
      progress: () => undefined,
    })
    log.warn({ ...done, backup, by: wanted.by }, 'the house was put back; as it was before stays 30 days')
  } catch (error) {
    if (isHalfRestored(error) || (error instanceof StoreFailed && error.code === 'locked')) throw error
    log.error({ err: error, backup }, 'the house was not put back, and is as it was')
    await tellRestore(files, folder, { ok: false, why: reasonOf(error) })
  }
}

function reasonOf(error: unknown): RestoreFailure {
  if (error instanceof ArchiveBroken) return 'unsound'
  if (error instanceof StoreFailed && error.code === 'disk-full') return 'disk-full'
  return systemCode(error) === 'ENOENT' ? 'gone' : 'failed'
}
