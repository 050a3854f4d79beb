/** The demo's wall: kiosk, a room's panel, bar and manager console side by side, and the hands that play the guests. */
import { render } from 'preact'
import '../../shared/ui/tokens.css'
import '../../shared/ui/base.css'
import './wall.css'
import { loadCatalogue } from '../../shared/i18n/catalogue.ts'
import { type Locale, parseLocale } from '../../shared/i18n/locale.ts'
import { createTranslator } from '../../shared/i18n/translator.ts'
import { loadFonts } from '../../shared/ui/fonts.ts'
import { readLinks } from './links.ts'
import { Wall } from './wall.tsx'

const kept = 'changming-wall-language'
const links = readLinks(location.hash)

async function show(locale: Locale): Promise<void> {
  const t = createTranslator(locale, await loadCatalogue('wall', locale))
  document.title = t('tagline')
  const choose = (next: Locale) => {
    localStorage.setItem(kept, next)
    void show(next)
  }
  render(<Wall t={t} links={links} onLanguage={choose} />, document.body)
  await loadFonts(locale)
}

// The next start's link, opened where the last one's still is.
addEventListener('hashchange', () => location.reload())

void show(parseLocale(localStorage.getItem(kept) ?? navigator.language) ?? 'zh-Hans')
