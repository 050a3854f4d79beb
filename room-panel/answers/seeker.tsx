/** 有人找您: somebody is at the door, and only the host says whether they come in. */
import type { PanelVisitView } from '../../shared/protocol/views/panel.ts'
import { seekerAnswers } from '../../shared/protocol/words.ts'
import { Button } from '../../shared/ui/button.tsx'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { usePanel, useSpeech } from '../state/panel-context.ts'

export interface SeekerProps {
  visit: PanelVisitView['id']
  seeker: NonNullable<PanelVisitView['seekers']>[number]
}

export function Seeker({ visit, seeker: { id, called } }: SeekerProps) {
  const { link } = usePanel()
  const { t } = useSpeech()
  const say = (answer: (typeof seekerAnswers)[number]) =>
    void link.tap({ type: 'AnswerSeeker', seeker: id, answer }, { visit })
  return (
    <Dialog
      title={called === undefined ? t('seekerSomebody') : t('seekerNamed', { name: called })}
      onClose={() => say('wait')}
      actions={[...seekerAnswers]
        .reverse()
        .map(answer => (
          <Button
            key={answer}
            variant={answer === 'let-in' ? 'primary' : 'standard'}
            size="primary"
            word={t(`seeker.${answer}`)}
            onPress={() => say(answer)}
          />
        ))}
    />
  )
}
