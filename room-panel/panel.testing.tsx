/** A panel in a room, with the stage's evening for its hub, for the tests beside it. */
import { type Signal, signal } from '@preact/signals'
import { cleanup, render } from '@testing-library/preact'
import { afterEach, beforeEach, vi } from 'vitest'
import { App } from './app.tsx'
// Fetched on their way to the screen; here they are there at once.
import './drinks/drinks-screen.tsx'
import './feedback/feedback-screen.tsx'
import './room.tsx'
import './search/search-screen.tsx'
import './service/service-screen.tsx'
import { createStageLink, type StageLink } from './stage/stage-link.ts'
import { type Scene, slicesOf } from './stage/stage-slices.ts'
import { createDeviceMemory } from './state/device-memory.ts'
import { createPanel, type Panel, type Screen } from './state/panel.ts'
import { PanelContext } from './state/panel-context.ts'
import { createWords } from './state/words.ts'

/** On this panel's clock. */
export const now = Date.parse('2026-11-23T15:00:00Z')

beforeEach(() => {
  const fonts = Object.assign(new EventTarget(), { load: async () => [], [Symbol.iterator]: () => [].values() })
  Object.assign(document, { fonts })
  vi.stubGlobal('matchMedia', () => ({ matches: false }))
  localStorage.clear()
})

afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

export interface Opened {
  readonly panel: Panel
  readonly link: StageLink
  readonly clock: { readonly now: Signal<number>; readonly minute: Signal<number> }
}

export async function openPanel(
  at: Screen,
  { greeted = true, chose = true, scene = 'plain' as Scene } = {},
): Promise<Opened> {
  const memory = createDeviceMemory('p1', localStorage)
  if (greeted)
    memory.keepGuest({ visit: 'v1', large: false, left: false, low: false, ...(chose && { locale: 'zh-Hans' }) })
  const link = createStageLink(scene, slicesOf(scene, now))
  const words = await createWords('zh-Hans', link.view)
  const clock = { now: signal(now), minute: signal(now) }
  const panel = createPanel({ link, memory, words, clock })
  panel.screen.value = at
  render(
    <PanelContext.Provider value={panel}>
      <App />
    </PanelContext.Provider>,
  )
  return { panel, link, clock }
}

/** What it sent, oldest first. */
export const commands = ({ link }: Opened) => link.sent.map(({ command }) => command)
