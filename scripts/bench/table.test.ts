import { describe, expect, it } from 'vitest'
import { type Figure, verdictOf } from './figure.ts'
import { coloured, tableOf } from './table.ts'

const beside = { what: 'bare relay', value: 0.4 }
const figures: readonly Figure[] = [
  { section: '点单 tap', name: '500 panels p50', value: 0.75, unit: 'ms', beside, atMost: 2 },
  { section: '点单 tap', name: '500 panels p99', value: 12.34, unit: 'ms', beside, atMost: 1.25 },
  { section: '体积 size', name: 'console', value: 123.4, unit: 'KB' },
]

describe('a figure', () => {
  it('holds up to its bar, and has no verdict without one', () => {
    const figure: Figure = { section: '', name: '', value: 2, unit: 's', beside: { what: '', value: 1 }, atMost: 2 }
    expect(verdictOf(figure)).toBe('pass')
    expect(verdictOf({ ...figure, value: 2.01 })).toBe('miss')
    expect(verdictOf({ ...figure, value: Number.POSITIVE_INFINITY })).toBe('miss')
    const enough: Figure = {
      section: '',
      name: '',
      value: 6,
      unit: '/s',
      beside: { what: '', value: 10 },
      atLeast: 0.6,
    }
    expect(verdictOf(enough)).toBe('pass')
    expect(verdictOf({ ...enough, value: 5.9 })).toBe('miss')
    expect(tableOf([enough])).toContain('0.60x  ≥ 0.6x  ✓ pass')
    expect(figures.map(verdictOf)).toEqual(['pass', 'miss', undefined])
  })
})

describe('the table', () => {
  it('stands straight, whatever is in it', () => {
    expect(tableOf(figures).split('\n')).toEqual([
      '                  量得 measured  比 beside            倍 ratio   限 bar',
      '',
      '  点单 tap',
      '  500 panels p50        0.75 ms  bare relay  0.40 ms     1.88x     ≤ 2x  ✓ pass',
      '  500 panels p99        12.3 ms  bare relay  0.40 ms    30.85x  ≤ 1.25x  ✗ miss',
      '',
      '  体积 size',
      '  console                123 KB',
    ])
  })

  it('says how a section was measured, once', () => {
    const how = 'from here to there'
    const lines = tableOf(figures.slice(0, 2).map(figure => ({ ...figure, how }))).split('\n')
    expect(lines.filter(line => line.includes(how))).toEqual([`  ${how}`])
  })

  it('shows a miss in red', () => {
    const [, miss] = tableOf(figures, coloured)
      .split('\n')
      .filter(line => line.includes('panels'))
    expect(miss).toContain('\x1b[31m✗ miss')
  })
})
