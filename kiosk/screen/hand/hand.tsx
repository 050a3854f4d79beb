/** The part of the lobby within reach: what can be done, what is asked and answered, or that it is not here for now. */
import { useLoaded } from '../../../shared/ui/use-loaded.ts'
import { useKiosk } from '../lobby/kiosk-context.ts'
import { Closed } from './closed.tsx'
import { Home } from './home.tsx'

export function Hand() {
  const { lobby } = useKiosk()
  const answers = useLoaded(loadAnswers)
  if (lobby.gone.value) return <Closed />
  if (lobby.episode.value.kind === 'home') return <Home />
  return answers ? <answers.Answers /> : null
}

/** Fetched with the first paint behind it, long before a first answer. */
const loadAnswers = () => import('./answers.tsx')
