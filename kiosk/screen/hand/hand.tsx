/** The part of the lobby within reach: what can be done, or what is asked and answered. */
import { useKiosk } from '../lobby/kiosk-context.ts'
import { useLoaded } from '../parts/use-loaded.ts'
import { Home } from './home.tsx'

export function Hand() {
  const { lobby } = useKiosk()
  const answers = useLoaded(loadAnswers)
  if (lobby.episode.value.kind === 'home') return <Home />
  return answers ? <answers.Answers /> : null
}

/** Fetched with the first paint behind it, long before a first answer. */
const loadAnswers = () => import('./answers.tsx')
