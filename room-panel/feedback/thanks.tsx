/** Thanks, for four seconds; then the panel goes home. */
import { Button } from '../../shared/ui/button.tsx'
import { Wipe } from '../../shared/ui/wipe.tsx'
import { useSpeech } from '../state/panel-context.ts'
import { useReward } from './use-reward.ts'

const thanksMs = 4000

export function Thanks({ onDone, onChange }: { onDone: () => void; onChange: () => void }) {
  const { t } = useSpeech()
  const given = useReward('given')
  return (
    <div class="screen feedback thanks" role="status">
      <p class="thanks-word name">
        <Wipe kind="text" text={t('thanks')} label={t('thanks')} durationMs={1200} />
      </p>
      {given && <p class="quiet">{given}</p>}
      <Button variant="quiet" word={t('change')} onPress={onChange} />
      <Wipe kind="bar" direction="drain" durationMs={thanksMs} onDone={onDone} />
    </div>
  )
}
