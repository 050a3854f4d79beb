/** Puts the lobby together: its state, its language, its patience, and everything that counts as a sign of life. */
import { computed, effect } from '@preact/signals'
import type { Locale } from '../../../shared/i18n/locale.ts'
import type { Chime } from '../../../shared/ui/chime.ts'
import { listenWedge } from '../wedge/listen-wedge.ts'
import { createIdle } from './idle.ts'
import type { Kiosk } from './kiosk-context.ts'
import type { KioskLink } from './kiosk-link.ts'
import { createLobby } from './lobby.ts'
import type { ScreenSize } from './screen-size.ts'
import type { Words } from './speech.ts'

export function createKiosk(deps: {
  link: KioskLink
  words: Words
  chime: Chime
  size: ScreenSize
  /** The language between guests. */
  locale: Locale
  page: Window
}): Kiosk & { stop(): void } {
  const { link, words, chime, size, locale, page } = deps
  const reset = () => {
    lobby.reset()
    if (words.locale.peek() !== locale) void words.speak(locale)
  }
  const lobby = createLobby(link, reset)
  const idle = createIdle({
    armed: computed(() => lobby.occupied.value || words.locale.value !== locale),
    busy: computed(() => link.pending.value.length > 0),
    reset,
  })

  const onTouch = () => {
    idle.poke()
    // Browsers let sound out only after a touch; a lobby without loudspeakers is not an error.
    chime.unlock().catch(() => undefined)
  }
  page.addEventListener('pointerdown', onTouch, { capture: true })
  page.addEventListener('keydown', idle.poke, { capture: true })
  const stopWedge = listenWedge(page, read => {
    idle.poke()
    lobby.read(read)
  })
  // A card at the hub's own reader, a phone that scanned: what they bring to the screen is a sign of life.
  const stopSigns = effect(() => {
    void lobby.episode.value
    idle.poke()
  })

  return {
    link,
    lobby,
    words,
    idle,
    chime,
    size,
    stop() {
      page.removeEventListener('pointerdown', onTouch, { capture: true })
      page.removeEventListener('keydown', idle.poke, { capture: true })
      stopWedge()
      stopSigns()
      idle.stop()
      lobby.stop()
    },
  }
}
