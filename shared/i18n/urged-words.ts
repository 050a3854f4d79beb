/** 已催, of a call that was made so many times: the first of them is the call itself. */
import type { Translate } from './translator.ts'

export const urgedWords = (t: Translate<'common'>, times: number): string | undefined =>
  times > 1 ? t('requestNudged', { count: times > 2 ? `×${times - 1}` : '' }).trim() : undefined
