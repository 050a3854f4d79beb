/** When cards come, and what a keyboard wedge sends for each. Pure. */
import { createChance } from '../../demo/random.ts'

/** Share of the time between two cards by which one may be late: never so much that two seem to be in one hand. */
const unsteady = 0.2

/** ms since the start: one every `everyMs`, not quite regularly, the same every time. */
export function touchTimes(count: number, everyMs: number): number[] {
  const chance = createChance('cards')
  return Array.from({ length: count }, (_, index) => Math.round((index + unsteady * chance.next()) * everyMs))
}

const enter = 0x28

/** Each key down and up, Enter last; `number` is digits. */
export function reportsOf(number: string): Uint8Array[] {
  const keys = [...Array.from(number, digit => (digit === '0' ? 0x27 : 0x1d + Number(digit))), enter]
  return keys.flatMap(key => [Uint8Array.of(0, 0, key, 0, 0, 0, 0, 0), new Uint8Array(8)])
}
