/** The lobby screen's page: one link, one lobby, drawn in the venue's language. */
import { computed } from '@preact/signals'
import { render } from 'preact'
import '../../shared/ui/tokens.css'
import '../../shared/ui/base.css'
import { heal, healPage } from '../../shared/client/heal-page.ts'
import { languageInAddress } from '../../shared/client/language-in-address.ts'
import { connect } from '../../shared/client/link.ts'
import { createChime } from '../../shared/ui/chime.ts'
import { mendFonts } from '../../shared/ui/mend-fonts.ts'
import { incomplete } from '../../shared/ui/use-loaded.ts'
import { App } from './app.tsx'
import { createKiosk } from './lobby/create-kiosk.ts'
import { KioskContext } from './lobby/kiosk-context.ts'
import { createScreenSize } from './lobby/screen-size.ts'
import { createWords } from './lobby/speech.ts'

async function open(): Promise<void> {
  const size = createScreenSize(location.pathname.split('/').at(-1) ?? 'kiosk', localStorage, window)
  size.fit()
  const link = connect({ surface: 'kiosk' })
  mendFonts(() => link.state.value.at === 'away')
  const words = await createWords(languageInAddress() ?? 'zh-Hans', link.view)
  const kiosk = createKiosk({ link, words, chime: createChime(), size, page: window })
  // Between guests: nobody's answer is taken away.
  healPage(
    link,
    computed(() => incomplete.value && !kiosk.inUse.value),
  )
  render(
    <KioskContext.Provider value={kiosk}>
      <App />
    </KioskContext.Provider>,
    document.body,
  )
  // Behind the first paint: to be chosen while the hub is away.
  void words.fetchAhead()
}

open().catch(error => {
  console.warn('page', error)
  void heal()
})
