/**
 * The panel on a stage, without a hub, for our own eyes: `npx vite`, then /room-panel/stage/?screen=drinks. Also
 * ?lang=zh-Hant|en|pseudo, ?large, ?left, ?low, ?unanswered (what is tapped stays on its way), ?scene=plain|busy|empty|idle|new|pairing|connecting|away|settled|staff|late|big|nosongs|hosted|gift|refused|seeker|long|moved.
 */
import { render } from 'preact'
import '../../shared/ui/tokens.css'
import '../../shared/ui/base.css'
import { parseLocale } from '../../shared/i18n/locale.ts'
import { stageNames } from '../../shared/ui/gallery/stage-names.ts'
import { App } from '../app.tsx'
import { createDeviceMemory } from '../state/device-memory.ts'
import { mindOneFinger } from '../state/one-finger.ts'
import { createPanel, type Screen } from '../state/panel.ts'
import { PanelContext } from '../state/panel-context.ts'
import { fitScreen } from '../state/screen-size.ts'
import { createWords } from '../state/words.ts'
import { createStageLink } from './stage-link.ts'
import { type Scene, scenes, slicesOf } from './stage-slices.ts'
import { songs } from './stage-songs.ts'

const asked = new URLSearchParams(location.search)
const screens: readonly Screen[] = ['playlist', 'search', 'drinks', 'service', 'feedback']

async function open(): Promise<void> {
  const scene: Scene = scenes.find(one => one === asked.get('scene')) ?? 'plain'
  const memory = createDeviceMemory('stage', createMemory())
  const locale = parseLocale(asked.get('lang') ?? 'zh-Hans') ?? 'zh-Hans'
  if (scene !== 'new')
    memory.keepGuest({ visit: 'v1', locale, large: asked.has('large'), left: asked.has('left'), low: asked.has('low') })
  fitScreen(memory)
  const slices = slicesOf(scene, Date.now())
  // For who measures the pages: what is of no catalogue.
  document.documentElement.dataset.names = JSON.stringify(stageNames([slices, songs]))
  const link = createStageLink(scene, slices)
  if (asked.has('unanswered')) link.answerWith(() => undefined)
  const words = await createWords(locale, link.view)
  const panel = createPanel({ link, memory, words })
  mindOneFinger(document)
  panel.screen.value = screens.find(one => one === asked.get('screen')) ?? panel.screen.value
  render(
    <PanelContext.Provider value={panel}>
      <App />
    </PanelContext.Provider>,
    document.body,
  )
}

/** A storage that forgets: every visit to the stage is the first. */
function createMemory(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const kept = new Map<string, string>()
  return {
    getItem: key => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: key => void kept.delete(key),
  }
}

void open()
