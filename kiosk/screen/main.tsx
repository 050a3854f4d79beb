/** The lobby screen's page: one link, one lobby, drawn in the venue's language. */
import { render } from 'preact'
import '../../shared/ui/tokens.css'
import '../../shared/ui/base.css'
import { languageInAddress } from '../../shared/client/language-in-address.ts'
import { connect } from '../../shared/client/link.ts'
import { createChime } from '../../shared/ui/chime.ts'
import { mendFonts } from '../../shared/ui/mend-fonts.ts'
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
  render(
    <KioskContext.Provider value={kiosk}>
      <App />
    </KioskContext.Provider>,
    document.body,
  )
  // Behind the first paint: to be chosen while the hub is away.
  void words.fetchAhead()
}

void open()
