/** The facts, one command a paragraph: when, who, what was asked, what followed. Ids only, as the journal has them. */
import { join } from 'node:path'
import { wallClock } from '../../hub/domain/business-day.ts'
import { decodeLine, type StoredLine } from '../../hub/journal/line.ts'
import { listDays } from '../../hub/journal/recover.ts'
import { endOfText, lineAt } from '../../hub/journal/scan.ts'
import type { Files } from '../../hub/ports.ts'
import { instantIn, type PrintFilter } from './options.ts'
import { unreadableLine } from './words.ts'

/** Damage is named where it lies, and what follows it is still shown. */
export async function* printJournal(
  { files, folder, timeZone }: { files: Files; folder: string; timeZone: string },
  filter: PrintFilter,
): AsyncGenerator<string> {
  const wanted = createFilter(filter, timeZone)
  for (const name of await listDays({ files, folder })) {
    const bytes = (await files.read(join(folder, name))) ?? Buffer.alloc(0)
    const written = endOfText(bytes)
    for (let offset = 0, at = 1; offset < written; at++) {
      const { bytes: text, next = written } = lineAt(bytes, offset, written)
      const line = decodeLine(text)
      if (!line) yield unreadableLine(join(folder, name), at)
      else if (wanted(line)) yield paragraph(line, timeZone)
      offset = next
    }
  }
}

function createFilter({ visit, type, since, until }: PrintFilter, timeZone: string): (line: StoredLine) => boolean {
  const from = since === undefined ? Number.NEGATIVE_INFINITY : instantIn(since, timeZone)
  const to = until === undefined ? Number.POSITIVE_INFINITY : instantIn(until, timeZone)
  return ({ at, command, events, ...line }) =>
    at >= from &&
    at < to &&
    (type === undefined || command.type === type || events.some(event => typeOf(event) === type)) &&
    (visit === undefined || names([events, line.answer, line.by], visit))
}

function paragraph({ seq, at, command, by, events, refusal }: StoredLine, timeZone: string): string {
  const { date, minute } = wallClock(at, timeZone)
  const time = `${two(Math.floor(minute / 60))}:${two(minute % 60)}:${two(Math.floor(at / 1000) % 60)}`
  const who = by.system ? 'system' : [by.device, by.staff].filter(Boolean).join(' ')
  const head = `#${seq}  ${date} ${time}  ${by.phone ? `phone ${who}` : who}  ${command.type}`
  const no = refusal === undefined ? [] : [`      ✗ ${JSON.stringify(refusal)}`]
  return [head, ...events.map(event => `      ${factText(event)}`), ...no].join('\n')
}

function factText(event: unknown): string {
  if (typeof event !== 'object' || event === null) return JSON.stringify(event)
  const fields = Object.entries(event).filter(([key]) => key !== 'type')
  return [typeOf(event), ...fields.map(([key, value]) => `${key}=${plain(value)}`)].join(' ')
}

const plain = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

const typeOf = (event: unknown): string =>
  typeof event === 'object' && event !== null && 'type' in event ? String(event.type) : '?'

/** Whether this id stands anywhere in it. */
function names(value: unknown, id: string): boolean {
  if (typeof value === 'object' && value !== null) return Object.values(value).some(inner => names(inner, id))
  return value === id
}

const two = (number: number): string => String(number).padStart(2, '0')
