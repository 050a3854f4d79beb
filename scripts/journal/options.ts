/** What `npm run journal` was asked: read from the command line and the environment. */
import { parseArgs } from 'node:util'
import { instantOf } from '../../hub/domain/business-day.ts'
import { badSeq, badTime } from './words.ts'

export interface JournalOptions {
  readonly command: 'verify' | 'repair' | 'print' | 'help'
  readonly data: string
  /** The last line that a repair keeps. */
  readonly to: number | undefined
  /** Sound lines may be cut as well. */
  readonly evenSound: boolean
  readonly filter: PrintFilter
}

export interface PrintFilter {
  /** A visit, or any other id that a fact names. */
  readonly visit: string | undefined
  /** Name of a command or of a fact. */
  readonly type: string | undefined
  /** As typed; {@link instantIn} reads it. */
  readonly since: string | undefined
  readonly until: string | undefined
}

/** An error's message says what is wrong, in words for the terminal. */
export function readOptions(args: readonly string[], env: NodeJS.ProcessEnv): JournalOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      help: { type: 'boolean', short: 'h', default: false },
      data: { type: 'string', default: env.DATA_DIR ?? 'data' },
      to: { type: 'string' },
      'even-sound': { type: 'boolean', default: false },
      visit: { type: 'string' },
      type: { type: 'string' },
      since: { type: 'string' },
      until: { type: 'string' },
    },
  })
  const [command] = positionals
  const { help, data, to, visit, type, since, until } = values
  return {
    command: help || positionals.length !== 1 ? 'help' : isCommand(command) ? command : 'help',
    data,
    to: to === undefined ? undefined : seqIn(to),
    evenSound: values['even-sound'],
    filter: { visit, type, since, until },
  }
}

const isCommand = (word: string | undefined): word is 'verify' | 'repair' | 'print' =>
  word === 'verify' || word === 'repair' || word === 'print'

function seqIn(text: string): number {
  if (/^[1-9]\d{0,14}$/.test(text)) return Number(text)
  throw new Error(badSeq(text))
}

/** `2026-11-20`, `2026-11-20 21:30` on the venue's clock; or with a zone, as in `2026-11-20T13:30Z`. */
export function instantIn(text: string, timeZone: string): number {
  const [, date, hour = '0', minute = '0'] = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d):(\d\d))?$/.exec(text) ?? []
  const at =
    date === undefined || Number.isNaN(Date.parse(date))
      ? Date.parse(text)
      : instantOf(date, Number(hour) * 60 + Number(minute), timeZone)
  if (Number.isNaN(at)) throw new Error(badTime(text))
  return at
}
