/** Puts the lobby together: its state, its language, its patience, and everything that counts as a sign of life. */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals'
import { languageInAddress } from '../../../shared/client/language-in-address.ts'
import { type Locale, readsInstead } from '../../../shared/i18n/locale.ts'
import type { CameraState } from '../../../shared/protocol/camera.ts'
import type { Chime } from '../../../shared/ui/chime.ts'
import { createCamera } from '../camera/camera.ts'
import { framesOf } from '../camera/frames.ts'
import { loadDecodeHere } from '../camera/load-decode.ts'
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
  page: Window
}): Kiosk & {
  /** Something is a guest's, or on its way. */
  inUse: ReadonlySignal<boolean>
  stop(): void
} {
  const { link, words, chime, size, page } = deps
  // Between guests, and for the welcome.
  const addressed = languageInAddress()
  const house = computed((): Locale => addressed ?? link.view.one('venue')?.locale ?? 'zh-Hans')
  const reset = () => {
    lobby.reset()
    // Also when another one is only on its way.
    void words.speak(house.peek())
  }
  const lobby = createLobby(link, reset, {
    chosen: () => readsInstead(words.locale.value, house.value),
    shown: () => (words.locale.value === 'pseudo' ? undefined : words.locale.value),
    speak: brought => void words.speak(brought ?? house.peek()),
  })
  const armed = computed(() => lobby.occupied.value || words.locale.value !== house.value)
  const idle = createIdle({
    armed,
    busy: lobby.sending,
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
  const cameraIs = signal<CameraState>()
  const camera = createCamera({
    on: computed(() => link.view.one('camera')?.on === true),
    free: computed(() => lobby.episode.value.kind === 'home' && !lobby.away.value),
    devices: page.isSecureContext ? page.navigator.mediaDevices : undefined,
    loadDecode: loadDecodeHere,
    frameOf: framesOf,
    now: () => performance.now(),
    scanned: lobby.scan,
    told: state => {
      cameraIs.value = state
    },
  })
  // The hub keeps it as long as the link lasts.
  const stopTelling = effect(() => {
    if (link.state.value.at === 'online' && cameraIs.value) void link.report({ camera: cameraIs.value })
  })
  const stopSpeaking = effect(() => {
    const speaks = house.value
    if (!lobby.occupied.peek()) void words.speak(speaks)
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
    camera,
    inUse: computed(() => armed.value || lobby.sending.value),
    stop() {
      page.removeEventListener('pointerdown', onTouch, { capture: true })
      page.removeEventListener('keydown', idle.poke, { capture: true })
      stopWedge()
      stopSigns()
      stopTelling()
      camera.stop()
      stopSpeaking()
      idle.stop()
      lobby.stop()
    },
  }
}
