/** The whole panel: one of its phases at a time, and what lies over all of them. */
import './app.css'
import './parts/parts.css'
import { useEffect, useState } from 'preact/hooks'
import { assertNever } from '../shared/protocol/assert-never.ts'
import { Away } from './idle/away.tsx'
import { Idle } from './idle/idle.tsx'
import { incomplete, later } from './parts/later.tsx'
import { fetchRest, fetchScreens, Room } from './room.tsx'
import type { Panel } from './state/panel.ts'
import { usePanel } from './state/panel-context.ts'
import type { Phase } from './state/phase.ts'

export function App() {
  const panel = usePanel()
  const { phase, visit, memory } = panel
  const [settingUp, setSettingUp] = useState(false)
  const openSetup = () => setSettingUp(true)
  // The first paint needs none of it; all of it is there before a party is.
  useEffect(() => {
    const gone = new AbortController()
    void fetchAll(panel, gone.signal)
    return () => gone.abort()
  }, [panel])
  if (settingUp) {
    return <setup.Part memory={memory} onClose={() => setSettingUp(false)} />
  }
  // Keyed by the visit: what its guests did on the screen ends with it.
  return <Shown key={visit.value?.id ?? 'nobody'} phase={phase.value} openSetup={openSetup} />
}

function Shown({ phase, openSetup }: { phase: Phase; openSetup: () => void }) {
  switch (phase) {
    case 'pairing':
      return <pairing.Part onSetup={openSetup} />
    case 'replaced':
    case 'connecting':
      return <Away onSetup={openSetup} />
    case 'idle':
      return <Idle onSetup={openSetup} />
    case 'greeting':
      return <greeting.Part />
    case 'room':
      return <Room />
    default:
      return assertNever(phase)
  }
}

/** Says on the page itself when it needs nothing more from the hub but its word. */
async function fetchAll({ words, phase, link }: Panel, gone: AbortSignal): Promise<void> {
  await known(phase)
  await drawn()
  await fetchRest()
  await mend(link, gone)
  if (gone.aborted) return
  words.dress()
  await Promise.all([setup, pairing, greeting].map(part => part.fetch()))
  if (incomplete.peek()) return
  const [, languages] = await Promise.all([fetchScreens(), words.fetchAhead()])
  if (gone.aborted) return
  if (!languages) incomplete.value = true
  document.documentElement.toggleAttribute('data-complete', !incomplete.peek())
  if (!incomplete.peek()) await (await import('./state/keep-page.ts')).keepPage()
}

/** Before there are fonts that could fail. */
async function mend({ state }: Panel['link'], gone: AbortSignal): Promise<void> {
  const loaded = await import('../shared/ui/mend-fonts.ts').catch(() => undefined)
  // It listens for as long as the page is there.
  if (gone.aborted) return
  if (loaded) loaded.mendFonts(() => state.value.at === 'away')
  else incomplete.value = true
}

/** Once the hub said what is in the room, or is not there to say it. */
const known = (phase: Panel['phase']): Promise<void> =>
  new Promise(resolve => {
    setTimeout(resolve, hubMs)
    phase.subscribe(now => {
      if (now !== 'connecting') resolve()
    })
  })

/** Not by a frame: a hidden page has none. */
const drawn = (): Promise<void> => new Promise(resolve => setTimeout(resolve, frameMs))

const hubMs = 3000
const frameMs = 50

const setup = later(async () => (await import('./setup/setup.tsx')).Setup)
const pairing = later(async () => (await import('./pairing/pairing.tsx')).Pairing)
const greeting = later(async () => (await import('./greeting/greeting.tsx')).Greeting)
