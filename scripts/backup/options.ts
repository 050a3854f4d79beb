/** What `npm run backup` and `npm run restore` were asked: read from the command line and the environment. */
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { BackupLabel } from '../../hub/backup/names.ts'
import { backupsFolder } from '../../hub/backup/stage.ts'

export interface BackupOptions {
  readonly command: 'make' | 'verify' | 'rewrite' | 'help'
  /** Absolute. */
  readonly data: string
  /** Folder of the new file, or of those to rewrite; absolute. */
  readonly to: string
  /** No hub of this house looks after that folder. */
  readonly elsewhere: boolean
  readonly label: BackupLabel
  /** Of the files with this label in `to` so many stay, the newest; undefined keeps all. */
  readonly keep: number | undefined
  /** What to verify, as typed. */
  readonly file: string
}

export interface RestoreOptions {
  readonly help: boolean
  readonly data: string
  readonly file: string
  /** A house that is there is moved aside. */
  readonly replace: boolean
}

/** An error's message says what is wrong, in words for the terminal. */
export function readBackupOptions(args: readonly string[], env: NodeJS.ProcessEnv): BackupOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      help: { type: 'boolean', short: 'h', default: false },
      data: { type: 'string', default: env.DATA_DIR ?? 'data' },
      to: { type: 'string', default: env.BACKUP_DIR ?? '' },
      keep: { type: 'string' },
      // Said by the hub, at the day's end.
      night: { type: 'boolean', default: false },
    },
  })
  const [command = 'make', file = ''] = positionals
  const { help, to, keep, night } = values
  const data = resolve(values.data)
  const own = join(data, backupsFolder)
  const folder = to === '' ? own : resolve(to)
  const known = file === '' ? one(command, ['make', 'rewrite']) : one(command, ['verify'])
  return {
    command: !help && positionals.length <= 2 ? (known ?? 'help') : 'help',
    data,
    to: folder,
    elsewhere: folder !== own && folder !== resolve(env.BACKUP_DIR || own),
    label: night ? 'night' : 'hand',
    keep: keep === undefined ? undefined : countIn(keep),
    file,
  }
}

export function readRestoreOptions(args: readonly string[], env: NodeJS.ProcessEnv): RestoreOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      help: { type: 'boolean', short: 'h', default: false },
      data: { type: 'string', default: env.DATA_DIR ?? 'data' },
      replace: { type: 'boolean', default: false },
    },
  })
  const { help, data, replace } = values
  return { help: help || positionals.length !== 1, data: resolve(data), file: positionals[0] ?? '', replace }
}

const one = <T extends string>(word: string, of: readonly T[]): T | undefined => of.find(known => known === word)

function countIn(text: string): number {
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text)
  throw new Error(`--keep ${text}: 要份数，如 14 a number of files is wanted, such as 14`)
}
