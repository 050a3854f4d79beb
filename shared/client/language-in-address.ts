/** `?lang=en` in a page's address: this one screen speaks it between guests, whatever the house speaks. */
import { type Locale, parseLocale } from '../i18n/locale.ts'

export const languageInAddress = (): Locale | undefined =>
  parseLocale(new URLSearchParams(location.search).get('lang') ?? '')
