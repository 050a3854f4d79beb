/** The panel of a room with guests: the frame that never leaves, one screen in it, and what must be answered. */
import { Foot } from './frame/foot.tsx'
import { comfortChoice, Header, headerCards, languageChoice } from './frame/header.tsx'
import { HelpButton } from './frame/help-button.tsx'
import { Nav } from './frame/nav.tsx'
import { later, soon } from './parts/later.tsx'
import { PlaylistScreen, sungRows } from './playlist/playlist-screen.tsx'
import './room.css'
import './comfort.css'
import type { Screen } from './state/panel.ts'
import { usePanel } from './state/panel-context.ts'

export function Room() {
  const { screen } = usePanel()
  const Shown = screens[screen.value]
  return (
    <div class="room">
      <Header />
      <Nav />
      <HelpButton />
      <main class="room-screen" key={screen.value}>
        <Shown />
      </main>
      <Foot />
      <answers.Part />
    </div>
  )
}

const answers = soon(async () => (await import('./answers/answers.tsx')).Answers)
const search = later(async () => (await import('./search/search-screen.tsx')).SearchScreen)
const drinks = later(async () => (await import('./drinks/drinks-screen.tsx')).DrinksScreen)
const service = later(async () => (await import('./service/service-screen.tsx')).ServiceScreen)
const feedback = later(async () => (await import('./feedback/feedback-screen.tsx')).FeedbackScreen)

const screens = {
  playlist: PlaylistScreen,
  search: search.Part,
  drinks: drinks.Part,
  service: service.Part,
  feedback: feedback.Part,
} as const satisfies Record<Screen, unknown>

/** What the first screen did without, and what its guests may be asked at any moment. */
export async function fetchRest(): Promise<void> {
  await Promise.all([answers.fetch(), headerCards.fetch()])
}

/** Ahead of their need, so that a hub that goes away takes none with it. */
export async function fetchScreens(): Promise<void> {
  await Promise.all(
    [sungRows, search, drinks, service, feedback, languageChoice, comfortChoice].map(part => part.fetch()),
  )
  await (await import('./answers/answers.tsx')).fetchQuestions()
}
