/** What `npm run bench` was asked. */
import { parseArgs } from 'node:util'

export const parts = [
  'taps',
  'crowd',
  'cards',
  'console',
  'starts',
  'cost',
  'search',
  'import',
  'paint',
  'memory',
  'insight',
  'sizes',
] as const
export type Part = (typeof parts)[number]

export interface Options {
  readonly help: boolean
  readonly only: readonly Part[]
  readonly scale: Scale
  /** Where the JSON goes beside `dist/bench.json`. */
  readonly json?: string
  /** Folder for CPU profiles of the hub. */
  readonly profile?: string
}

/** How much is measured. Times in ms. */
export interface Scale {
  readonly quick: boolean
  readonly repetitions: number
  readonly warmUpMs: number
  /** fdatasyncs in each repetition, where the disk itself is what a figure stands beside. */
  readonly syncs: number
  /** At least 0.1 tap/s a panel; of few panels more, or an evening would pass before there are enough. */
  readonly taps: readonly { readonly panels: number; readonly perSecond: number; readonly ms: number }[]
  /** Taps of all together. */
  readonly crowd: {
    readonly panels: { readonly few: number; readonly many: number }
    readonly perSecond: number
    readonly ms: number
  }
  /** `warmUp` of them do not count. */
  readonly cards: { readonly touches: number; readonly warmUp: number; readonly everyMs: number }
  readonly members: readonly [few: number, many: number]
  /** Lines that the night's journal holds at least when it is started on. */
  readonly night: number
  readonly cost: {
    readonly rooms: readonly [few: number, many: number]
    /** Of the old house, before this one. */
    readonly nights: number
    /** Of each size, one after the other: two processes of one and the same house differ by a twentieth for as long as they live. */
    readonly houses: number
    /** Of each house. */
    readonly repetitions: number
    /** Of a repetition, and of the time before the first, in which everybody comes who comes at all. */
    readonly parties: number
    /** Repetitions that are played and not counted: a hub's code grows quicker over twenty thousand commands. */
    readonly warmUp: number
    readonly guests: number
  }
  readonly songs: readonly [few: number, many: number]
  readonly search: { readonly perSecond: number; readonly ms: number }
}

const full: Scale = {
  quick: false,
  repetitions: 5,
  warmUpMs: 4000,
  syncs: 300,
  taps: [
    { panels: 1, perSecond: 5, ms: 14_000 },
    { panels: 100, perSecond: 25, ms: 16_000 },
    { panels: 500, perSecond: 50, ms: 10_000 },
    { panels: 1000, perSecond: 100, ms: 8000 },
  ],
  // One panel taps as often as a thousand do: not more than a screen may.
  crowd: { panels: { few: 10, many: 1000 }, perSecond: 8, ms: 8000 },
  cards: { touches: 200, warmUp: 5, everyMs: 1500 },
  members: [1000, 100_000],
  night: 100_000,
  // A repetition holds as many facts as lie between two checkpoints.
  cost: { rooms: [10, 500], nights: 1825, houses: 5, repetitions: 3, parties: 170, warmUp: 4, guests: 600 },
  songs: [5800, 300_000],
  search: { perSecond: 20, ms: 10_000 },
}

const quick: Scale = {
  quick: true,
  repetitions: 2,
  warmUpMs: 1000,
  syncs: 50,
  taps: full.taps.map(({ panels, perSecond }) => ({ panels, perSecond, ms: 2000 })),
  crowd: { panels: { few: 10, many: 100 }, perSecond: 8, ms: 2000 },
  cards: { touches: 12, warmUp: 2, everyMs: 1500 },
  members: [1000, 5000],
  night: 6000,
  cost: { rooms: [10, 50], nights: 30, houses: 1, repetitions: 2, parties: 20, warmUp: 1, guests: 80 },
  songs: [5800, 20_000],
  search: { perSecond: 20, ms: 2000 },
}

/** An error's message is in words for the terminal. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      help: { type: 'boolean', short: 'h', default: false },
      quick: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: [] },
      panels: { type: 'string' },
      json: { type: 'string' },
      profile: { type: 'string' },
    },
  })
  const asked = values.only.flatMap(names => names.split(',')).map(partCalled)
  return {
    help: values.help,
    only: asked.length > 0 ? parts.filter(part => asked.includes(part)) : parts,
    scale: withPanels(values.quick ? quick : full, values.panels),
    ...(values.json !== undefined && { json: values.json }),
    ...(values.profile !== undefined && { profile: values.profile }),
  }
}

function withPanels(scale: Scale, panels: string | undefined): Scale {
  if (panels === undefined) return scale
  const taps = scale.taps.filter(one => String(one.panels) === panels)
  if (taps.length > 0) return { ...scale, taps }
  const known = scale.taps.map(one => one.panels).join(', ')
  throw new Error(`--panels ${panels}: 只有 there are only ${known}`)
}

function partCalled(name: string): Part {
  const part = parts.find(one => one === name)
  if (part) return part
  throw new Error(`--only ${name}: 没有这一项，有 there is no such part, there are ${parts.join(', ')}`)
}

export const help = `
  npm run bench -- [options]

  --only NAME      只量一项 one part only: ${parts.join(', ')} (可重复 may be repeated)
  --quick          快速看看能不能跑，数字不算 to see that it runs: its figures mean little
  --panels N       只量这么多块屏 taps of so many panels only
  --json FILE      JSON 另存一份 a second copy of the JSON beside dist/bench.json
  --profile DIR    中枢的 CPU 剖析 CPU profiles of the hub
`
