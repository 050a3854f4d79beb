/** What `npm run simulate` was asked: read from the command line and the environment. */
import { parseArgs } from 'node:util'

export interface Options {
  readonly help: boolean
  readonly hub: string
  readonly data: string
  /** Rooms to keep occupied; absent: 60 % of the house. */
  readonly rooms?: number
  readonly speed: number
  readonly seed: string
  readonly quiet: boolean
  /** One-time link of a console, for a venue whose devices are not known here yet. */
  readonly link?: string
  /** Id or name of who signs in on the simulated consoles of such a venue. */
  readonly staff?: string
  readonly pin?: string
}

/** An error's message says what is wrong, in words for the terminal. */
export function readOptions(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      help: { type: 'boolean', short: 'h', default: false },
      hub: { type: 'string', default: `http://localhost:${env.PORT ?? 8080}` },
      data: { type: 'string', default: env.DATA_DIR ?? 'data' },
      rooms: { type: 'string' },
      speed: { type: 'string', default: '1' },
      seed: { type: 'string' },
      quiet: { type: 'boolean', default: false },
      link: { type: 'string' },
      staff: { type: 'string' },
      pin: { type: 'string' },
    },
  })
  const { help, hub, data, quiet, link, staff, pin = env.SIMULATE_PIN } = values
  return {
    help,
    hub: originOf(hub),
    data,
    quiet,
    speed: numberIn('--speed', values.speed, 0.1, 600),
    // Another evening each time, unless one is asked for.
    seed: values.seed ?? new Date().toISOString(),
    ...(values.rooms !== undefined && { rooms: Math.round(numberIn('--rooms', values.rooms, 0, 1000)) }),
    ...(link !== undefined && { link }),
    ...(staff !== undefined && { staff }),
    ...(pin !== undefined && { pin }),
  }
}

function numberIn(name: string, text: string, least: number, most: number): number {
  const number = Number(text)
  if (text.trim() !== '' && number >= least && number <= most) return number
  throw new Error(`${name}: ${text} 不行，要 ${least} 到 ${most} 之间的数 is not a number from ${least} to ${most}`)
}

function originOf(text: string): string {
  if (/^https?:/.test(text) && URL.canParse(text)) return new URL(text).origin
  throw new Error(`--hub: ${text} 不是网址，例 http://localhost:8080 is no address, e.g. http://localhost:8080`)
}
