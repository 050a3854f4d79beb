/** The guest's phone page: the ticket is claimed by the link, or by letters that are typed; then it is this phone's. */
import { computed } from '@preact/signals'
import { render } from 'preact'
import '../../shared/ui/tokens.css'
import '../../shared/ui/base.css'
import { claimCode } from '../../shared/client/become-known.ts'
import { heal, healPage } from '../../shared/client/heal-page.ts'
import { connect } from '../../shared/client/link.ts'
import { mendFonts } from '../../shared/ui/mend-fonts.ts'
import { incomplete } from '../../shared/ui/use-loaded.ts'
import { App } from './app.tsx'
import { createPhone } from './state/phone.ts'
import { PhoneContext } from './state/phone-context.ts'
import { createPhoneMemory } from './state/phone-memory.ts'
import { createWords, phoneLocale } from './state/speech.ts'

async function open(): Promise<void> {
  const scanned = location.pathname.startsWith('/P/')
  const link = connect({ surface: 'phone' })
  mendFonts(() => link.state.value.at === 'away')
  const memory = createPhoneMemory(localStorage)
  const phone = createPhone({
    link,
    memory,
    claimCode,
    scanned,
  })
  // Only once nothing is being typed any more: that would be lost.
  healPage(
    link,
    computed(() => incomplete.value && phone.phase.value === 'checked-in'),
  )
  const words = await createWords(memory.language() ?? phoneLocale(navigator.languages))
  render(
    <PhoneContext.Provider value={{ ...phone, words }}>
      <App />
    </PhoneContext.Provider>,
    document.body,
  )
}

open().catch(error => {
  console.warn('page', error)
  void heal()
})
