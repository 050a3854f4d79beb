/** What the console says back, at the foot: lines with an undo, the one question, and "who does it?" at a station. */

import IconCheck from '~icons/lucide/check'
import IconAlert from '~icons/lucide/triangle-alert'
import { Button } from '../../../shared/ui/button.tsx'
import { Dialog } from '../../../shared/ui/dialog.tsx'
import { Toast } from '../../../shared/ui/toast.tsx'
import { People } from '../pin/people.tsx'
import { useSpeech } from '../state/house.ts'
import './notices.css'

export function Notices() {
  const { t, house } = useSpeech()
  const { shown, drop } = house.notices
  return (
    <div class="notices" aria-live="polite">
      {shown.value.map(({ id, text, bad, lastsMs, undo }) => (
        <div class="notice" key={id} data-bad={bad ? '' : undefined}>
          <Toast
            text={text}
            icon={bad ? IconAlert : IconCheck}
            lastsMs={lastsMs}
            onDone={() => drop(id)}
            undo={
              undo && {
                word: t('undo'),
                onUndo: () => {
                  drop(id)
                  undo()
                },
              }
            }
          />
        </div>
      ))}
    </div>
  )
}

export function QuestionBox() {
  const { house } = useSpeech()
  const { question, answer } = house.notices
  const asked = question.value
  if (!asked) return null
  return (
    <Dialog
      title={asked.title}
      onClose={() => answer(false)}
      actions={
        <>
          <Button variant="quiet" word={asked.no} onPress={() => answer(false)} />
          {asked.other && <Button word={asked.other.word} onPress={() => answer('other')} />}
          <Button variant={asked.grave ? 'danger' : 'primary'} word={asked.yes} onPress={() => answer(true)} />
        </>
      }
    >
      <p class="question">{asked.text}</p>
    </Dialog>
  )
}

export function NameChooser() {
  const { t, house } = useSpeech()
  const { waiting, choose, cancel } = house.acting
  const asked = waiting.value
  if (!asked) return null
  return (
    <Dialog
      title={t('chooseActing')}
      onClose={cancel}
      actions={<Button variant="quiet" word={t('cancel')} onPress={cancel} />}
    >
      <People label={t('chooseActing')} without={asked.without} onChoose={({ id }) => choose(id)} />
      <p class="quiet acting-hint">{t('actingHint')}</p>
    </Dialog>
  )
}
