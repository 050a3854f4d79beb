/** What is said to somebody at the door. Closed without a word it says nothing: the question still stands in the header. */
import { type SeekerAnswer, seekerAnswers } from '../../shared/protocol/words.ts'
import { Button } from '../../shared/ui/button.tsx'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { useSpeech } from '../state/panel-context.ts'

export interface SeekerProps {
  question: string
  onSay: (answer: SeekerAnswer) => void
  onClose: () => void
}

export function Seeker({ question, onSay, onClose }: SeekerProps) {
  const { t } = useSpeech()
  return (
    <Dialog
      title={question}
      onClose={onClose}
      actions={[...seekerAnswers]
        .reverse()
        .map(answer => (
          <Button
            key={answer}
            variant={answer === 'let-in' ? 'primary' : 'standard'}
            size="primary"
            word={t(`seeker.${answer}`)}
            onPress={() => onSay(answer)}
          />
        ))}
    />
  )
}
