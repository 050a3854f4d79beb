/**
 * 唱名: the lobby dims, gold fills the name character by character with a soft chime each, the seal lands, dust hangs in the
 * air; after 9 s the name goes into a ribbon. Never a room. Under reduced motion it is a cross-fade.
 */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { WelcomeView } from '../../../shared/protocol/views/kiosk.ts'
import { Dust } from '../../../shared/ui/dust.tsx'
import { fontsReady } from '../../../shared/ui/fonts.ts'
import { prefersLessMotion } from '../../../shared/ui/run-wipe.ts'
import { WelcomeName } from '../../../shared/ui/welcome-name.tsx'
import { useKiosk, useSpeech } from '../lobby/kiosk-context.ts'
import type { Speech } from '../lobby/speech.ts'
import { Phrases } from '../parts/phrases.tsx'
import { type Act, tooLateMs } from './plan.ts'
import './ceremony.css'

/** Gold begins this long after the dimming. */
const dimMs = 500
/** Patience for the fonts of a name: gold must begin within 1.5 s of the touch. */
const fontsMs = 450

/** Names of a group that stand large, and that can be read at all. */
const fewNames = 5
const mostNames = 14

export function Ceremony({ act }: { act: Act }) {
  const { link } = useKiosk()
  const { t, own } = useGreeting()
  const { welcomes, startsAt } = act
  const [ready, setReady] = useState(false)
  const names = welcomes.map(({ called }) => called).join('')
  useEffect(() => {
    let gone = false
    void fontsReady(`${names}${t('vip')}${t('welcome')}`, 'serif', fontsMs).then(() => {
      if (!gone) setReady(true)
    })
    return () => {
      gone = true
    }
  }, [names])
  const elapsed = link.hubNow() - startsAt
  // Of a page that has just been opened, or one that reduces motion: the name is there, without the song.
  const still = elapsed > tooLateMs || prefersLessMotion()
  const [only] = welcomes
  const line = welcomes.length === 1 ? only?.line : undefined
  return (
    <section
      class="ceremony"
      role="status"
      data-group={welcomes.length > fewNames ? 'many' : welcomes.length > 1 ? 'few' : undefined}
    >
      <Dust />
      <div class="ceremony-words">
        <p class="ceremony-welcome">{t('welcome')}</p>
        <div class="ceremony-names">
          {ready &&
            welcomes
              .slice(0, mostNames)
              .map((one, index) => (
                <SungName
                  key={`${one.at}${one.called}`}
                  welcome={one}
                  seal={one.vip ? t('vip') : undefined}
                  elapsed={elapsed}
                  still={still}
                  silent={index > 0}
                  oneLine={welcomes.length > 1}
                />
              ))}
        </div>
        {line && (
          <p class="ceremony-line">
            <Phrases text={own(line)} />
          </p>
        )}
      </div>
    </section>
  )
}

/** In the guest's language. Led away meanwhile, they are greeted to the end in the one it began in. */
function useGreeting(): Speech {
  const { lobby } = useKiosk()
  const speech = useSpeech()
  const begun = useRef(speech)
  if (lobby.episode.value.kind !== 'home') begun.current = speech
  return begun.current
}

interface SungNameProps {
  welcome: WelcomeView
  seal: string | undefined
  elapsed: number
  still: boolean
  silent: boolean
  oneLine: boolean
}

/** Of a group only the first is heard. */
function SungName(props: SungNameProps) {
  const { chime } = useKiosk()
  const { welcome, seal, still, silent } = props
  // Whoever sang with it may be taken away meanwhile.
  const [oneLine] = useState(props.oneLine)
  // What the fonts took is taken from the dimming. Fixed when it begins: a redraw does not begin it again.
  const [delayMs] = useState(() => Math.max(0, dimMs - Math.max(0, props.elapsed)))
  return (
    <WelcomeName
      name={welcome.called}
      seal={seal}
      delayMs={delayMs}
      still={still}
      oneLine={oneLine}
      onCharacter={index => {
        if (!silent) chime.strike(index)
      }}
    />
  )
}
