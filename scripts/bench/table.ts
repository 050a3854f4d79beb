/** The figures as a terminal shows them: aligned, each with its unit, what it stands beside, and whether it holds. */
import { widthOf } from '../lib/columns.ts'
import { type Figure, ratioOf, type Unit, verdictOf } from './figure.ts'

export interface Paint {
  readonly gold: (text: string) => string
  readonly dim: (text: string) => string
  readonly red: (text: string) => string
}

const same = (text: string): string => text
export const plain: Paint = { gold: same, dim: same, red: same }
export const coloured: Paint = {
  gold: text => `\x1b[38;5;179m${text}\x1b[0m`,
  dim: text => `\x1b[2m${text}\x1b[0m`,
  red: text => `\x1b[31m${text}\x1b[0m`,
}

interface Row {
  readonly cells: readonly [name: string, value: string, beside: string, reference: string, ratio: string, bar: string]
  readonly verdict: string
  readonly colour: keyof Paint
}

/** Sections in the order of their first figure. One line each, no line break at the end. */
export function tableOf(figures: readonly Figure[], paint: Paint = plain): string {
  const rows = figures.map(rowOf)
  const widths = [0, 1, 2, 3, 4, 5].map(column =>
    Math.max(...rows.map(({ cells }) => widthOf(cells[column] ?? '')), widthOf(heads[column] ?? '')),
  )
  const line = (cells: readonly string[]) =>
    cells.map((cell, column) => pad(cell, widths[column] ?? 0, rightAligned[column] === true)).join('  ')
  const lines: string[] = [paint.dim(`  ${line(heads).trimEnd()}`)]
  let section: string | undefined
  for (const [index, figure] of figures.entries()) {
    const row = rows[index]
    if (!row) continue
    if (figure.section !== section) {
      lines.push('', `  ${paint.gold(figure.section)}`)
      if (figure.how !== undefined) lines.push(`  ${paint.dim(figure.how)}`)
    }
    section = figure.section
    lines.push(`  ${line(row.cells)}  ${paint[row.colour](row.verdict)}`.trimEnd())
  }
  return lines.join('\n')
}

const heads = ['', '量得 measured', '比 beside', '', '倍 ratio', '限 bar'] as const
const rightAligned = [false, true, false, true, true, true]

function rowOf(figure: Figure): Row {
  const { name, value, unit, beside, atMost, atLeast } = figure
  const ratio = ratioOf(figure)
  const verdict = verdictOf(figure)
  return {
    cells: [
      name,
      amount(value, unit),
      beside?.what ?? '',
      beside ? amount(beside.value, unit) : '',
      ratio === undefined ? '' : `${ratio.toFixed(2)}x`,
      atMost !== undefined ? `≤ ${atMost}x` : atLeast !== undefined ? `≥ ${atLeast}x` : '',
    ],
    verdict: verdict === undefined ? '' : verdict === 'pass' ? '✓ pass' : '✗ miss',
    colour: verdict === 'miss' ? 'red' : 'gold',
  }
}

/** Three digits that mean something; the unit always takes two columns, so that numbers stand under each other. */
function amount(value: number, unit: Unit): string {
  const digits = value < 10 ? 2 : value < 100 ? 1 : 0
  return `${Number.isFinite(value) ? value.toFixed(digits) : '∞'} ${unit.padEnd(2)}`
}

function pad(text: string, columns: number, right: boolean): string {
  const fill = ' '.repeat(columns - widthOf(text))
  return right ? fill + text : text + fill
}
