/** The manager console's page: link, language, house, and the app on the page's body. */
import { render } from 'preact'
import '../../shared/ui/tokens.css'
import '../../shared/ui/base.css'
import { heal } from '../../shared/client/heal-page.ts'
import { loadFonts } from '../../shared/ui/fonts.ts'
import { mendFonts } from '../../shared/ui/mend-fonts.ts'
import { App } from './app.tsx'
import { createHubLink } from './link/hub-link.ts'
import { makeInstallable } from './shell/installable.ts'
import { createHouse, HouseContext } from './state/house.ts'
import { createSpeech, keptLocale } from './state/speech.ts'

async function open(): Promise<void> {
  const link = createHubLink()
  mendFonts(() => link.connection.value.at === 'offline')
  const locale = keptLocale(link.device)
  const house = createHouse(link, await createSpeech(locale, () => link.one('venue')))
  link.onOldRefusal(house.complain)
  // One that nobody knows yet has no page of its own.
  if (location.pathname.startsWith('/console/')) makeInstallable(link.device)
  render(
    <HouseContext.Provider value={house}>
      <App />
    </HouseContext.Provider>,
    document.body,
  )
  loadFonts(locale).catch(error => console.warn('fonts', error))
}

open().catch(error => {
  console.warn('page', error)
  void heal()
})
