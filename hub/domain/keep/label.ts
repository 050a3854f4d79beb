/** The short label that is written on a bottle and read out at the bar. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import { hash } from '../hash.ts'
import type { Keep } from '../state.ts'
import type { ReadTable } from '../table.ts'

/** Such as K-0427: made from the id, and the next free one where another bottle in the house has it. */
export function labelFor(keep: Id, keeps: ReadTable<Keep>): string {
  const taken = new Set([...keeps.values()].map(one => one.label))
  // More digits before the numbers get scarce, so that a free one is always found soon.
  const digits = Math.max(4, String(keeps.size * 2).length)
  const numbers = 10 ** digits
  let number = hash(keep) % numbers
  while (taken.has(write(number, digits))) number = (number + 1) % numbers
  return write(number, digits)
}

const write = (number: number, digits: number): string => `K-${String(number).padStart(digits, '0')}`
