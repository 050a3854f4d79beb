/**
 * 有人找您: somebody is at the door, and only the host says whether they come in. It comes by itself, so it stands in the
 * header, where no key is, and asks nothing until somebody wants to answer. What was said goes out once it can no longer
 * be taken back: who has come in by mistake is not sent out again.
 */
import { useState } from 'preact/hooks'
import IconDoor from '~icons/lucide/door-open'
import IconUndo from '~icons/lucide/undo-2'
import type { PanelVisitView } from '../../shared/protocol/views/panel.ts'
import { type SeekerAnswer, seekerAnswers } from '../../shared/protocol/words.ts'
import { Button } from '../../shared/ui/button.tsx'
import { Wipe } from '../../shared/ui/wipe.tsx'
import '../frame/header-card.css'
import { later } from '../parts/later.tsx'
import { usePanel, useSpeech } from '../state/panel-context.ts'
import { undoMs } from '../state/second-thoughts.ts'

export const seekerAnswer = later(async () => (await import('./seeker.tsx')).Seeker)

export function AtDoor() {
  const { link, visit } = usePanel()
  // Answered here: shown as done at once.
  const told = link.pending.value.flatMap(({ command }) => (command.type === 'AnswerSeeker' ? command.seeker : []))
  const atDoor = visit.value?.seekers?.find(({ id }) => !told.includes(id))
  return atDoor ? <Strip key={atDoor.id} {...atDoor} /> : null
}

function Strip({ id, called }: NonNullable<PanelVisitView['seekers']>[number]) {
  const { link, thoughts, tap } = usePanel()
  const { t } = useSpeech()
  const [asking, setAsking] = useState(false)
  const question = called === undefined ? t('seekerSomebody') : t('seekerNamed', { name: called })
  const thought = (answer: SeekerAnswer) => `seeker/${id}/${answer}`
  const said = seekerAnswers.find(answer => thoughts.waiting.value.has(thought(answer)))
  const waiting = said && thoughts.waiting.value.get(thought(said))
  const say = (answer: SeekerAnswer) => {
    setAsking(false)
    thoughts.after(undoMs, thought(answer), () => void tap({ type: 'AnswerSeeker', seeker: id, answer }))
  }
  // While the hub is away nobody at the door could be told, and that it is away is read where this lies.
  if (!said && !asking && link.state.value.at !== 'online') return null
  return (
    <>
      {said && waiting ? (
        <section class="header-card" aria-label={question}>
          <div class="header-card-text">
            <p class="header-card-word longer">{t(`seeker.${said}`)}</p>
            <p class="caption">{question}</p>
          </div>
          <Button
            class="header-card-key"
            stacked
            icon={IconUndo}
            word={t('undo')}
            onPress={() => thoughts.takeBack(thought(said))}
          />
          <Wipe kind="bar" direction="drain" durationMs={waiting.lastsMs} from={waiting.gone()} />
        </section>
      ) : (
        <button type="button" class="header-offer" onClick={() => setAsking(true)}>
          <IconDoor class="icon" aria-hidden="true" />
          <span class="header-offer-text">
            <span class="header-offer-word">{t('seekerAtDoor')}</span>
            {called !== undefined && <span class="header-offer-what">{called}</span>}
          </span>
        </button>
      )}
      {asking && <seekerAnswer.Part question={question} onSay={say} onClose={() => setAsking(false)} />}
    </>
  )
}
