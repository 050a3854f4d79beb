/** 已催, of a call that was made so many times: the first of them is the call itself. */
import type { Translate } from './translator.ts'

export function urgedWords(t: Translate<'common'>, times: number): string | undefined {
  if (times < 2) return undefined
  return times === 2 ? t('requestNudged') : t('requestNudgedTimes', { count: times - 1 })
}
