/** What a campaign was asked on its command line: what makes no sense is said in words, and nothing is run. */
import { messageOf } from '../lib/message-of.ts'

/** As shells count it: used wrongly. */
const usage = 2

export function orUsage<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    console.error(`\n  ${messageOf(error)}\n`)
    process.exit(usage)
  }
}

/** Of nothing at all a campaign would say that it went well, or never end. Throws for what is no number, or less than `least`. */
export function numberOf(option: string, text: string, least = 1): number {
  const number = text.trim() === '' ? Number.NaN : Number(text)
  if (number >= least && number < Number.POSITIVE_INFINITY) return number
  throw new Error(`--${option} ${text}: 要一个不小于 ${least} 的数 wants a number, ${least} or more`)
}
