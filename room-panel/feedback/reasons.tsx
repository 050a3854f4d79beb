/** After a bad face: five reasons to tap, none of them needed, and the manager if wanted. */
import IconManager from '~icons/lucide/user-round'
import type { Complaint, Factor } from '../../shared/protocol/words.ts'
import { Button } from '../../shared/ui/button.tsx'
import { shownComplaint } from '../service/shown-requests.ts'
import { usePanel, useSpeech } from '../state/panel-context.ts'

/** The five that guests can say something about while they are here. */
const offered = ['service', 'audio', 'drinks', 'hygiene', 'delay'] as const satisfies readonly (Factor & Complaint)[]

export interface ReasonsProps {
  factors: readonly Factor[]
  onChange: (factors: readonly Factor[]) => void
  onDone: () => void
}

export function Reasons({ factors, onChange, onDone }: ReasonsProps) {
  const panel = usePanel()
  const { t } = useSpeech()
  const { link } = panel
  const coming = shownComplaint(link.view.all('request'), link.pending.value)
  const called = coming !== undefined && coming.at !== 'answered'
  const toggle = (factor: Factor) =>
    onChange(factors.includes(factor) ? factors.filter(one => one !== factor) : [...factors, factor])
  const callManager = () => {
    const about = offered.find(one => factors.includes(one))
    void panel.tapOnce({ type: 'Complain', category: about ?? 'other' }, 5000)
  }
  return (
    <div class="screen feedback">
      <h1>{t('whatWasBad')}</h1>
      <div class="reasons">
        {offered.map(factor => (
          <Button
            key={factor}
            word={t(`factor.${factor}`)}
            pressed={factors.includes(factor)}
            onPress={() => toggle(factor)}
          />
        ))}
      </div>
      <div class="feedback-foot">
        <Button
          size="manager"
          icon={IconManager}
          word={called ? t(coming.at === 'later' ? 'requestLater' : 'managerComing') : t('callManager')}
          pressed={called}
          busy={called}
          onPress={callManager}
        />
        <Button variant="primary" word={t('sendFeedback')} onPress={onDone} />
      </div>
    </div>
  )
}
