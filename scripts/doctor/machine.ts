/** The machine itself: Node, memory, open files, the clock. */
import { execFile } from 'node:child_process'
import { totalmem } from 'node:os'
import { promisify } from 'node:util'
import * as v from 'valibot'
import { bad, type Finding, good, warn } from './finding.ts'

export interface MachineFacts {
  readonly node: string
  readonly memoryBytes: number
  /** How many files and sockets a process may have open; undefined where the system has no such limit. */
  readonly openFiles: number | undefined
  /** ms since the epoch. */
  readonly now: number
  readonly timeZone: string
  /** Whether the system says that a time server sets it; undefined where it cannot say. */
  readonly synchronised: boolean | undefined
}

export async function lookAtMachine(): Promise<MachineFacts> {
  return {
    node: process.versions.node,
    memoryBytes: totalmem(),
    openFiles: openFilesAllowed(),
    now: Date.now(),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    synchronised: await isSynchronised(),
  }
}

/** `lastKnown`: a time that has been, such as that of the newest fact. */
export function judgeMachine(facts: MachineFacts, house?: { timeZone: string; lastKnown: number }): Finding[] {
  const { node, memoryBytes, openFiles, now, timeZone, synchronised } = facts
  const clock = `${new Date(now).toLocaleString('sv')} ${timeZone}`
  const setClock = '把电脑的时间设对 set this computer’s clock'
  return [
    good('Node', node),
    memoryBytes < 1.5e9
      ? warn('内存 memory', `${(memoryBytes / 1e9).toFixed(1)} GB`, '2 GB 以上更稳 2 GB or more is safer')
      : good('内存 memory', `${(memoryBytes / 1e9).toFixed(1)} GB`),
    ...(openFiles === undefined
      ? []
      : openFiles < 8192
        ? [warn('连接 connections', `最多 at most ${openFiles}`, 'ulimit -n 65536（systemd：LimitNOFILE=65536）')]
        : [good('连接 connections', `最多 at most ${openFiles}`)]),
    house && now < house.lastKnown - 60_000
      ? bad('时间 clock', `${clock}：比已发生的事还早 earlier than what has happened here`, setClock)
      : synchronised === false
        ? warn(
            '时间 clock',
            `${clock}：没有对时 not set by a time server`,
            `每月看一眼，或 look at it once a month, or: timedatectl set-ntp true`,
          )
        : good('时间 clock', clock),
    ...(house && house.timeZone !== timeZone
      ? [good('时区 time zone', `门店按 the house goes by ${house.timeZone}`)]
      : []),
  ]
}

const Report = v.object({ userLimits: v.object({ open_files: v.object({ soft: v.union([v.number(), v.string()]) }) }) })

function openFilesAllowed(): number | undefined {
  const parsed = v.safeParse(Report, process.report?.getReport())
  if (!parsed.success) return undefined
  const limit = Number(parsed.output.userLimits.open_files.soft)
  return Number.isNaN(limit) ? undefined : limit
}

async function isSynchronised(): Promise<boolean | undefined> {
  try {
    const { stdout } = await promisify(execFile)('timedatectl', ['show', '--property=NTPSynchronized', '--value'])
    return stdout.trim() === 'yes' ? true : stdout.trim() === 'no' ? false : undefined
  } catch {
    // No systemd here: nobody can say.
    return undefined
  }
}
