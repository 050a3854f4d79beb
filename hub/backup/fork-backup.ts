/** The backup program in a process of its own: packing and verifying a house takes seconds that the loop has not got. */
import { fork } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import * as v from 'valibot'
import { StoreFailed } from '../ports.ts'
import type { CopyHouse } from './copies.ts'
import type { RewriteBackups } from './old-backups.ts'

/** What the program tells whoever started it. */
export const BackupTold = v.variant('ok', [
  v.strictObject({
    ok: v.literal(true),
    bytes: v.number(),
    unreadable: v.exactOptional(v.number()),
    rewritten: v.exactOptional(v.number()),
  }),
  v.strictObject({ ok: v.literal(false), full: v.boolean(), why: v.string() }),
])
export type BackupTold = v.InferOutput<typeof BackupTold>

/** So many stay of each kind; older ones go when a new one was verified. */
const kept = 14
/** A disk that has gone to sleep for good must not keep every later night from being copied. */
const patienceMs = 30 * 60_000
/** Many of them, of years, packed anew by a process that gives way to everybody. */
const rewritingMs = 8 * 60 * 60_000

/** `script`: the built program. `folder`: the data folder. */
export const forkBackup =
  (script: URL, folder: string): CopyHouse =>
  label =>
    run(script, ['--keep', String(kept), '--data', folder, ...(label === 'night' ? ['--night'] : [])], folder)

/** Looks through one that is there. Rejects with StoreFailed 'disk-full', or with what is amiss. */
export const forkVerify =
  (script: URL) =>
  async (path: string): Promise<void> =>
    void (await run(script, ['verify', path], path))

/** Takes who is gone from the house in `folder` out of the backups beside. */
export const forkRewrite =
  (script: URL, folder: string): RewriteBackups =>
  async beside => {
    const { rewritten = 0 } = await run(script, ['rewrite', '--data', folder, '--to', beside], beside, rewritingMs)
    return rewritten
  }

/** Nobody waits for it, and there is an evening going on. */
function giveWay(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_LOW)
  } catch {
    // It is over already, or the system knows no such thing.
  }
}

type Told = Extract<BackupTold, { ok: true }>

/** `about`: what a full disk is full with. */
const run = (script: URL, args: readonly string[], about: string, atMostMs = patienceMs): Promise<Told> =>
  new Promise((made, failed) => {
    const child = fork(script, args, { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    if (atMostMs > patienceMs) giveWay(child.pid)
    const tooLong = setTimeout(() => child.kill('SIGKILL'), atMostMs)
    child.once('error', error => {
      clearTimeout(tooLong)
      failed(error)
    })
    child.once('exit', (code, signal) => {
      clearTimeout(tooLong)
      failed(new Error(`the backup program ended with ${code ?? signal}`))
    })
    child.once('message', message => {
      const told = v.safeParse(BackupTold, message)
      if (!told.success) failed(new Error('the backup program said something else'))
      else if (told.output.ok) made(told.output)
      else failed(told.output.full ? new StoreFailed('disk-full', about, told.output.why) : new Error(told.output.why))
    })
  })
