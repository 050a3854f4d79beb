/** The lobby screen's texts, in one language at a time. */
import { assertNever } from '../protocol/assert-never.ts'
import { guestTexts } from './guest-texts.ts'

export const kioskTexts = guestTexts<'kiosk'>(async locale => {
  switch (locale) {
    case 'zh-Hans':
      return (await import('./zh-hans/kiosk.ts')).kiosk
    case 'zh-Hant':
      return (await import('./zh-hant/kiosk.ts')).kiosk
    case 'en':
      return (await import('./en/kiosk.ts')).kiosk
    default:
      return assertNever(locale)
  }
})
