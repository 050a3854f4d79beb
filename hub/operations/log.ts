/**
 * What the hub has to say of itself: warnings to the terminal, and more to files in `logs/` of the data folder, one a day
 * and none larger than 10 MB, of which the newest fourteen stay. No name, phone, PIN or token is in them, only ids.
 */
import { once } from 'node:events'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isatty } from 'node:tty'
import pino, { type Logger } from 'pino'
import roll from 'pino-roll'
import * as v from 'valibot'
import { logsFolder } from '../backup/stage.ts'

const kept = 14

export interface Log {
  readonly log: Logger
  /** Writes what waits: before the process ends, which waits for nothing. */
  flush(): void
}

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

/** `LOG_LEVEL` is that of the terminal, `warn` unless given; the files have `info` and above, or as much as the terminal. */
export async function createLog(folder: string, { LOG_LEVEL }: NodeJS.ProcessEnv): Promise<Log> {
  const said = v.parse(v.fallback(v.picklist(levels), 'warn'), LOG_LEVEL)
  const level = levels[Math.min(levels.indexOf(said), levels.indexOf('info'))] ?? 'info'
  const terminal = pino.destination(2)
  const files = await roll({
    file: join(folder, logsFolder, 'hub'),
    extension: '.log',
    frequency: 'daily',
    dateFormat: 'yyyy-MM-dd',
    size: '10m',
    mkdir: true,
    // Besides the one that is written.
    limit: { count: kept - 1, removeOtherLogFiles: true },
  })
  // A disk that is full takes no log: said where it can be, and no reason to end the evening.
  files.on('error', (error: unknown) => {
    const msg = 'the log was not written'
    const line = { level: pino.levels.values.error ?? 50, time: Date.now(), msg, reason: String(error) }
    const json = `${JSON.stringify(line)}\n`
    terminal.write(isatty(2) ? plainLine(json) : json)
  })
  const opened = await once(files, 'ready').then(
    () => true,
    () => false,
  )
  if (opened) await removeOlder(join(folder, logsFolder))
  // Whoever sits before it reads it; what collects lines from a service reads JSON.
  const shown = isatty(2) && opened ? { write: (line: string) => void terminal.write(plainLine(line)) } : terminal
  const streams = pino.multistream<(typeof levels)[number]>([
    { level: said, stream: shown },
    ...(opened ? [{ level, stream: files }] : []),
  ])
  return { log: pino({ level }, streams), flush: () => streams.flushSync() }
}

/** The files are thinned where a new one is begun at midnight: a machine that is off by then is thinned at its start. */
async function removeOlder(logs: string): Promise<void> {
  try {
    const files = (await readdir(logs)).flatMap(name => {
      const [, day, number] = /^hub\.(\d{4}-\d\d-\d\d)\.(\d+)\.log$/.exec(name) ?? []
      return day === undefined ? [] : [{ name, day, number: Number(number) }]
    })
    files.sort((one, other) => (one.day === other.day ? one.number - other.number : one.day < other.day ? -1 : 1))
    for (const { name } of files.slice(0, -kept)) await rm(join(logs, name), { force: true })
  } catch {
    // What cannot be removed now is asked for again at the next start: no reason not to open.
  }
}

const Line = v.looseObject({
  level: v.number(),
  time: v.number(),
  msg: v.exactOptional(v.string(), ''),
  err: v.exactOptional(v.unknown()),
})

/** As pino writes an error. */
const Thrown = v.looseObject({ message: v.string() })

/** One of pino's lines for a person: when, how bad, what, and what about. Where it is shown, the file has an error's stack. */
export function plainLine(line: string): string {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), Line), line)
  if (!read.success) return withoutUnseen(line)
  const { level, time, msg, err, pid: _pid, hostname: _hostname, ...about } = read.output
  const parts = [
    new Date(time).toLocaleTimeString('sv'),
    pino.levels.labels[level] ?? String(level),
    JSON.stringify(msg).slice(1, -1),
    ...(err === undefined ? [] : [JSON.stringify(v.is(Thrown, err) ? err.message : err)]),
    ...Object.entries(about).map(([key, value]) => `${key}=${JSON.stringify(value)}`),
  ]
  return withoutUnseen(parts.join('  '))
}

/** One line without what JSON leaves as it is and a terminal obeys. */
const withoutUnseen = (line: string): string => `${line.replace(/[\p{Cc}\p{Cf}]/gu, '')}\n`
