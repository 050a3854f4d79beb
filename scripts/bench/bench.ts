/** Measures what was asked for, one part after the other, and tells it to people and to programs. */
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { stdout } from 'node:process'
import { fileURLToPath } from 'node:url'
import { inTemporaryFolder } from '../lib/at-the-latest.ts'
import { measureCost } from './cost/measure-cost.ts'
import { measureCrowd } from './crowd/measure-crowd.ts'
import { type Figure, ratioOf, verdictOf } from './figure.ts'
import { measureImport } from './import/measure-import.ts'
import { measureInsight } from './insight/measure-insight.ts'
import { type Machine, thisMachine } from './machine.ts'
import { measureSizes } from './measure-sizes.ts'
import { measureStarts } from './measure-starts.ts'
import type { Options, Part } from './options.ts'
import { measureSearch } from './search/measure-search.ts'
import { coloured, plain, tableOf } from './table.ts'
import { type Bench, measureTaps } from './taps/measure-taps.ts'

/** Where the programs are built to; the data is measured on the same disk. */
const dist = fileURLToPath(new URL('..', import.meta.url))

const measure: Readonly<Record<Part, (bench: Bench) => Promise<Figure[]> | Figure[]>> = {
  taps: measureTaps,
  crowd: measureCrowd,
  // Chromium's driver is needed for nothing else.
  cards: async bench => (await import('./cards/measure-cards.ts')).measureCards(bench),
  console: async bench => (await import('./console/measure-console.ts')).measureConsole(bench),
  starts: measureStarts,
  cost: measureCost,
  search: measureSearch,
  import: measureImport,
  paint: async bench => (await import('./panel/measure-paint.ts')).measurePaint(bench),
  memory: async bench => (await import('./panel/measure-memory.ts')).measureMemory(bench),
  insight: measureInsight,
  sizes: () => measureSizes(join(dist, 'web')),
}

export async function bench({ only, scale, json, profile }: Options): Promise<void> {
  const since = performance.now()
  const machine = thisMachine(dist)
  const figures: Figure[] = []
  console.log(`\n${headOf(machine, scale)}\n`)
  try {
    await inTemporaryFolder(
      'bench',
      async folder => {
        for (const part of only) {
          const progress = (word: string) => tell(part, word)
          figures.push(...(await measure[part]({ folder: join(folder, part), scale, profile, progress })))
        }
      },
      dist,
    )
  } finally {
    tell('', '')
  }
  const seconds = Math.round((performance.now() - since) / 1000)
  console.log(
    `${tableOf(figures, stdout.isTTY && !process.env.NO_COLOR ? coloured : plain)}\n\n${footOf(figures, seconds)}\n`,
  )
  // Quick figures mean little, so nothing is made of them.
  if (!scale.quick && figures.some(figure => verdictOf(figure) === 'miss')) process.exitCode = 1
  const report = JSON.stringify({ at: new Date().toISOString(), machine, scale, seconds, figures: figures.map(judged) })
  for (const path of [join(dist, 'bench.json'), ...(json === undefined ? [] : [json])]) {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, `${report}\n`)
  }
}

const headOf = ({ cpu, cores, memoryGb, disk, system, node, load }: Machine, { quick, repetitions }: Bench['scale']) =>
  [
    `  ${cpu}, ${cores} cores, ${memoryGb} GB · ${disk} · ${system} · node ${node} · load ${load}`,
    `  ${repetitions} 轮交替，取中位 interleaved repetitions, medians${quick ? ' · 快速，不算数 quick: figures mean little' : ''}`,
  ].join('\n')

function footOf(figures: readonly Figure[], seconds: number): string {
  const count = (verdict: 'pass' | 'miss') => figures.filter(figure => verdictOf(figure) === verdict).length
  return `  ${count('pass')} passed, ${count('miss')} missed, ${seconds} s`
}

const judged = (figure: Figure) => ({ ...figure, ratio: ratioOf(figure), verdict: verdictOf(figure) })

/** One line that is written over; in a log a line each. */
function tell(part: string, word: string): void {
  if (stdout.isTTY) stdout.write(`\r\x1b[2K${part === '' ? '' : `  ⋯ ${part}  ${word}`}`)
  else if (part !== '') console.log(`  ⋯ ${part}  ${word}`)
}
