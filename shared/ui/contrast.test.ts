/** The tokens hold the contrasts that UX promises, computed as WCAG 2 does, from the sheet that ships. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const sheet = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const inks = ['ink-0', 'ink-1', 'ink-2', 'ink-3'] as const

test.each([
  ['ivory', [17.0, 15.7, 14.0, 11.6]],
  ['ash', [9.9, 9.2, 8.1, 6.8]],
  ['mist', [4.9, 4.5, 4.0, 3.4]],
  ['gold', [11.8, 10.9, 9.7, 8.1]],
  ['rose', [6.7, 6.2, 5.5, 4.6]],
  ['amber', [10.8, 9.9, 8.8, 7.3]],
  ['sky', [9.6, 8.9, 7.9, 6.6]],
  ['jade', [14.2, 13.1, 11.6, 9.7]],
] as const)('%s reads on every ink', (name, promised) => {
  const measured = inks.map(ink => contrast(core(name), core(ink)))
  for (const [at, ratio] of measured.entries()) expect(ratio, `on ${inks[at]}`).toBeCloseTo(promised[at] ?? 0, 1)
})

test('fills carry their text: 4.5 or more', () => {
  expect(contrast(core('ink-0'), core('gold'))).toBeGreaterThan(11.7)
  expect(contrast(core('ink-0'), core('gold-deep'))).toBeGreaterThan(4.5)
  expect(contrast(core('ivory'), core('cinnabar'))).toBeGreaterThan(4.7)
  expect(contrast(core('ink-0'), core('rose'))).toBeGreaterThan(4.5)
})

test('the focus ring stands out from every ink and from its own gap: 3 or more', () => {
  for (const ink of inks) expect(contrast(core('focus'), core(ink))).toBeGreaterThan(3)
})

test('only the core level has literal colours', () => {
  const literals = Array.from(sheet.matchAll(/^\s*(--[\w-]+):\s*#[0-9a-f]+;/gm), match => match[1] ?? '')
  expect(literals.filter(name => !name.startsWith('--core-'))).toEqual([])
  expect(literals.length).toBeGreaterThan(10)
})

function core(name: string): string {
  const found = new RegExp(`--core-${name}:\\s*(#[0-9a-f]{6});`).exec(sheet)?.[1]
  if (!found) throw new Error(`no token --core-${name}`)
  return found
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map(at => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map(value => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
