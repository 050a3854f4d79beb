/** One hub per data folder. A hub that was killed leaves a lock that is seen to be dead. */
import { uptime } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import { type Bound, type Listening, ListeningBound } from '../operations/listening.ts'
import { type Files, type Ids, StoreFailed } from '../ports.ts'
import { systemCode } from './system-code.ts'

export interface Lock {
  /** Tells whoever looks at the folder where its hub is to be found. */
  listens(where: Listening & Bound): Promise<void>
  release(): Promise<void>
}

/** A process, told apart from a later one that got the same number. */
export interface ProcessMark {
  readonly pid: number
  /** Which start of the machine; compared by {@link Processes}. */
  readonly boot: string
  /** When the process started, in the system's own terms; '' where that is not known. */
  readonly started: string
}

export interface Processes {
  self(): Promise<ProcessMark>
  isAlive(mark: ProcessMark): Promise<boolean>
}

/**
 * Each hub writes a lock file of its own and then looks for others: of two that start at once at least one sees the other
 * and goes. Rejects with StoreFailed 'locked' while another living process holds the folder.
 */
export async function acquireLock(options: {
  readonly files: Files
  /** Such as `data/lock`; made when absent. */
  readonly folder: string
  readonly ids: Ids
  readonly processes?: Processes
}): Promise<Lock> {
  const { files, folder, ids, processes = createProcesses(files) } = options
  const own = `${ids.next('l')}.json`
  const ownPath = join(folder, own)
  await files.makeFolder(folder)
  const self = await processes.self()
  await files.replace(ownPath, JSON.stringify(self))
  for (const name of await files.list(folder)) {
    if (name === own) continue
    const other = await readMark(files, join(folder, name))
    if (other && (await processes.isAlive(other))) {
      await files.remove(ownPath)
      throw new StoreFailed(
        'locked',
        folder,
        `the hub with process number ${other.pid} uses this folder: stop it first`,
      )
    }
    await files.remove(join(folder, name))
  }
  return {
    listens: listening => files.replace(ownPath, JSON.stringify({ ...self, listening })),
    release: () => files.remove(ownPath),
  }
}

/** Whether a living process holds it; looks, and changes nothing. */
export async function isLocked(files: Files, folder: string): Promise<boolean> {
  return (await holderOf(files, folder)) !== undefined
}

/** The living process that holds it, and where that listens if it does; looks, and changes nothing. */
export async function holderOf(
  files: Files,
  folder: string,
  processes: Processes = createProcesses(files),
): Promise<Holder | undefined> {
  for (const name of await files.list(folder)) {
    const mark = await readMark(files, join(folder, name))
    if (mark && (await processes.isAlive(mark))) return { listening: mark.listening }
  }
  return undefined
}

export interface Holder {
  /** Undefined before it listens, and of what only repairs or restores. */
  readonly listening: (Listening & Bound) | undefined
}

/** Living processes by /proc on Linux; elsewhere by number and time of the machine's start. */
export function createProcesses(files: Files): Processes {
  async function mark(pid: number): Promise<ProcessMark> {
    const boot = await files.read('/proc/sys/kernel/random/boot_id')
    const stat = await files.read(`/proc/${pid}/stat`)
    return { pid, boot: boot?.toString().trim() ?? String(bootedAt()), started: stat ? startTime(stat) : '' }
  }
  return {
    self: () => mark(process.pid),
    async isAlive(other) {
      const now = await mark(other.pid)
      if (now.started !== '' || other.started !== '') return now.boot === other.boot && now.started === other.started
      return Math.abs(Number(now.boot) - Number(other.boot)) < bootTolerance && hasProcess(other.pid)
    },
  }
}

/** ms: the clock may be set while the machine runs, and its start is worked out from the clock. */
const bootTolerance = 5 * 60_000

function bootedAt(): number {
  return Math.round(Date.now() - uptime() * 1000)
}

/**
 * Fields 3, 20 and 22 of /proc/<pid>/stat; field 2, the name in brackets, may hold spaces and brackets itself. '' for one that is
 * dead and that nobody has asked after yet: not every supervisor does before it starts the next. While any of its threads is still
 * in a write, its first alone is dead.
 */
function startTime(stat: Buffer): string {
  const text = stat.toString('latin1')
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  const [state = ''] = fields
  const isOver = /^[Xx]$/.test(state) || (state === 'Z' && Number(fields[17]) <= 1)
  return isOver ? '' : (fields[19] ?? '')
}

function hasProcess(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    return systemCode(error) === 'EPERM'
  }
}

const processMark = v.object({
  pid: v.number(),
  boot: v.string(),
  started: v.string(),
  // What cannot be read is no reason to take a living hub for none.
  listening: v.fallback(v.optional(ListeningBound), undefined),
})

/** Undefined for what is no lock: nobody alive leaves one half written. */
async function readMark(files: Files, path: string): Promise<v.InferOutput<typeof processMark> | undefined> {
  const content = await files.read(path)
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), processMark), content?.toString('utf8'))
  return parsed.success ? parsed.output : undefined
}
