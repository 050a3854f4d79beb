/** Shows the page in the device's own language, and in whatever is chosen. */
import { render } from 'preact'
import { loadCatalogue } from '../../shared/i18n/catalogue.ts'
import { bcp47, type Locale, parseLocale } from '../../shared/i18n/locale.ts'
import { createTranslator } from '../../shared/i18n/translator.ts'
import { loadFonts } from '../../shared/ui/fonts.ts'
import type { Hub } from './hub.ts'
import { platformOf } from './platform.ts'
import { TrustPage } from './trust.tsx'

export async function showPage(hub: Hub, first?: Locale): Promise<void> {
  const about = await hub.about()
  const platform = platformOf(navigator.userAgent, navigator.maxTouchPoints)
  const show = async (locale: Locale) => {
    const t = createTranslator<'trust'>(locale, await loadCatalogue('trust', locale))
    document.documentElement.lang = bcp47(locale)
    document.title = t('title')
    render(
      <TrustPage t={t} hub={hub} about={about} platform={platform} onLanguage={next => void show(next)} />,
      document.body,
    )
    await loadFonts(locale)
  }
  await show(first ?? ownLocale())
}

function ownLocale(): Locale {
  for (const tag of navigator.languages) {
    const locale = parseLocale(tag)
    if (locale !== undefined) return locale
  }
  return 'zh-Hans'
}
