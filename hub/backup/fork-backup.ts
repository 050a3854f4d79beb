/** The backup program in a process of its own: packing and verifying a house takes seconds that the loop has not got. */
import { fork } from 'node:child_process'
import * as v from 'valibot'
import { StoreFailed } from '../ports.ts'
import type { CopyHouse } from './copies.ts'

/** What the program tells whoever started it. */
export const BackupTold = v.variant('ok', [
  v.strictObject({ ok: v.literal(true), bytes: v.number() }),
  v.strictObject({ ok: v.literal(false), full: v.boolean(), why: v.string() }),
])
export type BackupTold = v.InferOutput<typeof BackupTold>

/** So many stay; older ones go when a new one was verified. */
const kept = 14

/** `script`: the built program. `folder`: the data folder. */
export const forkBackup =
  (script: URL, folder: string): CopyHouse =>
  () =>
    new Promise((made, failed) => {
      const child = fork(script, ['--keep', String(kept), '--data', folder], {
        execArgv: [],
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      })
      child.once('error', failed)
      child.once('exit', (code, signal) => failed(new Error(`the backup program ended with ${code ?? signal}`)))
      child.once('message', message => {
        const told = v.parse(BackupTold, message)
        if (told.ok) made({ bytes: told.bytes })
        else failed(told.full ? new StoreFailed('disk-full', folder, told.why) : new Error(told.why))
      })
    })
