/** What guests read when the house says no, in one language at a time. */
import { assertNever } from '../protocol/assert-never.ts'
import type { Texts } from './guest-texts.ts'
import type { WrittenLocale } from './locale.ts'

export async function guestRefusals(locale: WrittenLocale): Promise<Texts> {
  switch (locale) {
    case 'zh-Hans':
      return (await import('./zh-hans/refusals.ts')).guestRefusals
    case 'zh-Hant':
      return (await import('./zh-hant/refusals.ts')).guestRefusals
    case 'en':
      return (await import('./en/refusals.ts')).guestRefusals
    default:
      return assertNever(locale)
  }
}
