/** The phone page's texts, in one language at a time. */
import { assertNever } from '../protocol/assert-never.ts'
import { guestRefusals } from './guest-refusals.ts'
import { guestTexts } from './guest-texts.ts'

export const phoneTexts = guestTexts<'phone'>(guestRefusals, async locale => {
  switch (locale) {
    case 'zh-Hans':
      return (await import('./zh-hans/phone.ts')).phone
    case 'zh-Hant':
      return (await import('./zh-hant/phone.ts')).phone
    case 'en':
      return (await import('./en/phone.ts')).phone
    default:
      return assertNever(locale)
  }
})
