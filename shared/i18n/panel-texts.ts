/** The room panel's texts, in one language at a time. */
import { assertNever } from '../protocol/assert-never.ts'
import { guestRefusals } from './guest-refusals.ts'
import { guestTexts } from './guest-texts.ts'

export const panelTexts = guestTexts<'panel'>(guestRefusals, async locale => {
  switch (locale) {
    case 'zh-Hans':
      return (await import('./zh-hans/panel.ts')).panel
    case 'zh-Hant':
      return (await import('./zh-hant/panel.ts')).panel
    case 'en':
      return (await import('./en/panel.ts')).panel
    default:
      return assertNever(locale)
  }
})
