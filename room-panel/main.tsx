/** The room panel's page: one link, one panel, drawn at once in the language it had. */
import { render } from 'preact'
import '../shared/ui/tokens.css'
import '../shared/ui/base.css'
import { heal, healPage } from '../shared/client/heal-page.ts'
import { languageInAddress } from '../shared/client/language-in-address.ts'
import { connect } from '../shared/client/link.ts'
import { parseLocale } from '../shared/i18n/locale.ts'
import { App } from './app.tsx'
import { incomplete } from './parts/later.tsx'
import { createDeviceMemory } from './state/device-memory.ts'
import { mindOneFinger } from './state/one-finger.ts'
import { createPanel } from './state/panel.ts'
import { PanelContext } from './state/panel-context.ts'
import { fitScreen } from './state/screen-size.ts'
import { createWords } from './state/words.ts'

async function open(): Promise<void> {
  const memory = createDeviceMemory(location.pathname.split('/').at(-1) ?? 'panel', localStorage)
  fitScreen(memory)
  const link = connect({ surface: 'panel' })
  // What the house speaks is not known before the first pairing: until then what the tablet's owner set it to.
  const house = languageInAddress() ?? memory.house() ?? parseLocale(navigator.language) ?? 'zh-Hans'
  const words = await createWords(memory.guest()?.locale ?? house, link.view)
  const panel = createPanel({ link, memory, words })
  healPage(link, incomplete)
  mindOneFinger(document)
  render(
    <PanelContext.Provider value={panel}>
      <App />
    </PanelContext.Provider>,
    document.body,
  )
}

open().catch(error => {
  console.warn('page', error)
  void heal()
})
